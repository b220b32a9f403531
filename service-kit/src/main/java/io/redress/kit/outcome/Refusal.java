package io.redress.kit.outcome;

import java.util.Map;
import java.util.Objects;

/**
 * A command that was understood and refused, as a value.
 *
 * @param code what partners match on
 * @param detail one English sentence for people; never holds sealed material or another party's data
 * @param attributes further members of the problem document, for example {@code currentStatus}
 */
public record Refusal(RefusalCode code, String detail, Map<String, String> attributes) {

    public Refusal {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
        attributes = Map.copyOf(attributes);
    }

    public static Refusal of(RefusalCode code, String detail) {
        return new Refusal(code, detail, Map.of());
    }

    public Refusal with(String attribute, String value) {
        var more = new java.util.HashMap<>(attributes);
        more.put(attribute, value);
        return new Refusal(code, detail, more);
    }
}
