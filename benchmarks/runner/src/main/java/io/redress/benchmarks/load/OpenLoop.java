package io.redress.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends calls at their times, whatever has become of those before. A call's latency counts from when it was to be sent, so
 * that one that had to wait for its turn is not flattered.
 */
public final class OpenLoop implements AutoCloseable {

    private static final int DIGITS = 3;
    private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final long LIMIT_MINUTES = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Context context;
    private final HttpClientAgent client;
    private final int port;

    public OpenLoop(Vertx vertx, int port) {
        this.context = vertx.getOrCreateContext();
        this.port = port;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(600),
                new PoolOptions().setHttp1MaxSize(ClosedLoop.CONNECTIONS));
    }

    /**
     * Sends the calls {@code 0} to {@code count - 1}, so many a second, and answers their latencies in microseconds.
     *
     * @throws IllegalStateException if one of them has another status than 200
     */
    public Histogram run(int count, double perSecond, IntFunction<Call> calls) {
        Histogram latencies = new ConcurrentHistogram(MOST_MICROS, DIGITS);
        List<Future<Void>> sent = new ArrayList<>(count);
        long began = System.nanoTime();
        for (int number = 0; number < count; number++) {
            long due = began + (long) (number * NANOS_PER_SECOND / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Call call = calls.apply(number);
            Promise<Void> ended = Promise.promise();
            context.runOnContext(begun -> send(call, due, latencies).onComplete(ended));
            sent.add(ended.future());
        }
        try {
            Future.all(sent).await(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer for a long time", e);
        }
        return latencies;
    }

    private Future<Void> send(Call call, long due, Histogram latencies) {
        return client.request(call.method(), port, "127.0.0.1", call.path())
                .compose(request -> {
                    call.headers().forEach(request::putHeader);
                    return request.send(call.body());
                })
                .compose(response -> response.body().map(body -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException(
                                call.path() + " answered " + response.statusCode() + " " + body);
                    }
                    latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                    return null;
                }));
    }

    @Override
    public void close() {
        client.close().await();
    }
}
