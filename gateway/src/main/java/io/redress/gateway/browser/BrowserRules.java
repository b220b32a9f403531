package io.redress.gateway.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * What every answer tells a browser: nothing is guessed, framed, kept or sent on, and whose pages may read it. Pages of
 * other origins never act with a browser's own credentials: the API knows no cookies.
 */
public final class BrowserRules {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String SENT = "Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Match,"
            + " If-None-Match, Last-Event-ID, Redress-Merchant, X-Request-Id, traceparent, tracestate";
    private static final String EXPOSED =
            "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy," + " X-Request-Id, Idempotent-Replayed";
    private static final String PREFLIGHT_SECONDS = "600";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";
    private static final String NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'";

    private final BrowserConfig config;

    public BrowserRules(BrowserConfig config) {
        this.config = config;
    }

    /** A browser asks whether a page may send a request. */
    public static boolean isPreflight(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && origin(request).isPresent()
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    public boolean allows(HttpServerRequest request) {
        return origin(request).filter(config.allowedOrigins()::contains).isPresent();
    }

    /** The answer to a preflight that is allowed. */
    public void permit(MultiMap headers) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
    }

    /** To be called last, before the head is written. What an answer says about caching and content itself stays. */
    public void complete(HttpServerRequest request, HttpServerResponse response) {
        MultiMap headers = response.headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", NOTHING_LOADS);
        }
        if (config.https()) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        if (!config.allowedOrigins().isEmpty()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (allows(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    private static Optional<String> origin(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN));
    }
}
