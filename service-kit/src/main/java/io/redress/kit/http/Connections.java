package io.redress.kit.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A server's connections, bounded in all and for each address, and its patience with requests that arrive bit by bit:
 * an idle limit alone is met by a byte now and then.
 */
public final class Connections {

    private static final int RETRY_AFTER_SECONDS = 1;
    private static final String BODY_TIMER = "bodyTimer";

    /** A number that is an int for sure. */
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private final Vertx vertx;
    private final ConnectionLimits limits;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> openFrom = new ConcurrentHashMap<>();
    private final BodyRoom bodies;
    private final Counter refused;
    private final Counter late;

    public Connections(Vertx vertx, ConnectionLimits limits, MeterRegistry metrics) {
        this.vertx = vertx;
        this.limits = limits;
        this.bodies = new BodyRoom(limits.bodyBytes(), metrics);
        this.refused = metrics.counter("redress.connections.refused");
        this.late = metrics.counter("redress.connections.late");
        Gauge.builder("redress.connections", open, AtomicInteger::get).register(metrics);
    }

    /** To be called before the connection has read anything. */
    public void accept(HttpConnection connection) {
        String address = String.valueOf(connection.remoteAddress().hostAddress());
        int ofAddress = openFrom.merge(address, 1, Integer::sum);
        int inAll = open.incrementAndGet();
        connection.closeHandler(closed -> {
            open.decrementAndGet();
            openFrom.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        });
        if (inAll > limits.connections() || ofAddress > limits.perAddress()) {
            refused.increment();
            connection.close();
        } else {
            HeadDeadline.require(connection, limits.head(), late::increment);
        }
    }

    /**
     * Keeps room for the request's body until it is answered. One that is longer than it may be is left to whoever
     * reads it.
     *
     * @param sender whose share it is
     * @param most bytes that one body may have
     * @return whether there was room
     */
    public boolean holdBody(RoutingContext routing, String sender, int most) {
        HttpServerRequest request = routing.request();
        if (!announcesBody(request)) {
            return true;
        }
        int bytes = Math.min(most, announced(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
        if (!bodies.take(sender, bytes)) {
            return false;
        }
        routing.addEndHandler(ended -> bodies.giveBack(sender, bytes));
        return true;
    }

    /** What is answered where there is no room. */
    public static ProblemException noRoom() {
        return ProblemException.retryAfter(
                ProblemType.OVERLOADED, "too much is being sent at this moment", RETRY_AFTER_SECONDS);
    }

    /** @param refuse is given {@link ProblemType#REQUEST_TIMEOUT} if the body is not there in time */
    public void awaitBody(RoutingContext routing, Consumer<ProblemException> refuse) {
        await(routing, limits.body(), refuse);
    }

    /** The same for a file, which takes longer. */
    public void awaitUpload(RoutingContext routing, Consumer<ProblemException> refuse) {
        await(routing, limits.upload(), refuse);
    }

    /** The last word counts: what is found to be a file has more time from then on. */
    private void await(RoutingContext routing, Duration within, Consumer<ProblemException> refuse) {
        HttpServerRequest request = routing.request();
        if (!announcesBody(request)) {
            return;
        }
        Long earlier = routing.get(BODY_TIMER);
        if (earlier != null) {
            vertx.cancelTimer(earlier);
        }
        long timer = vertx.setTimer(within.toMillis(), passed -> {
            if (!request.isEnded() && !routing.response().ended()) {
                late.increment();
                refuse.accept(new ProblemException(
                        ProblemType.REQUEST_TIMEOUT,
                        "the body was not there " + within.toMillis() + " ms after the headers"));
            }
        });
        routing.put(BODY_TIMER, timer);
        routing.addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    /** A body of unknown length may be of any. */
    private static int announced(String length) {
        return length != null && LENGTH.matcher(length).matches() ? Integer.parseInt(length) : Integer.MAX_VALUE;
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }
}
