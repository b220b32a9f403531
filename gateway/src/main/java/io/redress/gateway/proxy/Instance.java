package io.redress.gateway.proxy;

import io.redress.kit.resilience.Guard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.Pipe;
import java.net.URI;

/** One process of a service, behind a guard of its own. */
final class Instance {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final HttpClient client;
    private final HttpClient uploads;
    private final URI origin;
    private final Guard guard;

    Instance(HttpClient client, HttpClient uploads, URI origin, Guard guard) {
        this.client = client;
        this.uploads = uploads;
        this.origin = origin;
        this.guard = guard;
    }

    /** An attempt under way. */
    record Attempt(Exchange exchange, Future<Incoming> answer) {}

    /** An answer that is a stream of events leaves the guard as soon as it has begun. */
    Attempt attempt(Outgoing outgoing) {
        Exchange exchange = new Exchange(client, options(outgoing), outgoing);
        Future<Incoming> answer = guard.call(exchange::start).onFailure(failure -> exchange.abandon());
        return new Attempt(exchange, answer);
    }

    /**
     * An upload under way. It takes as long as its sender needs, and so is beside the guard; but a service that does not
     * say in time whether it wants the body is given up.
     */
    Attempt upload(Outgoing outgoing, Pipe<Buffer> body, Runnable goOn, long patienceMillis, Vertx vertx) {
        Exchange exchange = new Exchange(uploads, options(outgoing), outgoing);
        long timer = vertx.setTimer(patienceMillis, late -> exchange.abandon());
        Future<Incoming> answer = exchange.start(body, () -> {
                    vertx.cancelTimer(timer);
                    goOn.run();
                })
                .onComplete(ended -> vertx.cancelTimer(timer));
        return new Attempt(exchange, answer);
    }

    private RequestOptions options(Outgoing outgoing) {
        boolean secure = "https".equals(origin.getScheme());
        int defaultPort = secure ? HTTPS : HTTP;
        return new RequestOptions()
                .setMethod(outgoing.method())
                .setSsl(secure)
                .setHost(origin.getHost())
                .setPort(origin.getPort() < 0 ? defaultPort : origin.getPort())
                .setURI(origin.getRawPath() + outgoing.uri())
                .setFollowRedirects(false);
    }
}
