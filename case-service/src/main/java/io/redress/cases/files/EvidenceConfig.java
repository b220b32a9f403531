package io.redress.cases.files;

import io.redress.cases.app.evidence.EvidencePolicy;
import io.redress.kit.config.Env;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where files of evidence are, and which are taken.
 *
 * @param directory for files on their way in, and for all files unless there is a bucket
 * @param types of content that are taken
 * @param clamd the virus scanner; empty: there is none, and each file says so
 */
public record EvidenceConfig(
        Path directory,
        EvidencePolicy policy,
        Set<String> types,
        Optional<S3Config> s3,
        Optional<URI> clamd,
        Duration clamdTimeout) {

    private static final int MIB = 1_048_576;

    public EvidenceConfig {
        types = Set.copyOf(types);
    }

    /** Reads {@code REDRESS_EVIDENCE_*} and {@code REDRESS_CLAMD*}. */
    public static EvidenceConfig from(Env env) {
        return new EvidenceConfig(
                Path.of(env.optional("REDRESS_EVIDENCE_DIR", ".redress/evidence")),
                new EvidencePolicy(
                        env.integer("REDRESS_EVIDENCE_MAX_BYTES", 25 * MIB, 1_024, 1_024 * MIB),
                        env.integer("REDRESS_EVIDENCE_UPLOADS", 16, 1, 1_000),
                        env.duration("REDRESS_EVIDENCE_RETENTION", Duration.ofDays(1_095), Duration.ofDays(1)),
                        env.duration("REDRESS_EVIDENCE_RESCAN_AFTER", Duration.ofMinutes(15), Duration.ofMinutes(1))),
                types(env.find("REDRESS_EVIDENCE_TYPES")),
                S3Config.from(env),
                env.find("REDRESS_CLAMD").flatMap(address -> clamd(address, env)),
                env.duration("REDRESS_CLAMD_TIMEOUT", Duration.ofSeconds(20), Duration.ofSeconds(1)));
    }

    private static Set<String> types(Optional<String> listed) {
        return listed.map(list -> Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(type -> !type.isEmpty())
                        .collect(Collectors.toSet()))
                .orElse(ContentTypes.USUAL);
    }

    private static Optional<URI> clamd(String address, Env env) {
        boolean known = address.matches("tcp://[A-Za-z0-9.-]+:\\d{1,5}|unix:/[^?#%\\s]+");
        if (!known) {
            env.refuse("REDRESS_CLAMD must be tcp://host:port or unix:/path, not '" + address + "'");
        }
        return known ? Optional.of(URI.create(address)) : Optional.empty();
    }
}
