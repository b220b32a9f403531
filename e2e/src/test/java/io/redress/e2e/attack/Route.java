package io.redress.e2e.attack;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * One operation as the suite's document describes it, with every reference put in place.
 *
 * @param service the tag: which service answers it, or the gateway
 * @param scope roles that may call it; empty for anybody with a token
 * @param owner a kind of ownership of roles.yaml
 * @param also roles that reach it besides its owner, as far as they have to do with it
 * @param body the schema of its JSON body
 * @param example the body's example; empty where there is no body
 * @param streams whether its answer does not end by itself
 */
record Route(
        String service,
        String method,
        String path,
        String operationId,
        List<String> scope,
        String owner,
        List<String> also,
        boolean needsKey,
        boolean needsIfMatch,
        Optional<JsonObject> body,
        JsonObject example,
        List<Parameter> parameters,
        boolean streams) {

    /**
     * A parameter of the path, the query or a header.
     *
     * @param emptyToOthers whether a list asked by another merchant's id is empty; it does not exist otherwise
     */
    record Parameter(String name, String in, boolean required, JsonObject schema, boolean emptyToOthers) {

        private Parameter asRequired() {
            return new Parameter(name, in, true, schema, emptyToOthers);
        }
    }

    /** The same route, asked with one of the query parameters that it can do without. */
    Route askedWith(Parameter asked) {
        List<Parameter> with = parameters.stream()
                .map(parameter -> parameter.equals(asked) ? parameter.asRequired() : parameter)
                .toList();
        return new Route(
                service,
                method,
                path,
                operationId,
                scope,
                owner,
                also,
                needsKey,
                needsIfMatch,
                body,
                example,
                with,
                streams);
    }

    boolean open() {
        return scope.contains("public");
    }

    /** Whether the contract lets this role in. */
    boolean admits(String role) {
        return open() || scope.isEmpty() || scope.contains(role);
    }

    List<Parameter> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .toList();
    }

    @Override
    public String toString() {
        List<String> asked = in("query").stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        return method + " " + path + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
    }
}
