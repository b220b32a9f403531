package io.redress.cases.messaging;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Takes every write and keeps none. */
final class NoTransaction implements Tx {

    @Override
    public Future<RowSet<Row>> query(String sql, Tuple arguments) {
        throw new UnsupportedOperationException("handlers ask their ports");
    }

    @Override
    public Future<Void> apply(Write write) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> applyAll(List<Write> writes) {
        return Future.succeededFuture();
    }
}
