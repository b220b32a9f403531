package io.redress.notifications.messaging;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.notifications.domain.PartyEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Reads of an event whatever a notice may name: scalars as they are, what is nested as {@code outer.inner}, and in lists {@code outer.0}. */
final class PartyEventReader {
    private PartyEventReader() {}

    static PartyEvent read(IncomingEvent event) {
        Map<String, String> values = new HashMap<>();
        flatten("", event.data(), values);
        return new PartyEvent(event.id(), event.type(), event.businessTime(), values);
    }

    private static void flatten(String prefix, JsonObject object, Map<String, String> values) {
        for (Map.Entry<String, Object> member : object) {
            put(prefix + member.getKey(), member.getValue(), values);
        }
    }

    private static void put(String name, Object value, Map<String, String> values) {
        if (value instanceof JsonObject nested) {
            flatten(name + ".", nested, values);
        } else if (value instanceof JsonArray list) {
            for (int i = 0; i < list.size(); i++) {
                put(name + "." + i, list.getValue(i), values);
            }
        } else if (value != null) {
            values.put(name, value.toString());
        }
    }
}
