package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.IdempotencyStore.Key;
import io.redress.kit.http.IdempotencyStore.Stored;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalKind;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.GuardMissed;
import io.redress.kit.pg.Transactions;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** What a decision comes to: what is answered, and what is written before. */
    private record Verdict(Result result, Write write) {}

    /**
     * One command, ready to be decided, and how to answer it.
     *
     * @param renderKept what is kept for a replay; empty: the answer itself
     */
    record Call<R>(
            String operationId,
            CommandContext context,
            Optional<Key> key,
            Function<Tx, Future<Decision<R>>> decide,
            Function<Decision.Accepted<R>, HttpAnswer> render,
            Optional<Function<Decision.Accepted<R>, HttpAnswer>> renderKept,
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
        // One behind the other, unwaited for: what the second sees was there when the lock was held.
        Future<Boolean> locked = idempotency.tryLock(tx, key);
        Future<Optional<Stored>> stored = idempotency.find(tx, key);
        return locked.compose(held -> held ? stored : Future.failedFuture(twinRuns()))
                .compose(found ->
                        found.isPresent() ? Future.succeededFuture(replayed(key, found.get())) : decide(call, tx));
    }

    /**
     * Runs commands with different keys in one transaction. It fails as a whole and has then done nothing; a command that
     * is refused or fails by itself hurts none of the others.
     *
     * @return for each what it comes to, in the same order
     */
    <Q, F, R> Future<List<Future<Result>>> runTogether(
            BatchOperation<Q, F, R> operation, List<CommandBatches.Member<Q, R>> members) {
        List<Key> keys = members.stream().map(CommandBatches.Member::key).toList();
        List<Q> questions =
                members.stream().map(CommandBatches.Member::question).toList();
        return transactions
                .inTransaction(members.get(0).call().operationId(), tx -> {
                    Future<List<Boolean>> locked = idempotency.tryLockAll(tx, keys);
                    Future<List<Optional<Stored>>> stored = idempotency.findAll(tx, keys);
                    Future<List<F>> facts = operation.facts(questions, tx);
                    return Future.all(locked, stored, facts).compose(known -> {
                        List<Future<Verdict>> verdicts = new ArrayList<>(members.size());
                        for (int i = 0; i < members.size(); i++) {
                            verdicts.add(verdict(
                                    operation,
                                    members.get(i),
                                    locked.result().get(i),
                                    stored.result().get(i),
                                    facts.result().get(i)));
                        }
                        return writeAll(tx, verdicts);
                    });
                })
                .onSuccess(results -> {
                    if (results.stream()
                            .anyMatch(one -> one.succeeded() && !one.result().replayed())) {
                        afterCommit.run();
                    }
                });
    }

    private <Q, F, R> Future<Verdict> verdict(
            BatchOperation<Q, F, R> operation,
            CommandBatches.Member<Q, R> member,
            boolean locked,
            Optional<Stored> stored,
            F facts) {
        try {
            if (!locked) {
                return Future.failedFuture(twinRuns());
            }
            if (stored.isPresent()) {
                return Future.succeededFuture(new Verdict(replayed(member.key(), stored.get()), Write.none()));
            }
            Call<R> call = member.call();
            return Future.succeededFuture(verdict(call, operation.decide(member.question(), facts, call.context())));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<List<Future<Result>>> writeAll(Tx tx, List<Future<Verdict>> verdicts) {
        List<Write> writes = verdicts.stream()
                .filter(Future::succeeded)
                .map(verdict -> verdict.result().write())
                .filter(write -> !write.isEmpty())
                .toList();
        return tx.applyAll(writes).map(written -> verdicts.stream()
                .map(verdict -> verdict.map(Verdict::result))
                .toList());
    }

    private static ProblemException twinRuns() {
        return ProblemException.retryAfter(
                ProblemType.IDEMPOTENCY_KEY_RUNNING, "the first request with this key has not ended", 1);
    }

    private static Result replayed(Key key, Stored stored) {
        if (!Arrays.equals(key.requestHash(), stored.requestHash())) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "this key belongs to a request with another content");
        }
        return new Result(stored.answer(), true);
    }

    private <R> Future<Result> decide(Call<R> call, Tx tx) {
        return call.decide().apply(tx).map(decision -> verdict(call, decision)).compose(verdict -> write(tx, verdict));
    }

    /** @throws ProblemException where there is neither something to write nor an answer to keep */
    private <R> Verdict verdict(Call<R> call, Decision<R> decision) {
        if (decision instanceof Decision.Accepted<R> accepted) {
            HttpAnswer answer = call.render().apply(accepted);
            HttpAnswer kept =
                    call.renderKept().map(render -> render.apply(accepted)).orElse(answer);
            return new Verdict(new Result(answer, false), withAnswer(call, accepted.write(), kept));
        }
        if (decision instanceof Decision.Refused<R> refused) {
            HttpAnswer answer = call.renderRefusal().apply(refused.refusal());
            boolean stored = isFinal(refused.refusal());
            return new Verdict(
                    new Result(answer, false), stored ? withAnswer(call, Write.none(), answer) : Write.none());
        }
        if (decision instanceof Decision.Stale<R> stale) {
            throw new ProblemException(
                    ProblemType.VERSION_CONFLICT,
                    "the version now is " + stale.current().version());
        }
        throw new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id");
    }

    private <R> Write withAnswer(Call<R> call, Write write, HttpAnswer answer) {
        return call.key().isPresent() ? write.with(idempotency.store(call.key().get(), answer)) : write;
    }

    private static Future<Result> write(Tx tx, Verdict verdict) {
        return tx.apply(verdict.write()).map(written -> verdict.result());
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
