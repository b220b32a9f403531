package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the keywords of a JSON schema allow, for comparing two versions of it. */
final class SchemaLimits {
    static final Set<String> LOWER = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    static final Set<String> UPPER = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private static final Set<String> ANNOTATIONS = Set.of(
            "$schema", "$id", "$comment", "title", "description", "example", "examples", "default", "deprecated");

    private SchemaLimits() {}

    /** Keywords that people read and validators do not; also what an unquoted comma split off a description. */
    static boolean isAnnotation(String keyword) {
        return ANNOTATIONS.contains(keyword) || keyword.contains(" ");
    }

    /** The only values that enum or const allow; empty when neither is there. */
    static Optional<Set<JsonNode>> values(JsonNode schema) {
        if (schema.has("const")) {
            return Optional.of(Set.of(schema.get("const")));
        }
        return schema.has("enum") ? Optional.of(elements(schema.get("enum"))) : Optional.empty();
    }

    static Set<JsonNode> required(JsonNode schema) {
        return elements(schema.path("required"));
    }

    /** Whether every value within {@code inner}'s limit is within {@code outer}'s; an absent limit limits nothing. */
    static boolean within(String keyword, JsonNode inner, JsonNode outer) {
        if (!outer.has(keyword)) {
            return true;
        }
        if (!inner.has(keyword)) {
            return false;
        }
        int order =
                inner.get(keyword).decimalValue().compareTo(outer.get(keyword).decimalValue());
        return LOWER.contains(keyword) ? order >= 0 : order <= 0;
    }

    private static Set<JsonNode> elements(JsonNode array) {
        Set<JsonNode> elements = new LinkedHashSet<>();
        array.forEach(elements::add);
        return elements;
    }
}
