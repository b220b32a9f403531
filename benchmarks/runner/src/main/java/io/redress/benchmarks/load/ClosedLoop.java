package io.redress.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** As many callers as connections, each asking again as soon as it has its answer. Says nothing about latency. */
public final class ClosedLoop implements AutoCloseable {

    public static final int CONNECTIONS = 32;
    private static final long LIMIT_MINUTES = 10;

    private final Context context;
    private final HttpClientAgent client;
    private final int port;

    public ClosedLoop(Vertx vertx, int port) {
        this.context = vertx.getOrCreateContext();
        this.port = port;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(600), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /**
     * Sends the calls {@code 0} to {@code count - 1} and waits for all answers.
     *
     * @throws IllegalStateException if one of them has another status
     */
    public void run(int count, int expectedStatus, IntFunction<Call> calls) {
        run(count, expectedStatus, calls, answer -> {});
    }

    /**
     * The same, with what is done with each answer, on the event loop.
     *
     * @throws IllegalStateException if one of them has another status
     */
    public void run(int count, int expectedStatus, IntFunction<Call> calls, Consumer<Buffer> answers) {
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> loops = new ArrayList<>();
        for (int caller = 0; caller < CONNECTIONS; caller++) {
            Promise<Void> ended = Promise.promise();
            context.runOnContext(begun -> step(next, count, expectedStatus, calls, answers, ended));
            loops.add(ended.future());
        }
        try {
            Future.all(loops).await(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("no answer for a long time", e);
        }
    }

    /** Sends one call and answers its body. */
    public Buffer one(Call call, int expectedStatus) {
        Promise<Buffer> answer = Promise.promise();
        context.runOnContext(begun -> send(call, expectedStatus).onComplete(answer));
        return answer.future().await();
    }

    private void step(
            AtomicInteger next,
            int count,
            int expectedStatus,
            IntFunction<Call> calls,
            Consumer<Buffer> answers,
            Promise<Void> ended) {
        int number = next.getAndIncrement();
        if (number >= count) {
            ended.complete();
            return;
        }
        send(calls.apply(number), expectedStatus).onComplete(answered -> {
            if (answered.failed()) {
                ended.tryFail(answered.cause());
            } else {
                answers.accept(answered.result());
                step(next, count, expectedStatus, calls, answers, ended);
            }
        });
    }

    private Future<Buffer> send(Call call, int expectedStatus) {
        return client.request(call.method(), port, "127.0.0.1", call.path())
                .compose(request -> {
                    call.headers().forEach(request::putHeader);
                    return request.send(call.body());
                })
                .compose(response -> response.body().map(body -> {
                    if (response.statusCode() != expectedStatus) {
                        throw new IllegalStateException(
                                call.path() + " answered " + response.statusCode() + " " + body);
                    }
                    return body;
                }));
    }

    @Override
    public void close() {
        client.close().await();
    }
}
