package io.redress.kit.ops;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** What a service still has to do: the figures that operators watch and that say when a suite has come to rest. */
public final class Activity {

    private static final String FIGURES = """
            SELECT (SELECT count(*) FROM outbox) AS outbox_rows,
                   (SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM outbox) AS outbox_age_seconds,
                   (SELECT count(*) FROM parked_event) AS parked_events,
                   (SELECT count(*) FROM dead_letter WHERE state = 'OPEN') AS dead_letters,
                   (SELECT count(*) FROM deadline WHERE state = 'PENDING' AND due_at <= $1) AS due_deadlines,
                   (SELECT min(due_at) FROM deadline WHERE state = 'PENDING') AS next_deadline""";

    private final Database database;
    private final BusinessClock clock;
    private final Supplier<Future<Long>> consumerLag;
    private final List<Supplier<Future<Long>>> outstanding;

    /** @param consumerLag records not yet handled, over all topics read */
    public Activity(Database database, BusinessClock clock, Supplier<Future<Long>> consumerLag) {
        this(database, clock, consumerLag, List.of());
    }

    /**
     * @param consumerLag records not yet handled, over all topics read
     * @param outstanding counts of the service's own work that is to be done now
     */
    public Activity(
            Database database,
            BusinessClock clock,
            Supplier<Future<Long>> consumerLag,
            List<Supplier<Future<Long>>> outstanding) {
        this.database = database;
        this.clock = clock;
        this.consumerLag = consumerLag;
        this.outstanding = outstanding;
    }

    /** Lag is read before the outbox, so that what moves from one to the next is seen at least once. */
    public Future<JsonObject> read() {
        return consumerLag.get().compose(lag -> ownWork().compose(work -> figures(lag, work)));
    }

    private Future<Long> ownWork() {
        return Future.all(outstanding.stream().map(Supplier::get).toList())
                .map(counts ->
                        counts.<Long>list().stream().mapToLong(Long::longValue).sum());
    }

    private Future<JsonObject> figures(long lag, long work) {
        Instant now = clock.now();
        return database.read(tx -> tx.query(FIGURES, Tuple.of(now.atOffset(ZoneOffset.UTC))))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime next = row.getOffsetDateTime("next_deadline");
                    return new JsonObject()
                            .put("businessTime", now)
                            .put("outboxRows", row.getLong("outbox_rows"))
                            .put("outboxAgeSeconds", row.getDouble("outbox_age_seconds"))
                            .put("parkedEvents", row.getLong("parked_events"))
                            .put("deadLetters", row.getLong("dead_letters"))
                            .put("consumerLag", lag)
                            .put("outstanding", work)
                            .put("dueDeadlines", row.getLong("due_deadlines"))
                            .put("nextDeadline", next == null ? null : next.toInstant());
                });
    }
}
