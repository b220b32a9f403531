package io.redress.kit.deadlines;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds due deadlines without a lock, then acts on each in a transaction of its own that checks again that it is
 * still pending and due. Several instances may run: the row's lock lets one of them act. A failing deadline backs off
 * and never stands in another's way. It pauses when there was nothing to act on: what a deadline has done next, at once
 * or by many further ones, does not wait for the next look.
 */
public final class DeadlinePoller {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlinePoller.class);
    private static final int BATCH = 64;
    private static final long AT_ONCE_MILLIS = 1;

    private static final String DUE = """
            SELECT kind, subject FROM deadline
            WHERE state = 'PENDING' AND due_at <= $1 AND not_before <= now()
            ORDER BY due_at LIMIT $2""";

    private static final String TAKE = """
            UPDATE deadline SET state = 'DONE'
            WHERE kind = $1 AND subject = $2 AND state = 'PENDING' AND due_at <= $3
            RETURNING due_at""";

    private static final String BACK_OFF = """
            UPDATE deadline SET failures = failures + 1,
                   not_before = now() + make_interval(secs => least(300, power(2, least(failures, 8))))
            WHERE kind = $1 AND subject = $2 AND state = 'PENDING'""";

    private record Due(String kind, String subject) {}

    private final Vertx vertx;
    private final Database database;
    private final BusinessClock clock;
    private final Ids ids;
    private final String serviceName;
    private final Map<String, DeadlineHandler> handlers;
    private final Runnable afterCommit;
    private final Tracing tracing;
    private final long periodMillis;
    private boolean running;
    private long timer = -1;
    private Future<Void> round = Future.succeededFuture();

    public DeadlinePoller(
            Vertx vertx,
            Database database,
            BusinessClock clock,
            Ids ids,
            String serviceName,
            Map<String, DeadlineHandler> handlers,
            Runnable afterCommit,
            Tracing tracing,
            long periodMillis) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.serviceName = serviceName;
        this.handlers = Map.copyOf(handlers);
        this.afterCommit = afterCommit;
        this.tracing = tracing;
        this.periodMillis = periodMillis;
    }

    public void start() {
        running = true;
        schedule(periodMillis);
    }

    /** Completes when the round under way has ended. */
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        return round.otherwiseEmpty();
    }

    private void schedule(long millis) {
        if (running) {
            timer = vertx.setTimer(millis, ignored -> {
                Promise<Void> done = Promise.promise();
                round = done.future();
                poll().onComplete(result -> {
                    if (result.failed()) {
                        LOG.atWarn().setCause(result.cause()).log("could not look for due deadlines");
                    }
                    done.complete();
                    schedule(result.succeeded() && result.result() ? AT_ONCE_MILLIS : periodMillis);
                });
            });
        }
    }

    /** Whether there may be more to act on now. */
    private Future<Boolean> poll() {
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        return database.read(tx -> tx.query(DUE, Tuple.of(now, BATCH))).compose(rows -> {
            List<Due> due = new ArrayList<>();
            for (Row row : rows) {
                due.add(new Due(row.getString("kind"), row.getString("subject")));
            }
            Future<Boolean> chain = Future.succeededFuture(due.size() == BATCH);
            for (Due one : due) {
                chain = chain.compose(more -> act(one, now).map(acted -> more || acted));
            }
            return chain;
        });
    }

    /** Whether it was acted on. */
    private Future<Boolean> act(Due due, OffsetDateTime now) {
        DeadlineHandler handler = handlers.get(due.kind());
        if (handler == null) {
            return backOff(due, new IllegalStateException("no handler for deadlines of kind " + due.kind()));
        }
        return tracing.within(
                Kind.INTERNAL,
                "deadline " + due.kind(),
                Optional.empty(),
                span -> act(due, handler, now, span.context()));
    }

    /** Nobody asked for it: a trace of its own. */
    private Future<Boolean> act(Due due, DeadlineHandler handler, OffsetDateTime now, TraceParent step) {
        return database.<Boolean>inTransaction(tx -> tx.query(TAKE, Tuple.of(due.kind(), due.subject(), now))
                        .compose(rows -> {
                            if (rows.size() == 0) {
                                return Future.succeededFuture(false);
                            }
                            Instant dueAt = rows.iterator()
                                    .next()
                                    .getOffsetDateTime("due_at")
                                    .toInstant();
                            return handler.act(
                                            due.subject(), dueAt, context(dueAt).at(step), tx)
                                    .map(done -> true);
                        }))
                .onSuccess(done -> afterCommit.run())
                .recover(failure -> backOff(due, failure));
    }

    private CommandContext context(Instant dueAt) {
        String id = ids.next("req");
        return new CommandContext(Caller.service(serviceName), id, id, Optional.empty(), dueAt, OptionalLong.empty());
    }

    private Future<Boolean> backOff(Due due, Throwable failure) {
        LOG.atWarn()
                .addKeyValue("kind", due.kind())
                .addKeyValue("subject", due.subject())
                .setCause(failure)
                .log("a deadline could not be acted on and will be tried again");
        return database.read(tx -> tx.query(BACK_OFF, Tuple.of(due.kind(), due.subject())))
                .map(rows -> false);
    }
}
