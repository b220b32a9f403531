package io.redress.notifications.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An event of another service, as far as a notice needs it.
 *
 * @param id the event's own id; with the recipient it identifies the notice
 * @param type the event's type without prefix, such as {@code CaseOpened}
 * @param businessTime when it happened
 * @param values its scalar members by name; members of a nested object as {@code outer.inner}, of a list
 *     as {@code outer.0}, counted from 0
 */
public record PartyEvent(String id, String type, Instant businessTime, Map<String, String> values) {
    public PartyEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(businessTime, "businessTime");
        values = Map.copyOf(values);
    }

    /** A member's value, empty when the event does not carry it. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The same event with one more member. */
    public PartyEvent with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new PartyEvent(id, type, businessTime, more);
    }
}
