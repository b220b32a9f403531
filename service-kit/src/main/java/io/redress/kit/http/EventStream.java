package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.redress.kit.pg.Database;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's stream. Rows are read when there is room for them and never kept: a reader that does not read holds one
 * batch, and is let go after a while. Everything here runs on one event loop.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 50;
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final long SLOW_MILLIS = 30_000;

    private final Vertx vertx;
    private final Context context;
    private final Database database;
    private final MachineClock clock;
    private final EventFeed feed;
    private final Caller caller;
    private final Instant expires;
    private final HttpServerResponse response;
    private String cursor;
    private boolean reading;
    private boolean ended;
    private long heartbeat = -1;
    private long slow = -1;

    EventStream(
            Vertx vertx,
            Database database,
            MachineClock clock,
            EventFeed feed,
            Caller caller,
            Instant expires,
            RoutingContext routing,
            Consumer<EventStream> closed) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.database = database;
        this.clock = clock;
        this.feed = feed;
        this.caller = caller;
        this.expires = expires;
        this.response = routing.response();
        routing.addEndHandler(gone -> {
            ended = true;
            vertx.cancelTimer(heartbeat);
            vertx.cancelTimer(slow);
            closed.accept(this);
        });
    }

    String subject() {
        return caller.subject();
    }

    EventFeed feed() {
        return feed;
    }

    /** Answers once it is known where the stream begins: what happens after the answer's first byte is shown. */
    Future<Void> begin(Optional<String> lastEventId) {
        return lastEventId
                .map(Future::succeededFuture)
                .orElseGet(() -> database.read(feed::end))
                .map(start -> {
                    beginAt(start);
                    return null;
                });
    }

    private void beginAt(String start) {
        if (ended) {
            return;
        }
        response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
        response.putHeader("X-Accel-Buffering", "no");
        response.setChunked(true).setWriteQueueMaxSize(BUFFER_BYTES);
        response.write("retry: 2000\n\n");
        heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, tick -> beat());
        cursor = start;
        read();
    }

    /** Ends in order: what was written is sent. */
    void end() {
        context.runOnContext(run -> {
            if (!ended) {
                ended = true;
                response.end();
            }
        });
    }

    private void beat() {
        if (expired()) {
            end();
        } else if (!response.writeQueueFull()) {
            response.write(": still here\n\n");
        }
    }

    /** Shows what there is behind the cursor, as far as the reader keeps up. Never fails. */
    Future<Void> read() {
        if (ended || reading || cursor == null || slow != -1) {
            return Future.succeededFuture();
        }
        if (expired()) {
            end();
            return Future.succeededFuture();
        }
        reading = true;
        return database.read(tx -> feed.after(caller, cursor, BATCH, tx)).transform(result -> {
            reading = false;
            if (result.failed()) {
                give("could not read on", result.cause());
                return Future.succeededFuture();
            }
            return show(result.result());
        });
    }

    private Future<Void> show(List<EventFeed.Entry> entries) {
        if (ended) {
            return Future.succeededFuture();
        }
        for (EventFeed.Entry entry : entries) {
            // JSON has no raw line breaks, so one data line holds it
            String data = new String(Json.bytes(entry.data()), StandardCharsets.UTF_8);
            response.write("id: " + entry.cursor() + "\nevent: " + entry.type() + "\ndata: " + data + "\n\n");
            cursor = entry.cursor();
        }
        if (response.writeQueueFull()) {
            waitForReader();
            return Future.succeededFuture();
        }
        return entries.size() == BATCH ? read() : Future.succeededFuture();
    }

    private void waitForReader() {
        slow = vertx.setTimer(SLOW_MILLIS, late -> {
            LOG.atInfo().addKeyValue("subject", caller.subject()).log("a stream's reader was too slow");
            response.reset();
        });
        response.drainHandler(drained -> {
            vertx.cancelTimer(slow);
            slow = -1;
            read();
        });
    }

    private boolean expired() {
        return !clock.now().isBefore(expires);
    }

    /** The reader comes back by itself, with the id it saw last. */
    private void give(String what, Throwable failure) {
        LOG.atWarn().addKeyValue("subject", caller.subject()).setCause(failure).log("a stream " + what);
        end();
    }
}
