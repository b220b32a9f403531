package io.redress.kit.pg;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.faults.Armed;
import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Where in a transaction the points are, with an ending that only says that it came. */
class CrashingTransactionsTest {

    private static final Write WRITE = Write.guarded("INSERT INTO thing VALUES ($1)", Tuple.of("a"));

    private final List<String> happened = new ArrayList<>();
    private final CrashPoints points = new CrashPoints(() -> happened.add("END"));
    private final Transactions transactions = CrashingTransactions.over(new Noting(), Optional.of(points));

    @Test
    void each_point_is_where_its_name_says() {
        assertThat(with(CrashPoint.BEFORE_STATEMENT)).containsExactly("begin", "END", "statement", "commit");
        assertThat(with(CrashPoint.AFTER_STATEMENT)).containsExactly("begin", "statement", "END", "commit");
        assertThat(with(CrashPoint.BEFORE_COMMIT)).containsExactly("begin", "statement", "END", "commit");
        assertThat(with(CrashPoint.AFTER_COMMIT)).containsExactly("begin", "statement", "commit", "END");
    }

    @Test
    void what_is_rolled_back_reaches_no_commit() {
        points.arm(new Armed(CrashPoint.BEFORE_COMMIT, "openCase", 1));
        points.arm(new Armed(CrashPoint.AFTER_COMMIT, "openCase", 1));

        Future<Void> failed = transactions.inTransaction("openCase", tx -> Future.failedFuture(new GuardMissed()));

        assertThat(failed.cause()).isInstanceOf(GuardMissed.class);
        assertThat(happened).containsExactly("begin", "rollback");
    }

    @Test
    void of_writes_together_each_reaches_the_points_of_its_statement() {
        points.arm(new Armed(CrashPoint.BEFORE_STATEMENT, "openCase", 2));
        transactions.inTransaction("openCase", tx -> tx.applyAll(List.of(WRITE, WRITE)));
        assertThat(happened).containsExactly("begin", "END", "statement", "statement", "commit");

        happened.clear();
        points.arm(new Armed(CrashPoint.AFTER_STATEMENT, "openCase", 2));
        transactions.inTransaction("openCase", tx -> tx.applyAll(List.of(WRITE, WRITE)));
        assertThat(happened).containsExactly("begin", "statement", "statement", "END", "commit");
    }

    @Test
    void without_points_nothing_is_around_the_transactions() {
        Transactions plain = new Noting();

        assertThat(CrashingTransactions.over(plain, Optional.empty())).isSameAs(plain);
    }

    private List<String> with(CrashPoint point) {
        happened.clear();
        points.disarm();
        points.arm(new Armed(point, "openCase", 1));
        transactions.inTransaction("openCase", tx -> tx.apply(WRITE));
        return List.copyOf(happened);
    }

    private final class Noting implements Transactions, Tx {

        @Override
        public <T> Future<T> inTransaction(String purpose, Function<Tx, Future<T>> work) {
            happened.add("begin");
            return work.apply(this).onComplete(done -> happened.add(done.succeeded() ? "commit" : "rollback"));
        }

        @Override
        public Future<RowSet<Row>> query(String sql, Tuple arguments) {
            return Future.failedFuture("nothing is asked here");
        }

        @Override
        public Future<Void> apply(Write write) {
            happened.add("statement");
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> applyAll(List<Write> writes) {
            writes.forEach(this::apply);
            return Future.succeededFuture();
        }
    }
}
