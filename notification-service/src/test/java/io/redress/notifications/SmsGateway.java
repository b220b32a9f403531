package io.redress.notifications;

import io.redress.notifications.domain.TextMessage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A gateway of text messages that speaks HTTP and takes a message of one reference once. */
final class SmsGateway implements SmsNetwork, AutoCloseable {
    private final Map<String, TextMessage> arrived = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ConcurrentLinkedQueue<String> authorizations = new ConcurrentLinkedQueue<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final HttpServer server;

    SmsGateway(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .await();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            authorizations.add(String.valueOf(request.getHeader("Authorization")));
            JsonObject message = new JsonObject(body);
            String to = message.getString("to");
            if (busy.compareAndSet(true, false)) {
                request.response().setStatusCode(429).end("too many");
            } else if (unknown.contains(to)) {
                request.response().setStatusCode(404).end("no such number");
            } else {
                arrived.putIfAbsent(
                        request.getHeader("Idempotency-Key"),
                        new TextMessage(message.getString("reference"), to, message.getString("text")));
                request.response().setStatusCode(202).end("queued");
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/messages";
    }

    /** The credentials that came with the requests. */
    Iterable<String> authorizations() {
        return authorizations;
    }

    @Override
    public void unknown(String number) {
        unknown.add(number);
    }

    @Override
    public void busyOnce() {
        busy.set(true);
    }

    @Override
    public void goAway() {
        server.close().await();
    }

    @Override
    public List<TextMessage> arrived() {
        synchronized (arrived) {
            return List.copyOf(arrived.values());
        }
    }

    @Override
    public void close() {
        goAway();
    }
}
