package io.redress.kit.http;

import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A counter with every part of the command path: the smallest service there can be. */
final class TallyService {

    enum TallyRefusal implements RefusalCode {
        BELOW_ZERO(RefusalKind.RULE),
        NOT_YOURS(RefusalKind.FORBIDDEN);

        private final RefusalKind kind;

        TallyRefusal(RefusalKind kind) {
            this.kind = kind;
        }

        @Override
        public RefusalKind kind() {
            return kind;
        }
    }

    record NewTally(String name) {}

    record Addition(int amount) {}

    record Tally(String id, String owner, long total) {}

    private record Found(Tally tally, Revision revision) {}

    private static final String TOPIC = "penalties.events.v1";

    private final ServiceKit kit;
    private final Runtime runtime;
    /** While set, commands that open a tally wait for it inside their transaction. */
    private final AtomicReference<Promise<Void>> gate = new AtomicReference<>();

    private final Promise<Void> arrived = Promise.promise();

    TallyService(ServiceConfig config, Runtime runtime) {
        this.runtime = runtime;
        kit = ServiceKit.of("penalty-service", "gateway", config, runtime);
        kit.http("openapi/tallies.yaml", this::bind);
        kit.audit("tally", "a.tally_id");
    }

    ServiceKit kit() {
        return kit;
    }

    /** Completes when a command waits at the gate. */
    Future<Void> arrived() {
        return arrived.future();
    }

    void holdOpenings() {
        gate.set(Promise.promise());
    }

    void releaseOpenings() {
        gate.getAndSet(null).complete();
    }

    private void bind(Operations operations) {
        operations.command(
                "openTally", (request, context, tx) -> open(request.body(NewTally.class), context), tally -> tally);
        operations.batch("openJointTally", new JointTallies(runtime, kit), tally -> tally);
        operations.command(
                "addToTally",
                (request, context, tx) -> add(request.path("tallyId"), request.body(Addition.class), context, tx),
                tally -> tally);
        operations.query("getTally", (request, context, tx) -> find(tx, request.path("tallyId"))
                .map(found -> found.map(one -> HttpAnswer.ok(one.tally()).withRevision(one.revision()))
                        .orElseGet(HttpAnswer::notFound)));
    }

    private Future<Decision<Tally>> open(NewTally request, CommandContext context) {
        Tally tally = new Tally(
                runtime.ids().next("tal"),
                context.caller().subject(),
                request.name().length());
        Recorded recorded = record(context, tally, Revision.NEW, "TallyOpened");
        Write write = Write.guarded(
                        "INSERT INTO tally VALUES ($1, $2, $3, $4, $5, $6)",
                        Tuple.of(
                                tally.id(),
                                tally.owner(),
                                tally.total(),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
        Decision<Tally> decision = Decision.accept(tally, recorded.after(), write);
        Promise<Void> held = gate.get();
        if (held == null) {
            return Future.succeededFuture(decision);
        }
        arrived.tryComplete();
        return held.future().map(decision);
    }

    private Future<Decision<Tally>> add(String id, Addition request, CommandContext context, Tx tx) {
        return find(tx, id).map(found -> {
            if (found.isEmpty()) {
                return Decision.notFound();
            }
            Tally before = found.get().tally();
            Revision revision = found.get().revision();
            if (!context.accepts(revision)) {
                return Decision.stale(revision);
            }
            if (!before.owner().equals(context.caller().subject())) {
                return Decision.refuse(Refusal.of(TallyRefusal.NOT_YOURS, "somebody else counts here"));
            }
            Tally after = new Tally(id, before.owner(), before.total() + request.amount());
            if (after.total() < 0) {
                return Decision.refuse(Refusal.of(TallyRefusal.BELOW_ZERO, "a tally is never below zero")
                        .with("currentStatus", "OPEN"));
            }
            Recorded recorded = record(context, after, revision, "TallyChanged");
            Write write = Write.guarded(
                            """
                            UPDATE tally SET total = $3, version = $4, event_sequence = $5, chain_head = $6
                            WHERE tally_id = $1 AND version = $2""",
                            Tuple.of(
                                    id,
                                    revision.version(),
                                    after.total(),
                                    recorded.after().version(),
                                    recorded.after().sequence(),
                                    Buffer.buffer(recorded.after().chainHead())))
                    .with(recorded);
            return Decision.accept(after, recorded.after(), write);
        });
    }

    private Recorded record(CommandContext context, Tally tally, Revision before, String type) {
        JsonObject data = new JsonObject().put("tallyId", tally.id()).put("total", tally.total());
        return kit.recorder()
                .record(context, tally.id(), before, List.of(OutgoingEvent.of(TOPIC, tally.id(), type, data)));
    }

    private static Future<Optional<Found>> find(Tx tx, String id) {
        if (id.equals("tal_defect")) {
            throw new IllegalStateException("a secret of the inside");
        }
        return tx.query("SELECT * FROM tally WHERE tally_id = $1", Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Found(
                    new Tally(id, row.getString("owner"), row.getLong("total")),
                    new Revision(
                            row.getLong("version"),
                            row.getLong("event_sequence"),
                            row.getBuffer("chain_head").getBytes())));
        });
    }
}
