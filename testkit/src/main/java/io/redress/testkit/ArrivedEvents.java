package io.redress.testkit;

import io.redress.kit.messaging.IncomingEvent;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Events as a handler gets them, outside of any trace and without a broker. */
public final class ArrivedEvents {
    private ArrivedEvents() {}

    /** @param envelope a CloudEvent in structured mode, such as a contract's example */
    public static IncomingEvent of(String topic, String key, JsonObject envelope) {
        String type = envelope.getString("type");
        return new IncomingEvent(
                topic,
                key,
                envelope.getString("id"),
                type.substring(type.lastIndexOf('.') + 1),
                envelope.getString("source"),
                envelope.getString("subject"),
                Long.parseLong(envelope.getString("sequence")),
                Long.parseLong(envelope.getString("aggregateversion")),
                OffsetDateTime.parse(envelope.getString("businesstime")).toInstant(),
                envelope.getString("actor"),
                envelope.getString("correlationid"),
                Optional.ofNullable(envelope.getString("effectid")),
                envelope.getJsonObject("data"),
                Optional.empty());
    }
}
