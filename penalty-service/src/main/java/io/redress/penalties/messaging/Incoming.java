package io.redress.penalties.messaging;

import io.redress.kit.messaging.PoisonEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads members that an event must have; one without them can never be handled. */
final class Incoming {

    private Incoming() {}

    static String text(JsonObject data, String name) {
        if (data.getValue(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new PoisonEvent("member " + name + " is missing");
    }

    static int number(JsonObject data, String name) {
        if (data.getValue(name) instanceof Integer number && number >= 0) {
            return number;
        }
        throw new PoisonEvent("member " + name + " is missing");
    }

    static Instant time(JsonObject data, String name) {
        try {
            return OffsetDateTime.parse(text(data, name)).toInstant();
        } catch (DateTimeParseException e) {
            throw new PoisonEvent("member " + name + " is not a time", e);
        }
    }
}
