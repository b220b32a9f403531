package io.redress.penalties.domain.transparency;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a value that is there is one of its field. */
final class ValueCheck {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#]+[^\\s]*");

    private ValueCheck() {}

    static Optional<FormatProblem> problem(FieldRule rule, Object value) {
        Optional<String> detail =
                switch (rule.kind()) {
                    case TEXT -> text(rule, value);
                    case URL -> text(rule, value).or(() -> url(value));
                    case ENUM -> one(rule, value);
                    case LIST -> list(rule, value);
                    case DATE -> date(rule, value);
                    case CODES -> codes(rule, value);
                };
        return detail.map(said -> new FormatProblem(rule.name(), said));
    }

    /** What is wrong when {@code field} has to be on or after {@code other}; nothing unless both are dates. */
    static Optional<FormatProblem> order(String field, String other, Map<String, Object> statement) {
        Optional<LocalDate> end = day(statement.get(field));
        Optional<LocalDate> start = day(statement.get(other));
        boolean before = end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
        return before
                ? Optional.of(new FormatProblem(field, "is before " + other + ", which the documentation forbids"))
                : Optional.empty();
    }

    private static Optional<String> text(FieldRule rule, Object value) {
        if (!(value instanceof String text)) {
            return Optional.of("must be a text");
        }
        int length = text.codePointCount(0, text.length());
        if (rule.max().isPresent() && length > rule.max().getAsInt()) {
            return Optional.of(
                    "has " + length + " characters, at most " + rule.max().getAsInt() + " are taken");
        }
        return rule.pattern()
                .filter(pattern -> !pattern.matcher(text).matches())
                .map(pattern -> "does not match " + pattern.pattern());
    }

    private static Optional<String> url(Object value) {
        boolean fits = value instanceof String text && URL.matcher(text).matches();
        return fits ? Optional.empty() : Optional.of("must be an http or https URL");
    }

    private static Optional<String> one(FieldRule rule, Object value) {
        boolean known = value instanceof String text && rule.values().contains(text);
        return known ? Optional.empty() : Optional.of("is none of the values of the format");
    }

    private static Optional<String> list(FieldRule rule, Object value) {
        if (!(value instanceof Collection<?> list)) {
            return Optional.of("must be a list");
        }
        boolean known = list.stream()
                .allMatch(item -> item instanceof String text && rule.values().contains(text));
        return known ? Optional.empty() : Optional.of("holds a value that the format does not have");
    }

    private static Optional<String> date(FieldRule rule, Object value) {
        Optional<LocalDate> day = day(value);
        if (day.isEmpty()) {
            return Optional.of("must be a day, YYYY-MM-DD");
        }
        if (rule.from().filter(from -> day.get().isBefore(from)).isPresent()) {
            return Optional.of("is " + day.get() + ", and the format starts in "
                    + rule.from().get().getYear());
        }
        return rule.to()
                .filter(to -> day.get().isAfter(to))
                .map(to -> "is " + day.get() + ", and the format ends on " + to);
    }

    private static Optional<LocalDate> day(Object value) {
        try {
            return value instanceof String text ? Optional.of(LocalDate.parse(text, DAY)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> codes(FieldRule rule, Object value) {
        if (!(value instanceof Map<?, ?> codes)) {
            return Optional.of("must be an object of codes");
        }
        for (Map.Entry<?, ?> code : codes.entrySet()) {
            Pattern pattern =
                    code.getKey() instanceof String name ? rule.codes().get(name) : null;
            if (pattern == null) {
                return Optional.of("has a code other than "
                        + String.join(", ", rule.codes().keySet()));
            }
            if (!(code.getValue() instanceof String text)
                    || !pattern.matcher(text).matches()) {
                return Optional.of("has a " + code.getKey() + " that does not match " + pattern.pattern());
            }
        }
        return Optional.empty();
    }
}
