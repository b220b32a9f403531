package io.redress.kit.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * What is left of a body that nobody will read. It is read no longer than a moment, so that the sender sees the answer
 * before the connection ends.
 */
final class UnreadBody {

    private static final int LINGER_MILLIS = 1_000;

    private UnreadBody() {}

    /** To be called before the request is answered; does nothing where the body was read to its end by then. */
    static void endsConnection(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        routing.addHeadersEndHandler(head -> {
            if (!request.isEnded()) {
                routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        });
        routing.addEndHandler(answered -> {
            if (answered.succeeded() && !request.isEnded()) {
                Future<Void> rest = request.end();
                request.handler(part -> {});
                request.resume();
                rest.timeout(LINGER_MILLIS, TimeUnit.MILLISECONDS)
                        .onComplete(read -> request.connection().close());
            }
        });
    }
}
