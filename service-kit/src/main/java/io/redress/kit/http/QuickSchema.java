package io.redress.kit.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A JSON schema (2020-12) made into a predicate once. The validator at hand goes through the schema for each value, in a
 * method too long for the JVM to compile. Guarantee: what the predicate accepts is valid. Limit: only the plain keywords;
 * a schema with any other makes no predicate.
 */
final class QuickSchema {

    private static final Set<String> SAYS_NOTHING =
            Set.of("title", "description", "example", "examples", "default", "deprecated", "readOnly", "writeOnly");

    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private QuickSchema() {}

    /** Of values as they are decoded: maps, lists, texts, numbers and booleans. */
    static Optional<Predicate<Object>> of(JsonObject schema) {
        List<Predicate<Object>> all = new ArrayList<>();
        for (String keyword : schema.fieldNames()) {
            if (SAYS_NOTHING.contains(keyword) || keyword.startsWith("x-") || keyword.startsWith("__absolute_")) {
                continue;
            }
            Optional<Predicate<Object>> predicate = keyword(keyword, schema);
            if (predicate.isEmpty()) {
                return Optional.empty();
            }
            all.add(predicate.get());
        }
        Predicate<?>[] each = all.toArray(Predicate<?>[]::new);
        return Optional.of(value -> holds(each, value));
    }

    @SuppressWarnings("unchecked")
    private static boolean holds(Predicate<?>[] each, Object value) {
        for (Predicate<?> one : each) {
            if (!((Predicate<Object>) one).test(value)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Predicate<Object>> keyword(String keyword, JsonObject schema) {
        Object given = schema.getValue(keyword);
        return switch (keyword) {
            case "type" -> type(given);
            case "enum" -> choice(given);
            case "format" -> given.equals("date-time") ? Optional.of(text(QuickSchema::dateTime)) : Optional.empty();
            case "pattern" -> Optional.of(text(Pattern.compile((String) given).asPredicate()));
            case "minLength" -> Optional.of(text(text -> length(text) >= ((Number) given).intValue()));
            case "maxLength" -> Optional.of(text(text -> length(text) <= ((Number) given).intValue()));
            case "minimum" -> bound(given).map(least -> number(value -> value >= least));
            case "maximum" -> bound(given).map(most -> number(value -> value <= most));
            case "minItems" -> Optional.of(list(list -> list.size() >= ((Number) given).intValue()));
            case "maxItems" -> Optional.of(list(list -> list.size() <= ((Number) given).intValue()));
            case "uniqueItems" -> Optional.of(list(list -> !(boolean) given || differentTexts(list)));
            case "items" -> sub(given).map(item -> list(list -> list.stream().allMatch(item)));
            case "required" -> required((JsonArray) given);
            case "minProperties" -> Optional.of(map(map -> map.size() >= ((Number) given).intValue()));
            case "maxProperties" -> Optional.of(map(map -> map.size() <= ((Number) given).intValue()));
            case "properties" -> properties(schema);
            case "additionalProperties" ->
                schema.containsKey("properties") ? Optional.of(value -> true) : properties(schema);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Object>> type(Object type) {
        if (!(type instanceof String name)) {
            return Optional.empty();
        }
        return switch (name) {
            case "string" -> Optional.of(value -> value instanceof String);
            case "boolean" -> Optional.of(value -> value instanceof Boolean);
            case "integer" -> Optional.of(value -> value instanceof Integer || value instanceof Long);
            case "object" -> Optional.of(value -> value instanceof Map);
            case "array" -> Optional.of(value -> value instanceof List);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Object>> choice(Object choices) {
        List<?> all = ((JsonArray) choices).getList();
        return all.stream().allMatch(String.class::isInstance)
                ? Optional.of(Set.copyOf(all)::contains)
                : Optional.empty();
    }

    private static Optional<Long> bound(Object given) {
        return given instanceof Integer || given instanceof Long
                ? Optional.of(((Number) given).longValue())
                : Optional.empty();
    }

    private static Optional<Predicate<Object>> sub(Object schema) {
        return schema instanceof JsonObject object ? of(object) : Optional.empty();
    }

    private static Optional<Predicate<Object>> required(JsonArray names) {
        List<?> all = names.getList();
        return Optional.of(
                value -> !(value instanceof Map<?, ?> map) || map.keySet().containsAll(all));
    }

    /** The members named, and what the schema says of all others. */
    private static Optional<Predicate<Object>> properties(JsonObject schema) {
        Map<String, Predicate<Object>> named = new HashMap<>();
        for (Map.Entry<String, Object> property : schema.getJsonObject("properties", new JsonObject())) {
            Optional<Predicate<Object>> predicate = sub(property.getValue());
            if (predicate.isEmpty()) {
                return Optional.empty();
            }
            named.put(property.getKey(), predicate.get());
        }
        Object additional = schema.getValue("additionalProperties", true);
        Optional<Predicate<Object>> others =
                additional instanceof Boolean allowed ? Optional.of(value -> allowed) : sub(additional);
        return others.map(other -> value -> !(value instanceof Map<?, ?> map)
                || map.entrySet().stream()
                        .allMatch(member -> named.getOrDefault(Objects.toString(member.getKey()), other)
                                .test(member.getValue())));
    }

    /** Of anything but texts the validator says whether they differ. */
    private static boolean differentTexts(List<?> list) {
        return list.stream().allMatch(String.class::isInstance)
                && Set.copyOf(list).size() == list.size();
    }

    private static boolean dateTime(String text) {
        if (!DATE_TIME.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Predicate<Object> text(Predicate<String> holds) {
        return value -> !(value instanceof String text) || holds.test(text);
    }

    private static Predicate<Object> number(Predicate<Long> holds) {
        return value -> value instanceof Integer || value instanceof Long
                ? holds.test(((Number) value).longValue())
                : !(value instanceof Number);
    }

    private static Predicate<Object> map(Predicate<Map<?, ?>> holds) {
        return value -> !(value instanceof Map<?, ?> map) || holds.test(map);
    }

    private static Predicate<Object> list(Predicate<List<?>> holds) {
        return value -> !(value instanceof List<?> list) || holds.test(list);
    }
}
