package io.redress.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** The end of a request that is answered before its body was read. */
final class Ending {

    private static final int LINGER_MILLIS = 1_000;

    private Ending() {}

    /** Answers with the failure. */
    static void with(RoutingContext routing, Throwable failure) {
        leaveRest(routing);
        GatewayProblem.answer(routing.request(), Passage.requestId(routing), failure);
    }

    /**
     * A body that nobody will read is read no longer than a moment, so that the caller sees the answer before the
     * connection ends. To be called before the answer.
     */
    static void leaveRest(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded() && !routing.response().ended()) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Pipe<Buffer> file = routing.get(Forwarding.FILE);
            if (file != null) {
                file.close();
            }
            Future<Void> body = request.end();
            routing.addEndHandler(answered -> body.timeout(LINGER_MILLIS, TimeUnit.MILLISECONDS)
                    .onComplete(read -> request.connection().close()));
            request.resume();
        }
    }
}
