package io.redress.kit.boot;

import io.redress.kit.pg.PgConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The business clock of a development suite of several processes: one row, {@code dev.clock} with a base and the
 * machine's instant at which it was set, from which business time goes on as machine time does. Every process follows
 * the row: it reads it at its start, listens for changes, and reads it again after each lost connection; in between it
 * goes on by itself. It never goes back. Not for production.
 */
public final class SharedClock implements BusinessClock {

    /** Notified after each change of the row. */
    public static final String CHANNEL = "redress_clock";

    private static final Logger LOG = LoggerFactory.getLogger(SharedClock.class);
    private static final String READ = "SELECT base, anchor FROM dev.clock";
    private static final long RETRY_MILLIS = 250;

    private record Setting(Instant base, Instant anchor) {}

    private final Vertx vertx;
    private final PgConfig config;
    private final MachineClock machine;
    private volatile Setting setting;
    private Instant last = Instant.MIN;
    private volatile boolean stopped;
    private volatile PgConnection connection;

    public SharedClock(Vertx vertx, PgConfig config, MachineClock machine) {
        this.vertx = vertx;
        this.config = config;
        this.machine = machine;
    }

    /** Completes when the row has been read for the first time, however long the database takes to come. */
    public Future<Void> start() {
        Promise<Void> read = Promise.promise();
        vertx.runOnContext(ignored -> follow(read));
        return read.future();
    }

    /** Follows no longer; goes on by itself. */
    public void stop() {
        stopped = true;
        PgConnection held = connection;
        if (held != null) {
            held.close();
        }
    }

    @Override
    public synchronized Instant now() {
        Setting known = setting;
        if (known == null) {
            throw new IllegalStateException("the suite's clock has not been read yet");
        }
        Instant now = known.base().plus(Duration.between(known.anchor(), machine.now()));
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }

    private void follow(Promise<Void> firstRead) {
        if (stopped) {
            return;
        }
        PgConnection.connect(vertx, config.connectOptions("dev"))
                .compose(fresh -> {
                    connection = fresh;
                    fresh.notificationHandler(notification -> read(fresh).onFailure(this::warn));
                    fresh.closeHandler(closed -> later(firstRead));
                    // listening before reading: a change in between is told
                    return fresh.query("LISTEN " + CHANNEL)
                            .execute()
                            .compose(listening -> read(fresh))
                            .onFailure(failure -> fresh.close());
                })
                .onSuccess(read -> firstRead.tryComplete())
                .onFailure(failure -> {
                    warn(failure);
                    if (connection == null) {
                        later(firstRead);
                    }
                });
    }

    private void later(Promise<Void> firstRead) {
        connection = null;
        if (!stopped) {
            vertx.setTimer(RETRY_MILLIS, timer -> follow(firstRead));
        }
    }

    private Future<Void> read(PgConnection from) {
        return from.query(READ).execute().map(rows -> {
            Row row = rows.iterator().next();
            setting = new Setting(
                    row.getOffsetDateTime("base").toInstant(),
                    row.getOffsetDateTime("anchor").toInstant());
            return null;
        });
    }

    private void warn(Throwable failure) {
        LOG.warn("the suite's clock could not be read: {}", String.valueOf(failure));
    }
}
