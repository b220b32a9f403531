package io.redress.kit.pg;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** A running transaction. Stores query it; use cases only pass it on. */
public interface Tx {

    Future<RowSet<Row>> query(String sql, Tuple arguments);

    /** Runs the write as one statement; fails with {@link GuardMissed} when a guard touched no row. */
    Future<Void> apply(Write write);

    /** Runs the writes in this order, each as one statement; fails with {@link GuardMissed} when any of them missed. */
    Future<Void> applyAll(List<Write> writes);
}
