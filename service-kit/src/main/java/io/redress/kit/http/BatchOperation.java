package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/**
 * An operation that changes something, which commands that come at the same time can share a transaction for: what they
 * need to know is asked for together, and then each is decided by itself from what is known of it. It may run more than
 * once for one request, and takes no locks but that of the subjects, all by one statement and in one order.
 *
 * @param <Q> what a command asks about
 * @param <F> what it has to know to be decided
 * @param <R> the result
 */
public interface BatchOperation<Q, F, R> {

    Q question(ApiRequest request, CommandContext context);

    /** The aggregate that is changed or guarded; no two commands about the same one share a transaction. */
    String subject(Q question);

    /**
     * Ends when everything is there that comes from outside the database; a command takes its place then. Whether it could
     * be had makes no difference here: a repetition needs none of it.
     */
    default Future<?> ready(Q question) {
        return Future.succeededFuture();
    }

    /** What is known of each, in the order of the questions. */
    Future<List<F>> facts(List<Q> questions, Tx tx);

    Decision<R> decide(Q question, F facts, CommandContext context);
}
