package io.redress.kit.audit;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and with what a service signs its history; without a directory it does not.
 *
 * @param directory outside the database, best on storage that cannot be overwritten
 * @param privateKey Ed25519, PKCS #8 in base64
 * @param publicKey Ed25519, X.509 in base64
 * @param every machine time between two checkpoints
 */
public record CheckpointConfig(Optional<Path> directory, Secret privateKey, String publicKey, Duration every) {

    public static CheckpointConfig from(Env env) {
        Optional<Path> directory = env.find("REDRESS_AUDIT_DIR").map(Path::of);
        boolean signs = directory.isPresent();
        return new CheckpointConfig(
                directory,
                signs ? env.secret("REDRESS_AUDIT_KEY") : new Secret(""),
                signs ? env.required("REDRESS_AUDIT_PUBLIC_KEY") : "",
                env.duration("REDRESS_AUDIT_EVERY", Duration.ofMinutes(5)));
    }
}
