package io.redress.gateway.proxy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.gateway.limits.StreamLimits;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Files that pass through, in either direction: never held, at the pace of the slower side, and as many at a time as a
 * caller may have streams. A file that the service breaks off is broken off for the reader too, who was told its length.
 * Used on one event loop.
 */
final class Transfers {

    /** Connections to one instance that files may hold. */
    static final int IN_ALL = 128;

    private static final int COME_BACK_SECONDS = 5;

    private final int perCallerMost;
    private final Set<RoutingContext> open = new HashSet<>();
    private final Map<String, Integer> perCaller = new HashMap<>();

    Transfers(StreamLimits limits, MeterRegistry metrics) {
        this.perCallerMost = limits.perCaller();
        Gauge.builder("redress.gateway.transfers", open, Set::size)
                .description("files that are passing")
                .register(metrics);
    }

    /** @throws ProblemException if this caller, or all together, have as many as they may */
    void enter(RoutingContext routing, String caller) {
        if (open.size() >= IN_ALL) {
            throw ProblemException.retryAfter(
                    ProblemType.OVERLOADED, "too many files are passing at this moment", COME_BACK_SECONDS);
        }
        if (perCaller.getOrDefault(caller, 0) >= perCallerMost) {
            throw ProblemException.retryAfter(
                    ProblemType.RATE_LIMITED, "at most " + perCallerMost + " files at once", COME_BACK_SECONDS);
        }
        open.add(routing);
        perCaller.merge(caller, 1, Integer::sum);
        routing.addEndHandler(ended -> {
            open.remove(routing);
            perCaller.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
        });
    }

    /** Passes a file on to whoever asked for it. */
    void pass(RoutingContext routing, Incoming.File file) {
        HttpServerResponse response = routing.response();
        if (response.closed() || response.ended()) {
            file.cancel();
            return;
        }
        AtomicBoolean read = new AtomicBoolean();
        routing.addEndHandler(ended -> {
            if (!read.get()) {
                file.cancel();
            }
        });
        Headers.outwards(file.headers(), response.headers());
        String length = file.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        response.setStatusCode(file.status());
        file.response()
                .pipe()
                .endOnComplete(false)
                .to(response)
                .onSuccess(end -> {
                    read.set(true);
                    response.end();
                })
                .onFailure(broken -> routing.request().connection().close());
    }
}
