package io.redress.kit.ops;

import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets stored answers after 72 hours of machine time, and closed dead letters with their envelopes after a time of
 * their own, a bounded batch at a time. Open dead letters and the last sequence of a subject are never forgotten.
 */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final long PERIOD_MILLIS = 600_000;
    private static final int BATCH = 5_000;
    private static final Duration STORED_ANSWERS = Duration.ofHours(72);

    private static final String ANSWERS = """
            DELETE FROM idempotency WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM idempotency WHERE stored_at < now() - $1::bigint * interval '1 second' LIMIT $2))""";

    private static final String DEAD_LETTERS = """
            DELETE FROM dead_letter WHERE id = ANY (ARRAY(
                SELECT id FROM dead_letter
                WHERE state <> 'OPEN' AND closed_at < now() - $1::bigint * interval '1 second' LIMIT $2))""";

    private final Vertx vertx;
    private final Database database;
    private final Optional<Duration> closedDeadLetters;
    private long timer = -1;

    /** @param closedDeadLetters how long they are kept; empty where no events are read */
    public Retention(Vertx vertx, Database database, Optional<Duration> closedDeadLetters) {
        this.vertx = vertx;
        this.database = database;
        this.closedDeadLetters = closedDeadLetters;
    }

    public Future<Void> start() {
        timer = vertx.setPeriodic(PERIOD_MILLIS, ignored -> forget().onFailure(
                        failure -> LOG.atWarn().setCause(failure).log("could not forget what is old")));
        return Future.succeededFuture();
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    /** One round; goes on while there is more. */
    public Future<Void> forget() {
        return forget(ANSWERS, STORED_ANSWERS)
                .compose(forgotten -> closedDeadLetters.isEmpty()
                        ? Future.succeededFuture()
                        : forget(DEAD_LETTERS, closedDeadLetters.get()));
    }

    private Future<Void> forget(String statement, Duration age) {
        return database.read(tx -> tx.query(statement, Tuple.of(age.toSeconds(), BATCH)))
                .compose(rows -> rows.rowCount() == BATCH ? forget(statement, age) : Future.succeededFuture());
    }
}
