package io.redress.penalties;

import io.redress.kit.config.Env;
import io.redress.penalties.app.transparency.Pauses;
import io.redress.penalties.client.TransparencyConfig;
import io.redress.penalties.domain.transparency.StatementSchema;
import io.redress.penalties.domain.transparency.TransparencyMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the transparency export is told: statements are always composed, and sent only where there is somebody to send
 * them to.
 *
 * @param database empty: nothing is sent
 */
record TransparencySettings(
        StatementSchema schema, TransparencyMapping mapping, Optional<TransparencyConfig> database, Pauses pauses) {

    private static final int REQUESTS_PER_SECOND = 5;
    private static final int MOST_REQUESTS_PER_SECOND = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pauses PAUSES = new Pauses(Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** Reads {@code REDRESS_TRANSPARENCY_*}; problems are left with the environment. */
    static TransparencySettings from(Env env) {
        StatementSchema schema = SchemaFile.read();
        return new TransparencySettings(schema, mapping(env, schema), database(env), PAUSES);
    }

    private static Optional<TransparencyConfig> database(Env env) {
        int rate = env.integer("REDRESS_TRANSPARENCY_RATE", REQUESTS_PER_SECOND, 1, MOST_REQUESTS_PER_SECOND);
        Duration timeout = env.duration("REDRESS_TRANSPARENCY_TIMEOUT", TIMEOUT, Duration.ofMillis(1));
        boolean inClear = env.optional("REDRESS_TRANSPARENCY_URL", "").startsWith("http:");
        if (inClear && env.optional("REDRESS_ENV", "").equalsIgnoreCase("production")) {
            env.refuse("REDRESS_TRANSPARENCY_URL must be https where REDRESS_ENV is production");
        }
        boolean wanted = env.find("REDRESS_TRANSPARENCY_URL").isPresent()
                || env.find("REDRESS_TRANSPARENCY_TOKEN").isPresent();
        return wanted
                ? Optional.of(new TransparencyConfig(
                        env.httpUrl("REDRESS_TRANSPARENCY_URL"),
                        env.secret("REDRESS_TRANSPARENCY_TOKEN"),
                        rate,
                        timeout))
                : Optional.empty();
    }

    private static TransparencyMapping mapping(Env env, StatementSchema schema) {
        Optional<Path> path = env.find("REDRESS_TRANSPARENCY_MAPPING").map(Path::of);
        try {
            return MappingFile.read(path, schema);
        } catch (IllegalArgumentException e) {
            env.refuse("REDRESS_TRANSPARENCY_MAPPING: " + e.getMessage());
            return new TransparencyMapping(
                    new TransparencyMapping.Platform(List.of(), "", "", Optional.empty()),
                    List.of(),
                    List.of(),
                    Map.of());
        }
    }
}
