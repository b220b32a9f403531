package io.redress.gateway.proxy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.gateway.limits.StreamLimits;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The streams of events that pass through. The reader sets the pace: what it does not take is not read from the
 * service. Either side's end ends the other; a stream the service breaks off is broken off for the reader too, who
 * comes back with {@code Last-Event-ID}. Used on one event loop.
 */
final class EventStreams {

    private static final int COME_BACK_SECONDS = 5;

    private final StreamLimits limits;
    private final Set<RoutingContext> open = new HashSet<>();
    private final Map<String, Integer> perCaller = new HashMap<>();
    private boolean ending;

    EventStreams(StreamLimits limits, MeterRegistry metrics) {
        this.limits = limits;
        Gauge.builder("redress.gateway.streams", open, Set::size)
                .description("streams of events that are open")
                .register(metrics);
    }

    /**
     * Passes the stream on until one side ends it.
     *
     * @throws ProblemException if this caller, or all together, have as many as they may
     */
    void pass(RoutingContext routing, String caller, Incoming.Events events) {
        if (routing.response().closed() || routing.response().ended()) {
            events.cancel();
            return;
        }
        admit(caller, events);
        open.add(routing);
        perCaller.merge(caller, 1, Integer::sum);
        AtomicBoolean read = new AtomicBoolean();
        routing.addEndHandler(ended -> {
            open.remove(routing);
            perCaller.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
            if (!read.get()) {
                events.cancel();
            }
        });
        HttpServerResponse response = routing.response();
        Headers.outwards(events.headers(), response.headers());
        response.setStatusCode(events.status()).setChunked(true).writeHead();
        events.response()
                .pipe()
                .endOnComplete(false)
                .to(response)
                .onSuccess(end -> {
                    read.set(true);
                    response.end();
                })
                .onFailure(broken -> breakOff(routing));
    }

    /** Without the last chunk, so that the reader knows that it was not the end. */
    private static void breakOff(RoutingContext routing) {
        if (!routing.response().ended()) {
            routing.request().connection().close();
        }
    }

    /** No new ones; those that are open end in order, and their readers come back elsewhere. */
    void end() {
        ending = true;
        for (RoutingContext routing : List.copyOf(open)) {
            routing.response().end();
        }
    }

    private void admit(String caller, Incoming.Events events) {
        if (ending || open.size() >= limits.inAll()) {
            events.cancel();
            throw ProblemException.retryAfter(
                    ProblemType.DEPENDENCY_UNAVAILABLE, "no more streams can be opened now", COME_BACK_SECONDS);
        }
        if (perCaller.getOrDefault(caller, 0) >= limits.perCaller()) {
            events.cancel();
            throw ProblemException.retryAfter(
                    ProblemType.RATE_LIMITED, "at most " + limits.perCaller() + " streams at once", COME_BACK_SECONDS);
        }
    }
}
