package io.redress.e2e.attack;

import io.redress.e2e.attack.Route.Parameter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the routes out of the suite's document, which is all that the generator knows of the API. */
final class SuiteContract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int DEEPEST = 64;

    private final JsonObject document;

    private SuiteContract(JsonObject document) {
        this.document = document;
    }

    static List<Route> routes(JsonObject document) {
        return new SuiteContract(document).routes();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                if (METHODS.contains(method)) {
                    routes.add(route(path, method, item));
                }
            }
        }
        return List.copyOf(routes);
    }

    private Route route(String path, String method, JsonObject item) {
        JsonObject operation = (JsonObject) resolved(item.getJsonObject(method), 0);
        JsonArray shared = (JsonArray) resolved(item.getJsonArray("parameters", new JsonArray()), 0);
        List<Parameter> parameters = Stream.concat(
                        shared.stream(), operation.getJsonArray("parameters", new JsonArray()).stream())
                .map(JsonObject.class::cast)
                .map(one -> new Parameter(
                        one.getString("name"),
                        one.getString("in"),
                        one.getBoolean("required", false),
                        one.getJsonObject("schema"),
                        "empty".equals(one.getString("x-foreign"))))
                .toList();
        JsonObject content = operation
                .getJsonObject("requestBody", new JsonObject())
                .getJsonObject("content", new JsonObject())
                .getJsonObject("application/json", new JsonObject());
        return new Route(
                operation.getJsonArray("tags").getString(0),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.getString("operationId"),
                operation.getJsonArray("x-scope").stream()
                        .map(String.class::cast)
                        .toList(),
                operation.getString("x-owner"),
                operation.getJsonArray("x-also", new JsonArray()).stream()
                        .map(String.class::cast)
                        .toList(),
                operation.containsKey("x-idempotency-key"),
                operation.containsKey("x-if-match"),
                Optional.ofNullable(content.getJsonObject("schema")),
                content.getJsonObject("example", new JsonObject()),
                parameters,
                operation.getJsonObject("responses").encode().contains("text/event-stream"));
    }

    private Object resolved(Object node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("references go round in a circle");
        }
        if (node instanceof JsonObject object) {
            if (object.getValue("$ref") instanceof String reference) {
                return resolved(target(reference), depth + 1);
            }
            JsonObject copy = new JsonObject();
            object.forEach(member -> copy.put(member.getKey(), resolved(object.getValue(member.getKey()), depth + 1)));
            return copy;
        }
        if (node instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            for (int i = 0; i < array.size(); i++) {
                copy.add(resolved(array.getValue(i), depth + 1));
            }
            return copy;
        }
        return node;
    }

    private Object target(String reference) {
        Object found = document;
        for (String step : reference.substring(2).split("/")) {
            found = ((JsonObject) found).getValue(step);
        }
        return found;
    }
}
