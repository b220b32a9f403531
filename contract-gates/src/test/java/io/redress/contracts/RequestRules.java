package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a caller sends has an end: closed objects, bounded texts, lists and maps. */
final class RequestRules {
    private static final Set<String> BOUNDED_FORMATS = Set.of("date", "date-time");
    private static final Set<String> ENDLESS_KINDS = Set.of("maxLength", "maxItems", "maxProperties");

    private final List<String> findings = new ArrayList<>();

    private RequestRules() {}

    /** What the parameters and the body of a resolved operation leave open. */
    static List<String> findings(String operation, JsonNode resolved) {
        RequestRules rules = new RequestRules();
        for (JsonNode parameter : resolved.path("parameters")) {
            rules.check(operation + " " + parameter.path("name").asText(), parameter.path("schema"));
        }
        for (Map.Entry<String, JsonNode> content :
                resolved.path("requestBody").path("content").properties()) {
            rules.check(operation + " body", content.getValue().path("schema"));
        }
        return List.copyOf(rules.findings);
    }

    private void check(String place, JsonNode schema) {
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(keyword).forEach(choice -> check(place + " " + keyword, choice));
        }
        switch (schema.path("type").asText()) {
            case "object" -> checkObject(place, schema);
            case "array" -> checkArray(place, schema);
            case "string" -> checkText(place, schema);
            case "integer", "number", "boolean", "null" -> {}
            default -> checkUntyped(place, schema);
        }
    }

    private void checkObject(String place, JsonNode schema) {
        JsonNode more = schema.path("additionalProperties");
        if (more.isObject()) {
            if (!schema.has("maxProperties")) {
                findings.add(place + ": a map without maxProperties");
            }
            check(place + "/*", more);
        } else if (!more.isBoolean() || more.asBoolean()) {
            findings.add(place + ": an object without additionalProperties: false");
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            check(place + "/" + property.getKey(), property.getValue());
        }
    }

    private void checkArray(String place, JsonNode schema) {
        if (!schema.has("maxItems")) {
            findings.add(place + ": a list without maxItems");
        }
        check(place + "[]", schema.path("items"));
    }

    private void checkText(String place, JsonNode schema) {
        boolean bounded = schema.has("maxLength")
                || schema.has("enum")
                || schema.has("const")
                || BOUNDED_FORMATS.contains(schema.path("format").asText())
                || BoundedPattern.isBounded(schema.path("pattern").asText());
        if (!bounded) {
            findings.add(place + ": a text without an end");
        }
    }

    private void checkUntyped(String place, JsonNode schema) {
        boolean composed = schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf");
        boolean bounded = ENDLESS_KINDS.stream().allMatch(schema::has);
        if (!composed && !bounded && !schema.has("enum") && !schema.has("const")) {
            findings.add(place + ": a value without type or end");
        }
    }
}
