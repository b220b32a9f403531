package io.redress.kit.messaging;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;

/** How to reach the broker; user and consumer group are the service's name. */
public record KafkaConfig(String bootstrap, String user, Secret password) {

    public static KafkaConfig from(Env env) {
        return new KafkaConfig(
                env.required("REDRESS_KAFKA_BOOTSTRAP"),
                env.required("REDRESS_KAFKA_USER"),
                env.secret("REDRESS_KAFKA_PASSWORD"));
    }
}
