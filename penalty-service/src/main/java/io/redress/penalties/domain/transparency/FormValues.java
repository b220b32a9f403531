package io.redress.penalties.domain.transparency;

import io.redress.penalties.domain.transparency.FieldRule.Has;
import java.util.Collection;
import java.util.Map;

/** How the database reads the members of a statement: a blank text and an empty list count as absent. */
final class FormValues {

    private FormValues() {}

    static boolean present(Map<String, Object> statement, String field) {
        Object value = statement.get(field);
        if (value instanceof String text) {
            return !text.isBlank();
        }
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return value != null;
    }

    static boolean has(Map<String, Object> statement, Has condition) {
        Object value = statement.get(condition.field());
        return value instanceof Collection<?> list
                ? list.contains(condition.value())
                : condition.value().equals(value);
    }
}
