package io.redress.quickstart.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as the service that recorded it tells of it, without what it holds.
 *
 * @param type with its prefix: {@code io.redress.<schema>.<name>}
 * @param businessTime when it happened, for deadlines and notices
 * @param recordedAt machine time
 * @param correlationId of the request that it all began with
 * @param causationId the event that it answers
 * @param effectId of the ruling's effect line that it answers
 * @param published false while it waits in the outbox
 */
public record TracedEvent(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant businessTime,
        Instant recordedAt,
        String actor,
        String correlationId,
        Optional<String> causationId,
        Optional<String> traceId,
        Optional<String> effectId,
        boolean published) {

    static TracedEvent read(JsonNode json) {
        return new TracedEvent(
                json.path("id").asText(),
                json.path("source").asText(),
                json.path("type").asText(),
                json.path("subject").asText(),
                json.path("sequence").asLong(),
                Instant.parse(json.path("businessTime").asText()),
                Instant.parse(json.path("recordedAt").asText()),
                json.path("actor").asText(),
                json.path("correlationId").asText(),
                text(json, "causationId"),
                text(json, "traceId"),
                text(json, "effectId"),
                json.path("state").asText().equals("PUBLISHED"));
    }

    /** The type without its prefix. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Whether the event is published on this topic: its name begins with the schema of the event's type. */
    boolean isOn(String topic) {
        String[] parts = type.split("\\.");
        return parts.length > 2 && topic.startsWith(parts[2] + ".");
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue());
    }
}
