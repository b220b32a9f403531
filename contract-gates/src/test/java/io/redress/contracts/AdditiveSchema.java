package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two versions of the schema of what is <em>sent</em>, from the view of a reader who was written against the
 * first. Readers skip members they do not know, so a member may be added; nothing that they rely on may go, and no value
 * may come that the first version ruled out. A keyword this class does not understand may not change at all.
 */
final class AdditiveSchema {
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "patternProperties", "$defs");
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");

    private final List<String> breaks = new ArrayList<>();

    private AdditiveSchema() {}

    /** What a reader of {@code before} cannot live with in {@code after}; each with its place. Empty when there is nothing. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        AdditiveSchema comparison = new AdditiveSchema();
        comparison.compare("", before, after);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> member : before.properties()) {
            String keyword = member.getKey();
            if (!SchemaLimits.isAnnotation(keyword)) {
                compareKeyword(place, keyword, before, after);
            }
        }
    }

    private void compareKeyword(String place, String keyword, JsonNode before, JsonNode after) {
        if (NAMED_SCHEMAS.contains(keyword)) {
            compareNamed(place + "/" + keyword, before.get(keyword), after.path(keyword));
        } else if (SCHEMAS.contains(keyword)) {
            compareNested(place + "/" + keyword, before.get(keyword), after.path(keyword));
        } else if (keyword.equals("required")) {
            compareRequired(place, before, after);
        } else if (keyword.equals("enum")) {
            compareValues(place, before, after);
        } else if (SchemaLimits.LOWER.contains(keyword) || SchemaLimits.UPPER.contains(keyword)) {
            if (!SchemaLimits.within(keyword, after, before)) {
                breaks.add(place + ": " + keyword + " is wider or gone");
            }
        } else if (!before.get(keyword).equals(after.path(keyword))) {
            breaks.add(place + ": " + keyword + " changed");
        }
    }

    private void compareNamed(String place, JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> schema : before.properties()) {
            String inner = place + "/" + schema.getKey();
            if (after.has(schema.getKey())) {
                compare(inner, schema.getValue(), after.get(schema.getKey()));
            } else {
                breaks.add(inner + ": gone");
            }
        }
    }

    private void compareNested(String place, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            compare(place, before, after);
        } else if (before.isObject()) {
            breaks.add(place + ": gone");
        }
    }

    private void compareRequired(String place, JsonNode before, JsonNode after) {
        Set<JsonNode> still = SchemaLimits.required(after);
        for (JsonNode name : SchemaLimits.required(before)) {
            if (!still.contains(name)) {
                breaks.add(place + ": " + name.asText() + " is no longer required");
            }
        }
    }

    private void compareValues(String place, JsonNode before, JsonNode after) {
        Set<JsonNode> known = SchemaLimits.values(before).orElseThrow();
        SchemaLimits.values(after)
                .ifPresentOrElse(
                        values -> values.stream()
                                .filter(value -> !known.contains(value))
                                .forEach(value -> breaks.add(place + ": " + value + " is a new value")),
                        () -> breaks.add(place + ": any value is possible"));
    }
}
