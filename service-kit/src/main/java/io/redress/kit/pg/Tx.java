package io.redress.kit.pg;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/** A running transaction. Stores query it; use cases only pass it on. */
public interface Tx {

    Future<RowSet<Row>> query(String sql, Tuple arguments);

    /** Runs the write as one statement; fails with {@link GuardMissed} when a guard touched no row. */
    Future<Void> apply(Write write);
}
