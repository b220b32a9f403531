package io.redress.kit.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.redress.kit.pg.Database;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live streams of a service (Server-Sent Events). Bounded for each caller and in all. A stream ends with its
 * token, when its reader is too slow, and when the service stops; the reader comes back with the last id it saw.
 *
 * <p>A round asks each table once whether it has grown, and only then lets the streams read, one after the other, so
 * that streams never crowd out commands. Rounds follow commits of this process, and each other every second for what
 * other replicas commit.
 */
final class EventStreams {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int MAX_STREAMS = 256;
    private static final int MAX_STREAMS_OF_A_SUBJECT = 4;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final long POLL_MILLIS = 1_000;
    private static final long AFTER_COMMIT_MILLIS = 20;

    private final Vertx vertx;
    private final Database database;
    private final MachineClock clock;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<EventFeed, String> ends = new HashMap<>();
    private Context context;
    private boolean inRound;
    private volatile long timer = -1;
    private volatile boolean stopped;

    EventStreams(Vertx vertx, Database database, MachineClock clock, MeterRegistry metrics) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        Gauge.builder("redress.streams", open, Set::size).register(metrics);
    }

    void start() {
        context = vertx.getOrCreateContext();
        timer = vertx.setPeriodic(POLL_MILLIS, tick -> round());
    }

    /** Something was committed here. */
    void wake() {
        if (!open.isEmpty() && woken.compareAndSet(false, true)) {
            context.runOnContext(run -> vertx.setTimer(AFTER_COMMIT_MILLIS, soon -> {
                woken.set(false);
                round();
            }));
        }
    }

    /** Ends every stream, so that a stop need not wait for readers. */
    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        open.forEach(EventStream::end);
    }

    /**
     * Answers with a stream, which has begun when the future succeeds.
     *
     * @param lastEventId what the reader saw last
     * @throws ProblemException when there are too many streams
     */
    Future<Void> open(RoutingContext routing, EventFeed feed, Caller caller, Optional<String> lastEventId) {
        if (stopped || open.size() >= MAX_STREAMS) {
            throw ProblemException.retryAfter(
                    ProblemType.DEPENDENCY_UNAVAILABLE, "no further stream can be served now", RETRY_AFTER_SECONDS);
        }
        long own = open.stream()
                .filter(stream -> stream.subject().equals(caller.subject()))
                .count();
        if (own >= MAX_STREAMS_OF_A_SUBJECT) {
            throw ProblemException.retryAfter(
                    ProblemType.RATE_LIMITED,
                    "this caller has " + MAX_STREAMS_OF_A_SUBJECT + " streams already",
                    RETRY_AFTER_SECONDS);
        }
        EventStream stream =
                new EventStream(vertx, database, clock, feed, caller, expiry(caller.bearer()), routing, open::remove);
        open.add(stream);
        return stream.begin(lastEventId);
    }

    /** One at a time; what is committed during a round is seen by the next. */
    private void round() {
        if (inRound || open.isEmpty()) {
            return;
        }
        inRound = true;
        Map<EventFeed, List<EventStream>> streams = open.stream().collect(Collectors.groupingBy(EventStream::feed));
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<EventFeed, List<EventStream>> one : streams.entrySet()) {
            all = all.compose(done -> look(one.getKey(), one.getValue()));
        }
        all.onComplete(done -> {
            inRound = false;
            if (done.failed()) {
                LOG.atWarn().setCause(done.cause()).log("streams could not read on");
            }
        });
    }

    private Future<Void> look(EventFeed feed, List<EventStream> streams) {
        return database.read(feed::end).compose(end -> {
            if (end.equals(ends.put(feed, end))) {
                return Future.succeededFuture();
            }
            Future<Void> all = Future.succeededFuture();
            for (EventStream stream : streams) {
                all = all.compose(done -> stream.read());
            }
            return all;
        });
    }

    /** When a token, which was verified, ends. */
    private static Instant expiry(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]);
        return Instant.ofEpochSecond(new JsonObject(new String(claims, StandardCharsets.UTF_8)).getLong("exp"));
    }
}
