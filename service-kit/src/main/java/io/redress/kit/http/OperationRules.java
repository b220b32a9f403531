package io.redress.kit.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operation's extensions in the contract demand.
 *
 * @param access who may call it
 * @param takesYaml whether the body may be YAML too
 * @param successStatus the contract's first 2xx status
 * @param location template of the Location header, filled with the body's {@code id}
 * @param streaming which side of the exchange is a file
 */
record OperationRules(
        OperationAccess access,
        boolean needsIdempotencyKey,
        boolean needsIfMatch,
        boolean needsBody,
        boolean takesYaml,
        int successStatus,
        Optional<String> location,
        Streaming streaming) {

    static OperationRules of(Operation operation) {
        JsonObject model = operation.getOpenAPIModel();
        JsonArray scope = model.getJsonArray("x-scope");
        if (scope == null) {
            throw new IllegalStateException("operation " + operation.getOperationId() + " has no x-scope");
        }
        Set<String> roles = new TreeSet<>();
        scope.forEach(role -> roles.add((String) role));
        boolean open = roles.remove("public");
        int success = model.getJsonObject("responses").fieldNames().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .min()
                .orElseThrow(() ->
                        new IllegalStateException("operation " + operation.getOperationId() + " has no 2xx response"));
        return new OperationRules(
                new OperationAccess(roles, open, !"none".equals(model.getString("x-owner"))),
                "required".equals(model.getString("x-idempotency-key")),
                "required".equals(model.getString("x-if-match")),
                model.containsKey("requestBody"),
                model.getJsonObject("requestBody", new JsonObject()).getBoolean(ContractFile.TAKES_YAML, false),
                success,
                Optional.ofNullable(model.getString("x-location")),
                Streaming.of(model));
    }
}
