package io.redress.kit.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open dead letters and parked events of each topic read, as gauges. Counted every five seconds by one query, whoever
 * scrapes; while the database does not answer they stay as they were.
 */
public final class BacklogGauges {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogGauges.class);
    private static final long PERIOD_MILLIS = 5_000;

    private static final String COUNT = """
            SELECT 'dead' AS kind, topic, count(*) AS rows, min(opened_at) AS oldest
            FROM dead_letter WHERE state = 'OPEN' GROUP BY topic
            UNION ALL
            SELECT 'parked', topic, count(*), min(parked_at) FROM parked_event GROUP BY topic
            """;

    private enum Kind {
        DEAD(
                "redress.dead.letters.open",
                "dead letters that nobody has replayed or discarded",
                "redress.dead.letters.oldest.seconds"),
        PARKED("redress.parked.events", "events that wait for their turn", "redress.parked.events.oldest.seconds");

        private final String count;
        private final String what;
        private final String age;

        Kind(String count, String what, String age) {
            this.count = count;
            this.what = what;
            this.age = age;
        }
    }

    private record Place(Kind kind, String topic) {}

    private record Backlog(long rows, Instant oldest) {}

    private final Vertx vertx;
    private final Database database;
    private final MachineClock clock;
    private volatile Map<Place, Backlog> backlogs = Map.of();
    private long timer = -1;

    /** @param topics that are read; a gauge is 0 until the first count */
    public BacklogGauges(
            Vertx vertx, Database database, MachineClock clock, MeterRegistry metrics, Collection<String> topics) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        for (Kind kind : List.of(Kind.values())) {
            for (String topic : topics) {
                Place place = new Place(kind, topic);
                gauge(metrics, kind.count, kind.what, place, this::rows);
                gauge(metrics, kind.age, "age of the oldest of the " + kind.what, place, this::oldestSeconds);
            }
        }
    }

    public void start() {
        count();
        timer = vertx.setPeriodic(PERIOD_MILLIS, ignored -> count());
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    /** Succeeds when the gauges show what is there now. */
    public Future<Void> count() {
        return database.read(tx -> tx.query(COUNT, Tuple.tuple()))
                .onSuccess(rows -> {
                    Map<Place, Backlog> counted = new HashMap<>();
                    for (Row row : rows) {
                        Kind kind = row.getString("kind").equals("dead") ? Kind.DEAD : Kind.PARKED;
                        OffsetDateTime oldest = row.getOffsetDateTime("oldest");
                        counted.put(
                                new Place(kind, row.getString("topic")),
                                new Backlog(row.getLong("rows"), oldest.toInstant()));
                    }
                    backlogs = Map.copyOf(counted);
                })
                .onFailure(failure -> LOG.debug("dead letters and parked events not counted: {}", failure.toString()))
                .mapEmpty();
    }

    private static void gauge(
            MeterRegistry metrics, String name, String what, Place place, ToDoubleFunction<Place> value) {
        Gauge.builder(name, place, value)
                .description(what)
                .tag("topic", place.topic())
                .strongReference(true)
                .register(metrics);
    }

    private double rows(Place place) {
        Backlog backlog = backlogs.get(place);
        return backlog == null ? 0 : backlog.rows();
    }

    private double oldestSeconds(Place place) {
        Backlog backlog = backlogs.get(place);
        return backlog == null
                ? 0
                : Math.max(0, Duration.between(backlog.oldest(), clock.now()).toMillis() / 1000.0);
    }
}
