package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What every operation of a contract says about itself, so that services, gateway and tests can go by it. */
final class OperationRules {
    /** A POST that only asks: it takes a body, changes nothing, and so needs no key. */
    private static final String PREVIEW = "-preview";

    /** Ownership that is no matter of merchants, so that roles can have a part in it. */
    private static final Set<String> WITH_A_PART = Set.of("recipient", "matter");

    private final Set<String> roles;
    private final Set<String> owners;

    /** By the table of roles and kinds of ownership, roles.yaml. */
    OperationRules(JsonNode table) {
        this.roles = new HashSet<>();
        this.owners = new HashSet<>();
        table.path("roles").fieldNames().forEachRemaining(roles::add);
        table.path("ownership").fieldNames().forEachRemaining(owners::add);
    }

    /** What is missing or wrong in one resolved operation, named for example {@code POST /v1/cases}. */
    List<String> findings(String name, JsonNode operation) {
        List<String> findings = new ArrayList<>();
        if (operation.path("operationId").asText().isBlank()) {
            findings.add(name + ": no operationId");
        }
        if ((operation.path("summary").asText() + operation.path("description").asText()).isBlank()) {
            findings.add(name + ": neither summary nor description");
        }
        String owner = operation.path("x-owner").asText();
        if (!owners.contains(owner)) {
            findings.add(name + ": x-owner is none of " + owners);
        }
        if (!operation.path("x-scope").isArray()) {
            findings.add(name + ": x-scope is not a list");
        }
        for (JsonNode role : operation.path("x-scope")) {
            boolean everybody =
                    role.asText().equals("public") && operation.path("x-scope").size() == 1;
            if (!everybody && !roles.contains(role.asText())) {
                findings.add(name + ": roles.yaml has no role " + role.asText());
            }
        }
        for (JsonNode role : operation.path("x-also")) {
            if (!roles.contains(role.asText())) {
                findings.add(name + ": x-also names " + role.asText() + ", which is no role");
            }
        }
        if (operation.has("x-also") && !WITH_A_PART.contains(owner)) {
            findings.add(name + ": x-also belongs to an x-owner of " + WITH_A_PART);
        }
        for (JsonNode parameter : operation.path("parameters")) {
            boolean filter = name.startsWith("GET ")
                    && owner.equals("merchant")
                    && parameter.path("in").asText().equals("query");
            if (parameter.has("x-foreign")
                    && !(filter && parameter.path("x-foreign").asText().equals("empty"))) {
                findings.add(name + ": x-foreign is 'empty', on a query parameter of a merchant's list only");
            }
        }
        boolean moves = name.startsWith("POST ") && !name.endsWith(PREVIEW);
        if (moves != operation.has("x-idempotency-key")) {
            findings.add(name + ": x-idempotency-key belongs to a POST that creates or moves, and to no other");
        }
        demand(name, operation, "x-idempotency-key", "Idempotency-Key", findings);
        demand(name, operation, "x-if-match", "If-Match", findings);
        return findings;
    }

    /** The extension and the header belong together; the service itself answers when the header is not there. */
    private static void demand(
            String name, JsonNode operation, String extension, String header, List<String> findings) {
        if (operation.has(extension) && !operation.path(extension).asText().equals("required")) {
            findings.add(name + ": " + extension + " is not 'required'");
        }
        List<JsonNode> declared = StreamSupport.stream(
                        operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("header")
                        && parameter.path("name").asText().equalsIgnoreCase(header))
                .toList();
        if (declared.isEmpty() == operation.has(extension)) {
            findings.add(name + ": " + extension + " and the parameter " + header + " belong together");
        }
        if (declared.stream().anyMatch(parameter -> parameter.path("required").asBoolean())) {
            findings.add(name + ": the parameter " + header + " is not optional");
        }
    }
}
