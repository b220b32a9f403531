package io.redress.gateway.access;

import io.redress.kit.audit.CheckpointConfig;
import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import io.redress.kit.pg.PgConfig;

/**
 * What the gateway needs to decide who may come in.
 *
 * @param issuer the claim {@code iss} of the tokens it makes
 */
public record AccessConfig(PgConfig pg, CheckpointConfig checkpoints, String issuer, Secret key, String publicKeys) {

    /** Reads the settings; the caller ends with {@link Env#check()}. */
    public static AccessConfig from(Env env) {
        return new AccessConfig(
                PgConfig.from(env),
                CheckpointConfig.from(env),
                env.required("REDRESS_EDGE_ISSUER"),
                env.secret("REDRESS_EDGE_KEY"),
                env.required("REDRESS_EDGE_PUBLIC_KEYS"));
    }
}
