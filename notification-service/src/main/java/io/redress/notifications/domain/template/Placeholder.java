package io.redress.notifications.domain.template;

/**
 * Something that a template may name.
 *
 * @param name as it stands in the template and, unless it is worked out, in the event
 * @param kind what it holds, and so how it may be used
 * @param required whether a template that never names it withholds something from the recipient
 */
public record Placeholder(String name, Kind kind, boolean required) {

    /** What a placeholder holds. */
    public enum Kind {
        /** An id or another short text of the platform. */
        TEXT,
        /** A merchant's own words, such as a name; nobody's wording is checked in it. */
        OWN_WORDS,
        /** A text that the event carries in Chinese and in English. */
        BILINGUAL,
        /** A code or a yes and no; to be worded by {@code select}. */
        CODE,
        /** A whole number, for {@code plural} and {@code number}. */
        NUMBER,
        /** A time, shown in the platform's zone. */
        TIME
    }

    static Placeholder optional(String name, Kind kind) {
        return new Placeholder(name, kind, false);
    }

    static Placeholder required(String name, Kind kind) {
        return new Placeholder(name, kind, true);
    }
}
