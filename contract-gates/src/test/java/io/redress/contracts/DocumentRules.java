package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What no contract uses, because generators of clients cannot read it or because it is not for a contract to say. */
final class DocumentRules {
    private DocumentRules() {}

    /** Each finding with its place in the document. */
    static List<String> findings(JsonNode document) {
        List<String> findings = new ArrayList<>();
        walk("", document, findings);
        return findings;
    }

    private static void walk(String place, JsonNode node, List<String> findings) {
        if (node.path("type").isArray()) {
            findings.add(place + ": a list of types");
        }
        if (node.path("oneOf").isArray() && !node.has("discriminator")) {
            findings.add(place + ": oneOf without discriminator");
        }
        if (node.path("servers").isArray()) {
            findings.add(place + ": servers");
        }
        if (node.path("$ref").isTextual() && !node.path("$ref").asText().startsWith("#/")) {
            findings.add(place + ": a reference to another document");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            walk(place + "/" + member.getKey(), member.getValue(), findings);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(place + "/" + i, node.get(i), findings);
            }
        }
    }
}
