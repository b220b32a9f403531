package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The operations of an OpenAPI document, with every reference into its components put in place. */
final class Operations {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final int DEEPEST = 64;

    private Operations() {}

    /** By method and path, for example {@code POST /v1/cases}. Parameters of the path are the operation's own here. */
    static Map<String, JsonNode> of(JsonNode document) {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    ObjectNode operation = member.getValue().deepCopy();
                    path.getValue().path("parameters").forEach(operation.withArray("parameters")::add);
                    operations.put(
                            member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            resolved(document, operation, 0));
                }
            }
        }
        return operations;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("a contract's references go round in a circle");
        }
        if (node.path("$ref").isTextual()) {
            return resolved(document, target(document, node.get("$ref").asText()), depth + 1);
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> object.set(member.getKey(), resolved(document, member.getValue(), depth + 1)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(resolved(document, element, depth + 1)));
            return array;
        }
        return node;
    }

    private static JsonNode target(JsonNode document, String reference) {
        JsonNode target = reference.startsWith("#/") ? document.at(reference.substring(1)) : document.path("");
        if (target.isMissingNode()) {
            throw new IllegalStateException("a contract refers to " + reference + ", which it does not have");
        }
        return target;
    }
}
