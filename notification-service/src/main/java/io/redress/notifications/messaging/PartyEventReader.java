package io.redress.notifications.messaging;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.notifications.domain.PartyEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Reads of an event whatever a notice may name: scalars as they are, nested objects as {@code outer.inner}. */
final class PartyEventReader {
    private PartyEventReader() {}

    static PartyEvent read(IncomingEvent event) {
        Map<String, String> values = new HashMap<>();
        flatten("", event.data(), values);
        return new PartyEvent(event.id(), event.type(), event.businessTime(), values);
    }

    private static void flatten(String prefix, JsonObject object, Map<String, String> values) {
        for (Map.Entry<String, Object> member : object) {
            Object value = member.getValue();
            if (value instanceof JsonObject nested) {
                flatten(prefix + member.getKey() + ".", nested, values);
            } else if (value != null && !(value instanceof JsonArray)) {
                values.put(prefix + member.getKey(), value.toString());
            }
        }
    }
}
