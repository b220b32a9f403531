package io.redress.e2e.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks one origin over many connections. An open load is offered at its rate whatever the answers are, up to one
 * request on each connection; a closed one asks again as soon as there is an answer. Its methods block, and return when
 * every request has become something.
 */
final class LoadDriver implements AutoCloseable {

    private static final long ANSWER_SECONDS = 30;
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final URI origin;
    private final int connections;
    private final HttpClient client;
    private final Consumer<Reply> heard;

    /**
     * @param connections at the most
     * @param heard is told of every reply
     */
    LoadDriver(String origin, int connections, Consumer<Reply> heard) {
        this.origin = URI.create(origin);
        this.connections = connections;
        this.heard = heard;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) TimeUnit.SECONDS.toMillis(ANSWER_SECONDS)),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** Offers so many a second for a time. */
    Offered open(Supplier<Ask> mix, double perSecond, Duration time) {
        Offered offered = new Offered();
        AtomicInteger underWay = new AtomicInteger();
        long start = System.nanoTime();
        long due = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            long dueNow = (long) ((System.nanoTime() - start) * perSecond / TimeUnit.SECONDS.toNanos(1));
            for (; due < dueNow; due++) {
                if (underWay.get() >= connections) {
                    offered.holdBack();
                } else {
                    underWay.incrementAndGet();
                    ask(mix.get(), offered).onComplete(settled -> underWay.decrementAndGet());
                }
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
        offered.endAfter(Duration.ofNanos(System.nanoTime() - start));
        awaitComplete(offered);
        return offered;
    }

    /** So many callers, each asking again as soon as it has an answer, for a time. */
    Offered closed(Supplier<Ask> mix, int callers, Duration time) {
        Offered offered = new Offered();
        long start = System.nanoTime();
        List<Future<Void>> all = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            all.add(askWhile(() -> System.nanoTime() - start < time.toNanos(), mix, offered));
        }
        awaitAll(all);
        offered.endAfter(Duration.ofNanos(System.nanoTime() - start));
        return offered;
    }

    /** Each of these once, so many at a time. */
    Offered each(List<Ask> asks, int callers) {
        Offered offered = new Offered();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Future<Void>> all = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            all.add(askNext(asks, next, offered));
        }
        awaitAll(all);
        offered.endAfter(Duration.ofNanos(System.nanoTime() - start));
        return offered;
    }

    private Future<Void> askWhile(BooleanSupplier going, Supplier<Ask> mix, Offered offered) {
        return going.getAsBoolean()
                ? ask(mix.get(), offered).compose(reply -> askWhile(going, mix, offered))
                : Future.succeededFuture();
    }

    private Future<Void> askNext(List<Ask> asks, AtomicInteger next, Offered offered) {
        int mine = next.getAndIncrement();
        return mine < asks.size()
                ? ask(asks.get(mine), offered).compose(reply -> askNext(asks, next, offered))
                : Future.succeededFuture();
    }

    private Future<Reply> ask(Ask ask, Offered offered) {
        offered.ask();
        return Future.<Reply>future(
                        promise -> context.runOnContext(here -> send(ask).onComplete(promise)))
                .onSuccess(reply -> {
                    heard.accept(reply);
                    offered.add(reply);
                });
    }

    /** Never fails. */
    private Future<Reply> send(Ask ask) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(ask.method()))
                .setHost(origin.getHost())
                .setPort(origin.getPort())
                .setURI(ask.path())
                .putHeader("Authorization", "Bearer " + ask.token());
        ask.key().ifPresent(key -> options.putHeader("Idempotency-Key", key));
        ask.body().ifPresent(body -> options.putHeader("Content-Type", "application/json"));
        return client.request(options)
                .compose(request -> sent(request, ask).compose(response -> response.body()
                        .map(body -> Reply.answered(ask, response.statusCode(), response.headers(), body.toString()))))
                .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .otherwise(
                        failure -> failure instanceof TimeoutException ? Reply.never(ask) : Reply.closed(ask, failure));
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, Ask ask) {
        return ask.body().isPresent() ? request.send(ask.body().get()) : request.send();
    }

    private static void awaitAll(List<Future<Void>> all) {
        Future.all(all).await();
    }

    /** Each request ends by its own time limit. */
    private static void awaitComplete(Offered offered) {
        while (!offered.complete()) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    @Override
    public void close() {
        client.close().await();
        vertx.close().await();
    }
}
