package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two versions of the schema of what is <em>received</em>, from the view of a caller who was written against
 * the first: everything that it accepted is still accepted and still read. A keyword this class does not understand may
 * go, but neither come nor change.
 */
final class AcceptedSchema {
    private final List<String> breaks = new ArrayList<>();

    private AcceptedSchema() {}

    /** What a caller of {@code before} may send and {@code after} refuses or ignores. Empty when there is nothing. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        AcceptedSchema comparison = new AcceptedSchema();
        comparison.compare("", before, after);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        compareProperties(place + "/properties", before.path("properties"), after.path("properties"));
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            String keyword = member.getKey();
            if (!SchemaLimits.isAnnotation(keyword) && !keyword.equals("properties")) {
                compareKeyword(place, keyword, before, after);
            }
        }
    }

    private void compareKeyword(String place, String keyword, JsonNode before, JsonNode after) {
        if (keyword.equals("items") || keyword.equals("additionalProperties")) {
            compareNested(place + "/" + keyword, before.path(keyword), after.get(keyword));
        } else if (keyword.equals("required")) {
            compareRequired(place, before, after);
        } else if (keyword.equals("enum") || keyword.equals("const")) {
            compareValues(place, before, after);
        } else if (SchemaLimits.LOWER.contains(keyword) || SchemaLimits.UPPER.contains(keyword)) {
            if (!SchemaLimits.within(keyword, before, after)) {
                breaks.add(place + ": " + keyword + " is tighter");
            }
        } else if (!after.get(keyword).equals(before.path(keyword))) {
            breaks.add(place + ": " + keyword + " changed");
        }
    }

    private void compareProperties(String place, JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> property : before.properties()) {
            String inner = place + "/" + property.getKey();
            if (after.has(property.getKey())) {
                compare(inner, property.getValue(), after.get(property.getKey()));
            } else {
                breaks.add(inner + ": gone");
            }
        }
    }

    private void compareNested(String place, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            compare(place, before, after);
        } else if (!before.equals(after) && !after.asBoolean()) {
            breaks.add(place + ": tighter");
        }
    }

    private void compareRequired(String place, JsonNode before, JsonNode after) {
        Set<JsonNode> already = SchemaLimits.required(before);
        for (JsonNode name : SchemaLimits.required(after)) {
            if (!already.contains(name)) {
                breaks.add(place + ": " + name.asText() + " is required now");
            }
        }
    }

    private void compareValues(String place, JsonNode before, JsonNode after) {
        Set<JsonNode> accepted = SchemaLimits.values(after).orElseThrow();
        Optional<Set<JsonNode>> sent = SchemaLimits.values(before);
        if (sent.isEmpty()) {
            breaks.add(place + ": only certain values are accepted now");
            return;
        }
        sent.get().stream()
                .filter(value -> !accepted.contains(value))
                .forEach(value -> breaks.add(place + ": " + value + " is not accepted any more"));
    }
}
