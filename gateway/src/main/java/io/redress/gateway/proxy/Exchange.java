package io.redress.gateway.proxy;

import io.redress.gateway.proxy.Incoming.Events;
import io.redress.gateway.proxy.Incoming.File;
import io.redress.gateway.proxy.Incoming.Whole;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.Pipe;
import java.util.Locale;
import java.util.Optional;

/** One attempt of one request at one instance. It knows whether anything was sent. Used on one event loop. */
final class Exchange {

    private static final int MAX_ANSWER_BYTES = 16 * 1_048_576;

    private final HttpClient client;
    private final RequestOptions options;
    private final Outgoing outgoing;
    private Optional<HttpClientRequest> request = Optional.empty();
    private boolean abandoned;

    Exchange(HttpClient client, RequestOptions options, Outgoing outgoing) {
        this.client = client;
        this.options = options;
        this.outgoing = outgoing;
    }

    /** False as long as no connection was there to send on: then another instance may be asked instead. */
    boolean sent() {
        return request.isPresent();
    }

    Future<Incoming> start() {
        return client.request(options).compose(connected -> {
            if (abandoned) {
                connected.reset();
                return Future.failedFuture("nobody waits for it any more");
            }
            request = Optional.of(connected);
            connected.headers().addAll(outgoing.headers());
            Future<HttpClientResponse> answered =
                    outgoing.body().length() == 0 ? connected.send() : connected.send(outgoing.body());
            return answered.compose(this::read);
        });
    }

    /** Nothing is sent any more, and what is under way is broken off, so that its connection is free again. */
    void abandon() {
        abandoned = true;
        request.ifPresent(HttpClientRequest::reset);
    }

    /**
     * The same with a body that follows in parts, once the service has said that it wants it. A sender who breaks off
     * breaks this off too; a service that answers before it has all is not sent the rest.
     *
     * @param goOn runs when the service wants the body
     */
    Future<Incoming> start(Pipe<Buffer> body, Runnable goOn) {
        return client.request(options).compose(connected -> {
            if (abandoned) {
                connected.reset();
                return Future.failedFuture("nobody waits for it any more");
            }
            request = Optional.of(connected);
            connected.headers().addAll(outgoing.headers());
            connected.putHeader(HttpHeaders.EXPECT, HttpHeaders.CONTINUE);
            connected.setChunked(!outgoing.headers().contains(HttpHeaders.CONTENT_LENGTH));
            connected.continueHandler(wanted -> {
                goOn.run();
                body.endOnFailure(false).to(connected).onFailure(broken -> connected.reset());
            });
            Future<HttpClientResponse> answered = connected.response();
            return connected.sendHead().compose(sent -> answered).compose(this::read);
        });
    }

    private Future<Incoming> read(HttpClientResponse response) {
        String type = Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        if (response.statusCode() == 200 && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream")) {
            response.pause();
            return Future.succeededFuture(new Events(response));
        }
        if (response.statusCode() == 200 && outgoing.forFile()) {
            response.pause();
            return Future.succeededFuture(new File(response));
        }
        Promise<Incoming> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(new Whole(response.statusCode(), response.headers(), body)));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > MAX_ANSWER_BYTES) {
                whole.tryFail("an answer of more than " + MAX_ANSWER_BYTES + " bytes");
            } else {
                body.appendBuffer(chunk);
            }
        });
        return whole.future();
    }
}
