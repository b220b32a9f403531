package io.redress.kit.messaging;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * An event about to be recorded. The recorder gives it an id, its place in the subject's sequence and its envelope.
 *
 * @param topic where it is published; empty: nowhere, it is for the history only
 * @param key decides the partition only
 * @param type without the prefix, for example {@code PenaltyInForce}
 * @param data the payload as the topic's schema says
 * @param effectId of the ruling's effect line it answers, if it does
 */
public record OutgoingEvent(String topic, String key, String type, JsonObject data, Optional<String> effectId) {

    /** Something to be recorded that no other service is told. */
    public static OutgoingEvent forHistory(String key, String type, JsonObject data) {
        return new OutgoingEvent("", key, type, data, Optional.empty());
    }

    public static OutgoingEvent of(String topic, String key, String type, JsonObject data) {
        return new OutgoingEvent(topic, key, type, data, Optional.empty());
    }
}
