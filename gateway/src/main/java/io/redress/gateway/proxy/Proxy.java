package io.redress.gateway.proxy;

import io.redress.gateway.Upstream;
import io.redress.kit.resilience.Guard;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Passes a request on to its service, through that service's guard, and brings the answer back whole. Never retried
 * here: the caller has the idempotency key. Any answer of the service is an answer; only no answer counts against it.
 */
public final class Proxy {

    static final String REQUEST_ID = "X-Request-Id";

    private final WebClient client;
    private final Duration timeout;
    private final Map<Upstream, URI> origins = new EnumMap<>(Upstream.class);
    private final Map<Upstream, Guard> guards;

    /**
     * @param origins where each service listens
     * @param timeout after which a connection that brings nothing is given up
     */
    public Proxy(WebClient client, Map<Upstream, String> origins, Map<Upstream, Guard> guards, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
        this.guards = Map.copyOf(guards);
        origins.forEach((upstream, origin) -> this.origins.put(upstream, URI.create(origin)));
    }

    /** Fails with {@link io.redress.kit.resilience.PeerUnavailable} if the service does not answer in time. */
    public Future<HttpResponse<Buffer>> pass(
            Upstream upstream, HttpServerRequest request, Buffer body, String requestId) {
        return guards.get(upstream).call(() -> send(upstream, request, body, requestId));
    }

    private Future<HttpResponse<Buffer>> send(
            Upstream upstream, HttpServerRequest incoming, Buffer body, String requestId) {
        URI origin = origins.get(upstream);
        boolean secure = "https".equals(origin.getScheme());
        int defaultPort = secure ? 443 : 80;
        HttpMethod method = incoming.method();
        HttpRequest<Buffer> outgoing = client.request(
                        method,
                        origin.getPort() < 0 ? defaultPort : origin.getPort(),
                        origin.getHost(),
                        origin.getRawPath() + incoming.uri())
                .ssl(secure)
                .followRedirects(false)
                .timeout(timeout.toMillis());
        Headers.inwards(incoming.headers(), outgoing.headers());
        outgoing.putHeader(REQUEST_ID, requestId);
        boolean bodiless = body == null || body.length() == 0;
        return bodiless ? outgoing.send() : outgoing.sendBuffer(body);
    }
}
