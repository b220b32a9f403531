package io.redress.kit.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.kit.config.Env;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * How long a service can still be asked about an event, in machine time.
 *
 * @param window an older event is a dead letter instead of being handled, and closed dead letters older than this are
 *     forgotten. Longer than any topic keeps its records, so that none that was forgotten can come again
 */
public record RetentionConfig(Duration window) {

    /** How long a sender may be unable to send: its outbox keeps its events. */
    private static final Duration LONGEST_OUTBOX = Duration.ofDays(7);

    /** In which operators replay, after a topic has been read again from its start. */
    private static final Duration REPLAY = Duration.ofDays(14);

    private static final YAMLMapper YAML = new YAMLMapper();

    /** {@code REDRESS_INBOX_RETENTION}; 21 days more than the topics keep their records unless it is set. */
    public static RetentionConfig from(Env env) {
        Duration topics = topicRetention();
        Duration planned = topics.plus(LONGEST_OUTBOX).plus(REPLAY);
        return new RetentionConfig(env.duration("REDRESS_INBOX_RETENTION", planned, topics));
    }

    /** The longest that asyncapi.yaml gives a topic. */
    private static Duration topicRetention() {
        try (InputStream in = RetentionConfig.class.getResourceAsStream("/asyncapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("asyncapi.yaml is not on the class path");
            }
            long longest = 0;
            for (JsonNode channel : YAML.readTree(in).path("channels")) {
                JsonNode settings = channel.at("/bindings/kafka/topicConfiguration");
                longest = Math.max(longest, settings.path("retention.ms").asLong());
            }
            return Duration.ofMillis(longest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
