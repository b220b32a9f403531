package io.redress.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * A request as it goes on to a service.
 *
 * @param uri path and query, not decoded
 * @param headers only what may reach a service
 * @param body whole, so that it can be sent to another instance; empty if there is none, or if it follows in parts
 * @param forFile whether the answer is a file, to be passed on in parts
 */
public record Outgoing(HttpMethod method, String uri, MultiMap headers, Buffer body, boolean forFile) {

    public Outgoing(HttpMethod method, String uri, MultiMap headers, Buffer body) {
        this(method, uri, headers, body, false);
    }

    /** A read on the gateway's own account. */
    public static Outgoing get(String uri, MultiMap headers) {
        return new Outgoing(HttpMethod.GET, uri, headers, Buffer.buffer());
    }
}
