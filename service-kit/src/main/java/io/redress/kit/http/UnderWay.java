package io.redress.kit.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests that a service is at work on. Above its limit a request is refused before its token and its contract
 * are looked at: what is under way is answered in good time, and what cannot be is told so at once.
 */
final class UnderWay {

    private static final String ENTERED = "underWay";
    private static final int RETRY_AFTER_SECONDS = 1;

    private final int limit;
    private final AtomicInteger requests = new AtomicInteger();
    private final Counter shed;

    UnderWay(int limit, MeterRegistry metrics) {
        this.limit = limit;
        this.shed = metrics.counter("redress.requests.shed");
        Gauge.builder("redress.requests.under.way", requests, AtomicInteger::get)
                .register(metrics);
    }

    /** @throws ProblemException {@link ProblemType#OVERLOADED} if the limit is reached; the request is not counted then */
    void enter(RoutingContext routing) {
        if (requests.incrementAndGet() > limit) {
            requests.decrementAndGet();
            shed.increment();
            throw ProblemException.retryAfter(
                    ProblemType.OVERLOADED, "too many requests are under way", RETRY_AFTER_SECONDS);
        }
        routing.put(ENTERED, this);
        routing.addEndHandler(ended -> leave(routing));
    }

    /** What goes on by itself, such as a stream, has limits of its own and is no longer counted. */
    static void leave(RoutingContext routing) {
        UnderWay entered = routing.remove(ENTERED);
        if (entered != null) {
            entered.requests.decrementAndGet();
        }
    }
}
