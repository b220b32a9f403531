package io.redress.kit.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Which side of an exchange is a file, {@code x-streamed} in the contract: it is passed on in parts and never held whole. */
public enum Streaming {
    NONE,
    REQUEST,
    RESPONSE;

    static final String EXTENSION = "x-streamed";
    private static final String OF_REQUEST = "streaming";

    /** @throws IllegalStateException if the extension says something else than {@code request} or {@code response} */
    public static Streaming named(String extension) {
        return switch (extension == null ? "" : extension) {
            case "" -> NONE;
            case "request" -> REQUEST;
            case "response" -> RESPONSE;
            default -> throw new IllegalStateException(EXTENSION + " is request or response, not " + extension);
        };
    }

    static Streaming of(JsonObject operation) {
        return named(operation.getString(EXTENSION));
    }

    /** Says that this request's body is a file. */
    void mark(RoutingContext routing) {
        routing.put(OF_REQUEST, this);
    }

    /** Whether this request's body is a file. */
    static boolean ofRequest(RoutingContext routing) {
        return routing.get(OF_REQUEST) == REQUEST;
    }
}
