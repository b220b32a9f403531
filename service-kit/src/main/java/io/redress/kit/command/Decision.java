package io.redress.kit.command;

import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Write;

/**
 * What a use case decided: what to answer and what to write, in one value, so that the write, its history, its events
 * and the stored answer become one statement.
 *
 * @param <R> the result that the answer is rendered from
 */
public sealed interface Decision<R> {

    /** To be written and answered; {@code revision} is the one after the write. */
    record Accepted<R>(R result, Revision revision, Write write) implements Decision<R> {}

    /** Refused for good: the same request would be refused again. */
    record Refused<R>(Refusal refusal) implements Decision<R> {}

    /** The caller has seen an older version. */
    record Stale<R>(Revision current) implements Decision<R> {}

    /** There is no such thing, or none that this caller may know of. */
    record NotFound<R>() implements Decision<R> {}

    static <R> Decision<R> accept(R result, Revision revision, Write write) {
        return new Accepted<>(result, revision, write);
    }

    static <R> Decision<R> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <R> Decision<R> stale(Revision current) {
        return new Stale<>(current);
    }

    static <R> Decision<R> notFound() {
        return new NotFound<>();
    }
}
