package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * An operation that changes something. It may run more than once for one request (a lost version race), so it does
 * nothing but read and decide.
 *
 * @param <P> what was prepared outside the transaction
 * @param <R> the result
 */
@FunctionalInterface
public interface CommandOperation<P, R> {

    Future<Decision<R>> decide(ApiRequest request, CommandContext context, Tx tx, P prepared);

    /** What has to be fetched before the transaction, for example from another service. */
    @FunctionalInterface
    interface Preparation<P> {
        Future<P> prepare(ApiRequest request, CommandContext context);
    }

    /** A command that needs nothing prepared. */
    @FunctionalInterface
    interface Plain<R> {
        Future<Decision<R>> decide(ApiRequest request, CommandContext context, Tx tx);
    }

    /** An operation that only reads, and not from the own database. */
    @FunctionalInterface
    interface Answer {
        Future<HttpAnswer> answer(ApiRequest request, CommandContext context);
    }

    /** Adds to a successful answer what is not kept with it; must give the same bytes for the same stored answer. */
    @FunctionalInterface
    interface Completion {
        Future<HttpAnswer> complete(ApiRequest request, CommandContext context, Tx tx, HttpAnswer stored);
    }

    /** An operation that only reads. */
    @FunctionalInterface
    interface Query {
        Future<HttpAnswer> answer(ApiRequest request, CommandContext context, Tx tx);
    }
}
