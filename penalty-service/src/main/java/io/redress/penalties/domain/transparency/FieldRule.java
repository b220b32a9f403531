package io.redress.penalties.domain.transparency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One row of the format.
 *
 * @param max characters at most, counted as Unicode code points
 * @param values those that an enum or a list may have
 * @param codes of an object of codes: what each of its members looks like
 * @param from first day of a date
 * @param to last day of a date
 * @param nullable whether an explicit null is taken
 * @param documented what the documentation demands and the database's code does not check
 */
public record FieldRule(
        String name,
        Kind kind,
        OptionalInt max,
        Optional<Pattern> pattern,
        List<String> values,
        Map<String, Pattern> codes,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean nullable,
        Requirement required,
        Keeping keeping,
        Documented documented) {

    public FieldRule {
        values = List.copyOf(values);
        codes = Map.copyOf(codes);
    }

    /** What a value is. */
    public enum Kind {
        TEXT,
        URL,
        ENUM,
        LIST,
        DATE,
        CODES
    }

    /** True of a statement in which the field has the value, alone or in its list. */
    public record Has(String field, String value) {}

    /** When the field has to be there. */
    public sealed interface Requirement {
        record Always() implements Requirement {}

        record Never() implements Requirement {}

        /** When none of these is there. */
        record AllAbsent(List<String> fields) implements Requirement {
            public AllAbsent {
                fields = List.copyOf(fields);
            }
        }

        record When(Has condition) implements Requirement {}
    }

    /** When the database keeps what it was sent. */
    public sealed interface Keeping {
        record Always() implements Keeping {}

        /** Otherwise it is not even looked at. */
        record ExcludedUnless(Has condition) implements Keeping {}

        /** Otherwise it is looked at and then dropped. */
        record DroppedUnless(Has condition) implements Keeping {}

        record DroppedWhen(Has condition) implements Keeping {}

        /** A value that this other field has is taken out. */
        record WithoutValueOf(String field) implements Keeping {}
    }

    /**
     * @param required whether it has to be there
     * @param notBefore the field whose date it does not precede
     */
    public record Documented(boolean required, Optional<String> notBefore) {}
}
