package io.redress.gateway.proxy;

import io.redress.gateway.limits.RateLimits;
import io.redress.gateway.routing.Destination;
import io.redress.kit.command.Caller;
import io.redress.kit.http.Connections;
import io.redress.kit.http.Streaming;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What becomes of a request that is let in: it goes to its service, and the service's answer to the caller. */
final class Forwarding {

    /** Where it goes. */
    static final String DESTINATION = "destination";

    /** Who the caller is; nothing where nobody was asked. */
    static final String CALLER = "caller";

    /** Its body, where it is a file: it waits until the service wants it. */
    static final String FILE = "file";

    private final Proxy proxy;
    private final EventStreams streams;
    private final Transfers transfers;
    private final Passage passage;
    private final Connections connections;
    private final RateLimits rates;

    Forwarding(
            Proxy proxy,
            EventStreams streams,
            Transfers transfers,
            Passage passage,
            Connections connections,
            RateLimits rates) {
        this.proxy = proxy;
        this.streams = streams;
        this.transfers = transfers;
        this.passage = passage;
        this.connections = connections;
        this.rates = rates;
    }

    /** A body that is a file is passed on as it comes. */
    void upload(RoutingContext routing) {
        Pipe<Buffer> file = routing.get(FILE);
        if (file == null) {
            routing.next();
            return;
        }
        Destination.Known known = routing.get(DESTINATION);
        HttpServerRequest request = routing.request();
        Optional<Caller> caller = Optional.ofNullable(routing.get(CALLER));
        transfers.enter(routing, name(routing, caller));
        connections.awaitUpload(routing, tooLate -> Ending.with(routing, tooLate));
        MultiMap headers = headers(routing, caller);
        Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                .ifPresent(length -> headers.set(HttpHeaders.CONTENT_LENGTH, length));
        proxy.upload(
                        known.upstream(),
                        new Outgoing(request.method(), request.uri(), headers, Buffer.buffer()),
                        file,
                        () -> goOn(routing))
                .onSuccess(answer -> {
                    Ending.leaveRest(routing);
                    answer(routing, caller, answer);
                })
                .onFailure(failure -> Ending.with(routing, failure));
    }

    private static void goOn(RoutingContext routing) {
        if ("100-continue".equalsIgnoreCase(routing.request().getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
    }

    private String name(RoutingContext routing, Optional<Caller> caller) {
        return caller.map(Caller::subject).orElseGet(() -> rates.nameOf(routing.request()));
    }

    private MultiMap headers(RoutingContext routing, Optional<Caller> caller) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        Headers.inwards(routing.request().headers(), headers);
        passage.identify(routing, headers);
        caller.ifPresent(who -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + who.bearer()));
        return headers;
    }

    /** The whole body is there. */
    void forward(RoutingContext routing) {
        Destination.Known known = routing.get(DESTINATION);
        HttpServerRequest request = routing.request();
        Buffer body = Optional.ofNullable(routing.body().buffer()).orElseGet(Buffer::buffer);
        Optional<Caller> caller = Optional.ofNullable(routing.get(CALLER));
        boolean forFile = known.streaming() == Streaming.RESPONSE;
        if (forFile) {
            transfers.enter(routing, name(routing, caller));
        }
        MultiMap headers = headers(routing, caller);
        proxy.pass(known.upstream(), new Outgoing(request.method(), request.uri(), headers, body, forFile))
                .map(answer -> {
                    answer(routing, caller, answer);
                    return null;
                })
                .onFailure(failure -> Ending.with(routing, failure));
    }

    private void answer(RoutingContext routing, Optional<Caller> caller, Incoming incoming) {
        if (incoming instanceof Incoming.Events events) {
            streams.pass(routing, name(routing, caller), events);
        } else if (incoming instanceof Incoming.File file) {
            transfers.pass(routing, file);
        } else if (incoming instanceof Incoming.Whole whole) {
            HttpServerResponse response = routing.response();
            if (!response.ended() && !response.closed()) {
                Headers.outwards(whole.headers(), response.headers());
                response.setStatusCode(whole.status()).end(whole.body());
            }
        }
    }
}
