package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Compares two versions of an OpenAPI 3.1 document from the view of a caller who was written against the first. It reads
 * the schemas as JSON Schema 2020-12, which tools made for OpenAPI 3.0 do only in part, and the extensions of the
 * contracts: who may call, and which headers an operation insists on.
 */
final class OperationGate {
    private final List<String> breaks = new ArrayList<>();

    private OperationGate() {}

    static List<String> breaks(JsonNode before, JsonNode after) {
        OperationGate gate = new OperationGate();
        Map<String, JsonNode> current = Operations.of(after);
        Operations.of(before).forEach((name, operation) -> {
            if (current.containsKey(name)) {
                gate.compare(name, operation, current.get(name));
            } else {
                gate.breaks.add(name + ": gone");
            }
        });
        return List.copyOf(gate.breaks);
    }

    private void compare(String name, JsonNode before, JsonNode after) {
        if (!before.path("operationId").equals(after.path("operationId"))) {
            breaks.add(name + ": operationId changed");
        }
        compareDemand(name, "x-idempotency-key", before, after);
        compareDemand(name, "x-if-match", before, after);
        compareScope(name, before.path("x-scope"), after.path("x-scope"));
        compareParameters(name, before.path("parameters"), after.path("parameters"));
        compareRequest(name + " request", before.path("requestBody"), after.path("requestBody"));
        compareResponses(name, before.path("responses"), after.path("responses"));
    }

    private void compareDemand(String name, String header, JsonNode before, JsonNode after) {
        if (after.has(header) && !before.has(header)) {
            breaks.add(name + ": " + header + " is required now");
        }
    }

    private void compareScope(String name, JsonNode before, JsonNode after) {
        if (contains(after, "public") || (after.isEmpty() && !contains(before, "public"))) {
            return;
        }
        if (before.isEmpty()) {
            breaks.add(name + ": not every caller may any more");
        }
        before.forEach(role -> {
            if (!contains(after, role.asText())) {
                breaks.add(name + ": " + role.asText() + " may not any more");
            }
        });
    }

    private void compareParameters(String name, JsonNode before, JsonNode after) {
        for (JsonNode parameter : before) {
            JsonNode now = same(parameter, after);
            String place = name + " parameter " + parameter.path("name").asText();
            if (now.isMissingNode()) {
                breaks.add(place + ": gone");
            } else {
                addAll(place, AcceptedSchema.breaks(parameter.path("schema"), now.path("schema")));
            }
        }
        for (JsonNode parameter : after) {
            if (parameter.path("required").asBoolean()
                    && !same(parameter, before).path("required").asBoolean()) {
                breaks.add(name + " parameter " + parameter.path("name").asText() + ": required now");
            }
        }
    }

    private void compareRequest(String place, JsonNode before, JsonNode after) {
        if (after.path("required").asBoolean() && !before.path("required").asBoolean()) {
            breaks.add(place + ": required now");
        }
        for (Map.Entry<String, JsonNode> content : before.path("content").properties()) {
            JsonNode now = after.path("content").path(content.getKey());
            if (now.isMissingNode()) {
                breaks.add(place + " as " + content.getKey() + ": gone");
            } else {
                addAll(place, AcceptedSchema.breaks(content.getValue().path("schema"), now.path("schema")));
            }
        }
    }

    private void compareResponses(String name, JsonNode before, JsonNode after) {
        for (Map.Entry<String, JsonNode> response : before.properties()) {
            String place = name + " response " + response.getKey();
            JsonNode now = after.path(response.getKey());
            if (now.isMissingNode()) {
                breaks.add(place + ": gone");
                continue;
            }
            for (Map.Entry<String, JsonNode> header :
                    response.getValue().path("headers").properties()) {
                if (!now.path("headers").has(header.getKey())) {
                    breaks.add(place + " header " + header.getKey() + ": gone");
                }
            }
            for (Map.Entry<String, JsonNode> content :
                    response.getValue().path("content").properties()) {
                JsonNode body = now.path("content").path(content.getKey());
                if (body.isMissingNode()) {
                    breaks.add(place + " as " + content.getKey() + ": gone");
                } else {
                    addAll(place, AdditiveSchema.breaks(content.getValue().path("schema"), body.path("schema")));
                }
            }
        }
    }

    private void addAll(String place, List<String> found) {
        found.forEach(text -> breaks.add(place + " " + text));
    }

    private static JsonNode same(JsonNode parameter, JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .filter(other -> other.path("name").equals(parameter.path("name"))
                        && other.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean contains(JsonNode roles, String role) {
        return StreamSupport.stream(roles.spliterator(), false)
                .anyMatch(other -> other.asText().equals(role));
    }
}
