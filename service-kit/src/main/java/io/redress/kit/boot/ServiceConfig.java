package io.redress.kit.boot;

import io.redress.kit.audit.CheckpointConfig;
import io.redress.kit.config.Env;
import io.redress.kit.faults.FaultsConfig;
import io.redress.kit.http.HttpConfig;
import io.redress.kit.http.TokenConfig;
import io.redress.kit.messaging.KafkaConfig;
import io.redress.kit.messaging.RetentionConfig;
import io.redress.kit.pg.PgConfig;
import io.redress.kit.trace.TracingConfig;

/** What every service with a schema of its own needs. */
public record ServiceConfig(
        HttpConfig http,
        PgConfig pg,
        KafkaConfig kafka,
        TokenConfig tokens,
        CheckpointConfig checkpoints,
        TracingConfig tracing,
        FaultsConfig faults,
        RetentionConfig retention) {

    /** Reads the settings; the caller ends with {@link Env#check()}. */
    public static ServiceConfig from(Env env, int defaultPort) {
        return new ServiceConfig(
                HttpConfig.from(env, defaultPort),
                PgConfig.from(env),
                KafkaConfig.from(env),
                TokenConfig.from(env),
                CheckpointConfig.from(env),
                TracingConfig.from(env),
                FaultsConfig.from(env),
                RetentionConfig.from(env));
    }
}
