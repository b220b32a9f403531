package io.redress.kit.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** A request that is authenticated, authorised and valid by the contract. */
public final class ApiRequest {

    private final RoutingContext routing;
    private final byte[] body;

    ApiRequest(RoutingContext routing, byte[] body) {
        this.routing = routing;
        this.body = body;
    }

    public String path(String name) {
        return routing.pathParam(name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(routing.queryParams().get(name)).filter(value -> !value.isEmpty());
    }

    /** The body as a record of the service's own. */
    public <T> T body(Class<T> type) {
        return Json.read(body, type);
    }

    public PageRequest page() {
        return PageRequest.of(query("limit"), query("cursor"));
    }

    byte[] rawBody() {
        return body;
    }

    RoutingContext routing() {
        return routing;
    }
}
