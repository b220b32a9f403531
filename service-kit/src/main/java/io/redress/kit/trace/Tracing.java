package io.redress.kit.trace;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Spans: what is measured of each step of a trace. Which trace a step belongs to does not depend on whether anything
 * is recorded. Nothing here fails or waits because of whoever collects the spans.
 */
public interface Tracing {

    /** What a step is to its neighbours. */
    enum Kind {
        /** Answers a request from outside. */
        SERVER,
        /** Asks another service. */
        CLIENT,
        /** Hands an event to the broker. */
        PRODUCER,
        /** Handles an event. */
        CONSUMER,
        /** Stays inside the service. */
        INTERNAL
    }

    /** One step under way, to be ended once. */
    interface Span {

        /** This step, for whatever it causes. */
        TraceParent context();

        /** @param value no personal data and nothing sealed: an id of ours, a route, a status, a topic */
        Span attribute(String name, String value);

        void end();

        /** @param failure of which only the class is recorded: a message may quote what is nobody's business */
        void fail(Throwable failure);
    }

    /** Whether spans go anywhere, so that nothing is worked out for spans that do not. */
    boolean recording();

    /**
     * Begins a step.
     *
     * @param name from a fixed set: an operation, a route template, an event type, never a path or an id
     * @param parent empty: this is the first step of a new trace
     */
    Span start(Kind kind, String name, Optional<TraceParent> parent);

    /** Hands over what is recorded, for a few seconds at most. */
    Future<Void> close();

    /** Does the work as one step, which ends, or fails, with its future. */
    default <T> Future<T> within(Kind kind, String name, Optional<TraceParent> parent, Function<Span, Future<T>> work) {
        Span span = start(kind, name, parent);
        Future<T> result;
        try {
            result = work.apply(span);
        } catch (RuntimeException e) {
            result = Future.failedFuture(e);
        }
        return result.onComplete(done -> {
            if (done.succeeded()) {
                span.end();
            } else {
                span.fail(done.cause());
            }
        });
    }

    /** Steps with ids and nothing else. */
    static Tracing off(RandomGenerator random) {
        return new PropagationOnly(random);
    }
}
