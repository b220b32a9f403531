package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.IdempotencyStore.Key;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalKind;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.GuardMissed;
import io.redress.kit.pg.Transactions;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The path of a command through the database: idempotency, decision, one guarded write that carries the stored answer
 * with it. Guarantees: a key has one effect; a replay has the same status, headers and body bytes; a command that lost
 * a version race is decided again, at most three times; a refused command leaves nothing but its stored refusal.
 * Stored are successes and final refusals, never 401, 403, 404, 412, 428, 429 or 5xx.
 */
final class CommandPath {

    private static final int ATTEMPTS = 3;
    /** Unique and exclusion violations: another command was faster; deciding again finds its row. */
    private static final Set<String> LOST_RACES = Set.of("23505", "23P01");

    /** What the edge sends. */
    record Result(HttpAnswer answer, boolean replayed) {}

    /** One command, ready to be decided, how to answer it, and what of the answer is kept for a replay. */
    record Call<R>(
            String operationId,
            CommandContext context,
            Optional<Key> key,
            Function<Tx, Future<Decision<R>>> decide,
            Function<Decision.Accepted<R>, HttpAnswer> render,
            Function<Decision.Accepted<R>, HttpAnswer> renderKept,
            Function<Refusal, HttpAnswer> renderRefusal) {}

    private final Database database;
    private final Transactions transactions;
    private final IdempotencyStore idempotency = new IdempotencyStore();
    private final Runnable afterCommit;

    /** @param transactions of the same database */
    CommandPath(Database database, Transactions transactions, Runnable afterCommit) {
        this.database = database;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
    }

    /** The answer that this key already has, without waiting for a running twin. */
    Future<Optional<Result>> replay(Key key) {
        return database.read(tx -> idempotency.find(tx, key)).map(stored -> stored.map(found -> replayed(key, found)));
    }

    <R> Future<Result> run(Call<R> call) {
        return attempt(call, 1).onSuccess(result -> {
            if (!result.replayed()) {
                afterCommit.run();
            }
        });
    }

    private <R> Future<Result> attempt(Call<R> call, int number) {
        return transactions
                .inTransaction(call.operationId(), tx -> once(call, tx))
                .recover(failure -> {
                    if (!lostRace(failure)) {
                        return Future.failedFuture(failure);
                    }
                    if (number < ATTEMPTS) {
                        return attempt(call, number + 1);
                    }
                    return Future.failedFuture(new ProblemException(
                            ProblemType.VERSION_CONFLICT, "others keep changing this; read it again"));
                });
    }

    private <R> Future<Result> once(Call<R> call, Tx tx) {
        if (call.key().isEmpty()) {
            return decide(call, tx);
        }
        Key key = call.key().get();
        return idempotency.tryLock(tx, key).compose(locked -> {
            if (!locked) {
                return Future.failedFuture(ProblemException.retryAfter(
                        ProblemType.IDEMPOTENCY_KEY_RUNNING, "the first request with this key has not ended", 1));
            }
            return idempotency
                    .find(tx, key)
                    .compose(stored -> stored.isPresent()
                            ? Future.succeededFuture(replayed(key, stored.get()))
                            : decide(call, tx));
        });
    }

    private static Result replayed(Key key, IdempotencyStore.Stored stored) {
        if (!Arrays.equals(key.requestHash(), stored.requestHash())) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "this key belongs to a request with another content");
        }
        return new Result(stored.answer(), true);
    }

    private <R> Future<Result> decide(Call<R> call, Tx tx) {
        return call.decide().apply(tx).compose(decision -> {
            if (decision instanceof Decision.Accepted<R> accepted) {
                HttpAnswer answer = call.render().apply(accepted);
                HttpAnswer kept = call.renderKept().apply(accepted);
                return write(call, tx, accepted.write(), kept).map(written -> new Result(answer, false));
            }
            if (decision instanceof Decision.Refused<R> refused) {
                HttpAnswer answer = call.renderRefusal().apply(refused.refusal());
                boolean stored = isFinal(refused.refusal());
                return stored
                        ? write(call, tx, Write.none(), answer)
                        : Future.succeededFuture(new Result(answer, false));
            }
            if (decision instanceof Decision.Stale<R> stale) {
                return Future.failedFuture(new ProblemException(
                        ProblemType.VERSION_CONFLICT,
                        "the version now is " + stale.current().version()));
            }
            return Future.failedFuture(new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id"));
        });
    }

    private <R> Future<Result> write(Call<R> call, Tx tx, Write write, HttpAnswer answer) {
        Write whole =
                call.key().isPresent() ? write.with(idempotency.store(call.key().get(), answer)) : write;
        return tx.apply(whole).map(written -> new Result(answer, false));
    }

    private static boolean isFinal(Refusal refusal) {
        RefusalKind kind = refusal.code().kind();
        return kind == RefusalKind.RULE || kind == RefusalKind.STATE;
    }

    private static boolean lostRace(Throwable failure) {
        return failure instanceof GuardMissed
                || (failure instanceof PgException pg && LOST_RACES.contains(pg.getSqlState()));
    }
}
