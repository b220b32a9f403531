package io.redress.kit.outcome;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A command that was understood and refused, as a value.
 *
 * @param code what partners match on
 * @param detail one English sentence for people; never holds sealed material or another party's data
 * @param attributes further members of the problem document, for example {@code currentStatus}
 * @param wrong the members of the request that are meant, if some are
 */
public record Refusal(RefusalCode code, String detail, Map<String, String> attributes, List<Wrong> wrong) {

    /**
     * A member of the request that the refusal is about.
     *
     * @param pointer JSON pointer into the body
     */
    public record Wrong(String pointer, String detail) {}

    public Refusal {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
        attributes = Map.copyOf(attributes);
        wrong = List.copyOf(wrong);
    }

    public static Refusal of(RefusalCode code, String detail) {
        return new Refusal(code, detail, Map.of(), List.of());
    }

    public Refusal with(String attribute, String value) {
        var more = new java.util.HashMap<>(attributes);
        more.put(attribute, value);
        return new Refusal(code, detail, more, wrong);
    }

    /** The same refusal, saying which members of the request are meant. */
    public Refusal at(List<Wrong> members) {
        return new Refusal(code, detail, attributes, members);
    }
}
