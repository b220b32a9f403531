package io.redress.cases.messaging;

import io.redress.cases.domain.EffectState;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what this service needs of an event and nothing else. What is missing or unreadable makes the event poison. */
record EventReader(IncomingEvent event) {

    String text(String name) {
        return maybeText(name).orElseThrow(() -> poison(name));
    }

    Optional<String> maybeText(String name) {
        try {
            return Optional.ofNullable(event.data().getString(name));
        } catch (ClassCastException wrongType) {
            throw poison(name);
        }
    }

    int number(String name) {
        try {
            return Optional.ofNullable(event.data().getInteger(name)).orElseThrow(() -> poison(name));
        } catch (ClassCastException wrongType) {
            throw poison(name);
        }
    }

    boolean flag(String name) {
        try {
            return event.data().getBoolean(name, false);
        } catch (ClassCastException wrongType) {
            throw poison(name);
        }
    }

    Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException unreadable) {
            throw poison(name);
        }
    }

    Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException unreadable) {
            throw poison(name);
        }
    }

    EffectState result(String name) {
        String value = text(name);
        return List.of(EffectState.APPLIED, EffectState.SUPERSEDED, EffectState.FAILED).stream()
                .filter(state -> state.name().equals(value))
                .findFirst()
                .orElseThrow(() -> poison(name));
    }

    Optional<JsonObject> maybeObject(String name) {
        return event.data().getValue(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    List<JsonObject> objects(String name) {
        if (!(event.data().getValue(name) instanceof JsonArray array)) {
            throw poison(name);
        }
        return array.stream()
                .map(value -> {
                    if (value instanceof JsonObject object) {
                        return object;
                    }
                    throw poison(name);
                })
                .toList();
    }

    PoisonEvent poison(String name) {
        return new PoisonEvent(event.type() + " " + event.id() + " has no readable " + name);
    }
}
