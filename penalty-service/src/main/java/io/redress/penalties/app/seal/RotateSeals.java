package io.redress.penalties.app.seal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.Companion;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Re-encrypts the records that are under an older key, in batches, at start and from time to time. It keeps no state:
 * what is done shows in the rows, so that it may be stopped anywhere and run twice at once. A record that cannot be
 * opened is passed over and counted.
 */
public final class RotateSeals implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(RotateSeals.class);
    private static final int BATCH = 50;
    private static final long EVERY_MILLIS = 300_000;

    private final Vertx vertx;
    private final Database database;
    private final SealKeys keys;
    private final DetectionRecords records;
    private final AtomicLong unknown = new AtomicLong();
    private final Counter damaged;
    private volatile long timer = -1;
    private volatile boolean running;
    private volatile Future<Void> round = Future.succeededFuture();

    public RotateSeals(Vertx vertx, Database database, SealKeys keys, DetectionRecords records, MeterRegistry metrics) {
        this.vertx = vertx;
        this.database = database;
        this.keys = keys;
        this.records = records;
        this.damaged = metrics.counter("redress.seal.unreadable", "cause", "damaged");
        Gauge.builder("redress.seal.unknown.key.records", unknown, AtomicLong::get)
                .description("Detection records under a key that is not in the ring; must be 0")
                .register(metrics);
    }

    @Override
    public Future<Void> start() {
        running = true;
        run();
        timer = vertx.setPeriodic(EVERY_MILLIS, ignored -> run());
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        return round.otherwiseEmpty();
    }

    private void run() {
        if (!round.isComplete()) {
            return;
        }
        round = database.read(tx -> records.underUnknownKeys(tx, keys.known()))
                .onSuccess(this::count)
                .compose(counted -> behind(""))
                .onFailure(failure -> LOG.atWarn().setCause(failure).log("could not re-encrypt detection records"));
    }

    private void count(long found) {
        unknown.set(found);
        if (found > 0) {
            LOG.atError().addKeyValue("records", found).log("detection records are under a key that is not known");
        }
    }

    private Future<Void> behind(String penaltyId) {
        return database.read(tx -> records.underOlderKeys(tx, keys.current(), keys.known(), penaltyId, BATCH))
                .compose(batch -> {
                    Future<Void> all = Future.succeededFuture();
                    for (DetectionRecords.Kept kept : batch) {
                        all = all.compose(done -> running ? reseal(kept) : Future.succeededFuture());
                    }
                    return all.compose(
                            done -> batch.size() < BATCH || !running ? Future.succeededFuture() : behind(last(batch)));
                });
    }

    private static String last(List<DetectionRecords.Kept> batch) {
        return batch.get(batch.size() - 1).penaltyId();
    }

    private Future<Void> reseal(DetectionRecords.Kept kept) {
        try {
            Sealed fresh = keys.seal(kept.penaltyId(), keys.open(kept.penaltyId(), kept.sealed()));
            return database.inTransaction(tx -> tx.apply(records.reseal(kept, fresh)));
        } catch (SealKeys.Unreadable e) {
            damaged.increment();
            return Future.succeededFuture();
        }
    }
}
