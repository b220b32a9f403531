package io.redress.kit.messaging;

import io.redress.kit.trace.TraceParent;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Reads CloudEvents in structured JSON mode. Unknown attributes are passed over; a missing or malformed one that the
 * kit needs makes the record poison, because no later attempt can read it better.
 */
final class Envelopes {

    private static final String TYPE_PREFIX = "io.redress.";

    private Envelopes() {}

    /** @throws PoisonEvent if the text is not such an envelope */
    static IncomingEvent parse(String topic, String key, String text) {
        JsonObject envelope = json(text);
        if (!"1.0".equals(envelope.getValue("specversion"))) {
            throw new PoisonEvent("not a CloudEvent 1.0");
        }
        return new IncomingEvent(
                topic,
                key,
                required(envelope, "id"),
                shortType(required(envelope, "type")),
                required(envelope, "source"),
                required(envelope, "subject"),
                positive(envelope, "sequence"),
                positive(envelope, "aggregateversion"),
                time(envelope, "businesstime"),
                required(envelope, "actor"),
                required(envelope, "correlationid"),
                Optional.ofNullable(envelope.getValue("effectid")).map(Object::toString),
                data(envelope),
                trace(envelope).map(TraceParent::header),
                recordedAt(envelope));
    }

    /** One that does not say when it was recorded has no age, which is nobody's poison either. */
    private static Optional<Instant> recordedAt(JsonObject envelope) {
        try {
            return envelope.getValue("time") instanceof String text
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The step of a trace that recorded the event; a malformed one is as good as none, and nobody's poison. */
    static Optional<TraceParent> trace(JsonObject envelope) {
        return envelope.getValue(TraceParent.NAME) instanceof String text ? TraceParent.parse(text) : Optional.empty();
    }

    /** The type without its prefix; empty if there is none: copies of dead letters may be anything. */
    static String type(String text) {
        try {
            return shortType(required(json(text), "type"));
        } catch (PoisonEvent e) {
            return "";
        }
    }

    private static JsonObject json(String text) {
        if (text == null) {
            throw new PoisonEvent("the record has no value");
        }
        try {
            return new JsonObject(text);
        } catch (DecodeException | ClassCastException e) {
            throw new PoisonEvent("not a JSON object", e);
        }
    }

    private static String required(JsonObject envelope, String attribute) {
        if (envelope.getValue(attribute) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new PoisonEvent("attribute " + attribute + " is missing or not a text");
    }

    private static String shortType(String type) {
        int dot = type.startsWith(TYPE_PREFIX) ? type.indexOf('.', TYPE_PREFIX.length()) : -1;
        if (dot < 0 || dot == type.length() - 1) {
            throw new PoisonEvent("type " + type + " is not io.redress.<schema>.<name>");
        }
        return type.substring(dot + 1);
    }

    private static long positive(JsonObject envelope, String attribute) {
        String text = String.valueOf(envelope.getValue(attribute));
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new PoisonEvent("attribute " + attribute + " is not a number: " + text, e);
        }
        throw new PoisonEvent("attribute " + attribute + " is not positive: " + text);
    }

    private static Instant time(JsonObject envelope, String attribute) {
        try {
            return OffsetDateTime.parse(required(envelope, attribute)).toInstant();
        } catch (DateTimeException e) {
            throw new PoisonEvent("attribute " + attribute + " is not an RFC 3339 time", e);
        }
    }

    private static JsonObject data(JsonObject envelope) {
        if (envelope.getValue("data") instanceof JsonObject data) {
            return data;
        }
        throw new PoisonEvent("data is missing or not an object");
    }
}
