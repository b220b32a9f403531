package io.redress.kit.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox of one schema.
 *
 * <p>Guarantees: every committed row is published at least once, also when rows become visible out of the order of
 * their ids; a row is deleted only after all in-sync replicas acknowledged it; rows of one key are acknowledged in
 * order of id. One relay per schema and shard is active at a time: an advisory lock on a connection of its own, which
 * also reads and deletes, so a relay that loses the lock cannot delete. Outages of Postgres or the broker delay, they
 * never lose. Limits: duplicates happen, and a relay that lost its connection may have sends in flight beside its
 * successor's, which can repeat or reorder; consumers judge by sequence.
 *
 * <p>Woken by {@link #wake()} after a commit; polls as a safety net, between 20 ms and half a second apart. What comes
 * after a pause goes at once; after that it lets 10 ms go by between batches, for more to come. All work runs on the
 * context that {@link #start()} was called on.
 */
public final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final long LINGER_MILLIS = 10;
    private static final long POLL_MIN_MILLIS = 20;
    private static final long POLL_MAX_MILLIS = 500;
    private static final long LOCK_RETRY_MILLIS = 1_000;
    private static final long TURN_LIMIT_SECONDS = 60;

    private final Vertx vertx;
    private final Database database;
    private final String schema;
    private final KafkaConfig kafka;
    private final MachineClock clock;
    private final Tracing tracing;
    private final Shard shard = Shard.ALL;
    private final Optional<CrashPoints> crashPoints;
    private final OutboxStore store;
    private final BlockedKeys blockedKeys = new BlockedKeys();
    private final Backoff backoff = new Backoff(100, 10_000);
    // Shorter than the pause of a key: where one key alone is refused, the next try takes another.
    private final Backoff outageBackoff = new Backoff(50, 500);
    private final Counter published;
    private final Promise<Void> ended = Promise.promise();

    private volatile Context context;
    private OutboxSender sender;
    private SqlConnection connection;
    private boolean proven;
    private boolean outage;
    private boolean lingering;
    private boolean stopping;
    private boolean woken;
    private boolean wakeable;
    private long timer = -1;
    private long pollMillis = POLL_MIN_MILLIS;
    private volatile Instant oldest;

    /**
     * @param schema whose outbox is read; a second relay on the same schema waits for the first to go
     * @param crashPoints where the process may be made to end; empty but in tests of the whole
     */
    public OutboxRelay(
            Vertx vertx,
            Database database,
            String schema,
            KafkaConfig kafka,
            MachineClock clock,
            MeterRegistry metrics,
            Tracing tracing,
            Optional<CrashPoints> crashPoints) {
        this.vertx = vertx;
        this.database = database;
        this.schema = schema;
        this.kafka = kafka;
        this.clock = clock;
        this.tracing = tracing;
        this.crashPoints = crashPoints;
        this.store = crashPoints.<OutboxStore>map(CrashingOutboxStore::new).orElseGet(OutboxStore::new);
        this.published = Counter.builder("redress.outbox.published")
                .description("events acknowledged by the broker")
                .register(metrics);
        Gauge.builder("redress.outbox.oldest.seconds", this, OutboxRelay::oldestSeconds)
                .description("age of the oldest event that this instance is to publish; 0 where another does")
                .register(metrics);
    }

    /** Returns at once; Postgres and the broker may come later. */
    public Future<Void> start() {
        context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> turn());
        return Future.succeededFuture();
    }

    /** Something was committed. Cheap, callable from any thread, before the start and after the stop too. */
    public void wake() {
        if (context != null) {
            context.runOnContext(ignored -> {
                woken = true;
                pollMillis = POLL_MIN_MILLIS;
                if (timer >= 0 && wakeable && vertx.cancelTimer(timer)) {
                    timer = -1;
                    turn();
                }
            });
        }
    }

    /** Finishes the batch at hand, then closes. What is left in the outbox stays for the next start. */
    public Future<Void> stop() {
        if (context == null) {
            return Future.succeededFuture();
        }
        context.runOnContext(ignored -> {
            stopping = true;
            if (timer >= 0 && vertx.cancelTimer(timer)) {
                timer = -1;
                turn();
            }
        });
        return ended.future();
    }

    private void turn() {
        if (stopping) {
            end();
            return;
        }
        woken = false;
        lingering = false;
        Future.succeededFuture()
                .compose(begun -> connected())
                .compose(held -> held ? publishBatch() : Future.succeededFuture(LOCK_RETRY_MILLIS))
                .timeout(TURN_LIMIT_SECONDS, TimeUnit.SECONDS)
                .onComplete(pause -> {
                    wakeable = pause.succeeded() && connection != null && !outage && !lingering;
                    if (pause.succeeded()) {
                        backoff.reset();
                        later(woken && wakeable ? 0 : pause.result());
                    } else {
                        LOG.warn("outbox of {} waits: {}", schema, String.valueOf(pause.cause()));
                        disconnect();
                        later(backoff.nextMillis());
                    }
                });
    }

    private void later(long millis) {
        if (stopping || millis <= 0) {
            context.runOnContext(ignored -> turn());
        } else {
            timer = vertx.setTimer(millis, ignored -> {
                timer = -1;
                turn();
            });
        }
    }

    private Future<Boolean> connected() {
        if (connection != null) {
            return Future.succeededFuture(true);
        }
        return database.dedicatedConnection().compose(fresh -> store.lock(fresh, schema, shard)
                .compose(held -> {
                    if (held) {
                        connection = fresh;
                        fresh.closeHandler(closed -> {
                            if (connection == fresh) {
                                connection = null;
                            }
                        });
                        return Future.succeededFuture(true);
                    }
                    oldest = null;
                    return fresh.close().map(false);
                })
                .onFailure(failure -> fresh.close()));
    }

    /** @return milliseconds to wait before the next batch */
    private Future<Long> publishBatch() {
        if (sender == null) {
            // Here because it fails while the broker's name cannot be resolved.
            sender = new OutboxSender(vertx, kafka, tracing, crashPoints);
        }
        SqlConnection held = connection;
        List<String> blocked = blockedKeys.at(clock.now());
        // One row first after a failure or a pause: a send blocks while the broker's metadata are unknown.
        int limit = proven ? BATCH : 1;
        return store.read(held, shard, blocked, limit).compose(rows -> {
            noteOldest(rows, !blocked.isEmpty());
            if (rows.isEmpty()) {
                proven = false;
                pollMillis = Math.min(POLL_MAX_MILLIS, pollMillis * 2);
                return Future.succeededFuture(pollMillis);
            }
            pollMillis = POLL_MIN_MILLIS;
            return sender.send(rows).compose(outcome -> settle(held, outcome, rows.size() == limit));
        });
    }

    private Future<Long> settle(SqlConnection held, SendOutcome outcome, boolean moreIsThere) {
        proven = !outcome.deletable().isEmpty();
        outage = !proven;
        blockedKeys.settle(outcome, clock.now());
        if (outage) {
            Throwable cause = outcome.failedKeys().values().iterator().next();
            LOG.warn("the broker takes nothing from the outbox of {}: {}", schema, String.valueOf(cause));
            return Future.succeededFuture(outageBackoff.nextMillis());
        }
        outcome.failedKeys()
                .forEach((key, failure) -> LOG.warn("key {} of {} waits: {}", key, schema, failure.toString()));
        published.increment(outcome.deletable().size());
        lingering = !moreIsThere;
        return store.delete(held, outcome.deletable()).map(lingering ? LINGER_MILLIS : 0L);
    }

    private void disconnect() {
        SqlConnection lost = connection;
        connection = null;
        if (lost != null) {
            lost.close();
        }
    }

    private void end() {
        SqlConnection last = connection;
        connection = null;
        Future<Void> unlocked = last == null ? Future.succeededFuture() : last.close();
        unlocked.transform(closed -> sender == null ? Future.succeededFuture() : sender.close())
                .onComplete(closed -> ended.tryComplete());
    }

    private void noteOldest(List<OutboxRow> rows, boolean olderMayWait) {
        Instant first = rows.isEmpty() ? null : rows.get(0).createdAt();
        if (!olderMayWait || oldest == null || (first != null && first.isBefore(oldest))) {
            oldest = first;
        }
    }

    private double oldestSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.now()).toMillis() / 1000.0);
    }
}
