package io.redress.kit.pg;

import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Passes the crash points around each guarded write and each commit; the scope is the transaction's purpose. */
public final class CrashingTransactions implements Transactions {

    private final Transactions transactions;
    private final CrashPoints points;

    CrashingTransactions(Transactions transactions, CrashPoints points) {
        this.transactions = transactions;
        this.points = points;
    }

    /** The transactions themselves where there are no points. */
    public static Transactions over(Transactions transactions, Optional<CrashPoints> points) {
        return points.<Transactions>map(some -> new CrashingTransactions(transactions, some))
                .orElse(transactions);
    }

    @Override
    public <T> Future<T> inTransaction(String purpose, Function<Tx, Future<T>> work) {
        return transactions
                .inTransaction(purpose, tx -> work.apply(new CrashingTx(tx, purpose, points))
                        .map(done -> reached(CrashPoint.BEFORE_COMMIT, purpose, done)))
                .map(committed -> reached(CrashPoint.AFTER_COMMIT, purpose, committed));
    }

    private <T> T reached(CrashPoint point, String purpose, T value) {
        points.reach(point, purpose);
        return value;
    }

    private record CrashingTx(Tx tx, String purpose, CrashPoints points) implements Tx {

        @Override
        public Future<RowSet<Row>> query(String sql, Tuple arguments) {
            return tx.query(sql, arguments);
        }

        @Override
        public Future<Void> apply(Write write) {
            if (write.isEmpty()) {
                return tx.apply(write);
            }
            points.reach(CrashPoint.BEFORE_STATEMENT, purpose);
            return tx.apply(write).onSuccess(written -> points.reach(CrashPoint.AFTER_STATEMENT, purpose));
        }

        /** Each point as often as there are writes, so that the n-th of a command is the n-th. */
        @Override
        public Future<Void> applyAll(List<Write> writes) {
            writes.forEach(write -> points.reach(CrashPoint.BEFORE_STATEMENT, purpose));
            return tx.applyAll(writes)
                    .onSuccess(written -> writes.forEach(write -> points.reach(CrashPoint.AFTER_STATEMENT, purpose)));
        }
    }
}
