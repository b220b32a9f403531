package io.redress.kit.messaging;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the broker, and the client settings that the guarantees of relay and consumer rest on.
 *
 * @param bootstrap {@code host:port}, several with commas
 * @param user SASL principal: the service's name
 * @param securityProtocol {@code SASL_PLAINTEXT} or {@code SASL_SSL}
 * @param instance the name of this process among those of its service. With one its partitions wait for it while it is
 *     started again, as long as a session lasts, and are its own again at once; without one the others take them over
 *     when it stops, and a killed process's partitions wait until its session has ended
 */
public record KafkaConfig(
        String bootstrap, String user, Secret password, String securityProtocol, Optional<String> instance) {

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";";

    /** On a trusted network. */
    public KafkaConfig(String bootstrap, String user, Secret password) {
        this(bootstrap, user, password, "SASL_PLAINTEXT", Optional.empty());
    }

    public static KafkaConfig from(Env env) {
        return new KafkaConfig(
                env.required("REDRESS_KAFKA_BOOTSTRAP"),
                env.required("REDRESS_KAFKA_USER"),
                env.secret("REDRESS_KAFKA_PASSWORD"),
                env.optional("REDRESS_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT"),
                env.find("REDRESS_KAFKA_INSTANCE"));
    }

    /** Every wait is bounded, so that a lost broker shows as a failed send and not as a stuck thread. */
    Map<String, String> producer() {
        Map<String, String> properties = client();
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", "5");
        properties.put("batch.size", "65536");
        properties.put("buffer.memory", "33554432");
        properties.put("max.block.ms", "5000");
        properties.put("request.timeout.ms", "5000");
        properties.put("delivery.timeout.ms", "15000");
        return properties;
    }

    /** No automatic commit, and the earliest record where nothing is stored: the offset in Postgres is the truth. */
    Map<String, String> consumer(String group) {
        Map<String, String> properties = client();
        properties.put("group.id", group);
        instance.ifPresent(name -> properties.put("group.instance.id", name));
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", "200");
        properties.put("fetch.max.bytes", "8388608");
        properties.put("max.partition.fetch.bytes", "1048576");
        // A partition put back to an earlier offset waits for the fetch under way to end.
        properties.put("fetch.max.wait.ms", "100");
        // A killed instance's partitions wait that long for another; one that was only slow is fenced by its offsets.
        properties.put("session.timeout.ms", "6000");
        properties.put("heartbeat.interval.ms", "2000");
        properties.put("default.api.timeout.ms", "5000");
        properties.put("allow.auto.create.topics", "false");
        return properties;
    }

    private Map<String, String> client() {
        Map<String, String> properties = new HashMap<>();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("client.id", user);
        properties.put("security.protocol", securityProtocol);
        properties.put("sasl.mechanism", "PLAIN");
        properties.put("sasl.jaas.config", LOGIN.formatted(quoted(user), quoted(password.value())));
        properties.put("reconnect.backoff.max.ms", "2000");
        return properties;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
