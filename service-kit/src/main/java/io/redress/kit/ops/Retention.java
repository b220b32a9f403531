package io.redress.kit.ops;

import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets stored answers after 72 hours of machine time, a bounded batch at a time. */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final long PERIOD_MILLIS = 600_000;
    private static final int BATCH = 5_000;

    private static final String FORGET = """
            DELETE FROM idempotency WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM idempotency WHERE stored_at < now() - interval '72 hours' LIMIT $1))""";

    private final Vertx vertx;
    private final Database database;
    private long timer = -1;

    public Retention(Vertx vertx, Database database) {
        this.vertx = vertx;
        this.database = database;
    }

    public Future<Void> start() {
        timer = vertx.setPeriodic(PERIOD_MILLIS, ignored -> forget().onFailure(
                        failure -> LOG.atWarn().setCause(failure).log("could not forget old stored answers")));
        return Future.succeededFuture();
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    /** One round; goes on while there is more. */
    public Future<Void> forget() {
        return database.read(tx -> tx.query(FORGET, Tuple.of(BATCH)))
                .compose(rows -> rows.rowCount() == BATCH ? forget() : Future.succeededFuture());
    }
}
