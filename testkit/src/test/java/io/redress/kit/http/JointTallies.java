package io.redress.kit.http;

import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.http.TallyService.NewTally;
import io.redress.kit.http.TallyService.Tally;
import io.redress.kit.http.TallyService.TallyRefusal;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Tallies that are opened together, one of each name, which is also its id. A name that begins with {@code refused},
 * {@code defect} or {@code poison} is refused, breaks the decision, or breaks the statement of whoever writes it.
 */
record JointTallies(Runtime runtime, ServiceKit kit) implements BatchOperation<String, Boolean, Tally> {

    private static final String INSERT = "INSERT INTO tally VALUES ($1, $2, $3::bigint / $7::bigint, $4, $5, $6)";

    @Override
    public String question(ApiRequest request, CommandContext context) {
        return "tal_" + request.body(NewTally.class).name();
    }

    @Override
    public String subject(String id) {
        return id;
    }

    @Override
    public Future<List<Boolean>> facts(List<String> ids, Tx tx) {
        String sql = """
                SELECT t.tally_id IS NOT NULL AS known
                FROM unnest($1::text[]) WITH ORDINALITY AS q (id, ord) LEFT JOIN tally t ON t.tally_id = q.id ORDER BY q.ord""";
        return tx.query(sql, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> {
                    List<Boolean> known = new ArrayList<>();
                    rows.forEach(row -> known.add(row.getBoolean("known")));
                    return known;
                });
    }

    @Override
    public Decision<Tally> decide(String id, Boolean known, CommandContext context) {
        if (known || id.startsWith("tal_refused")) {
            return Decision.refuse(Refusal.of(TallyRefusal.BELOW_ZERO, "there is one"));
        }
        if (id.startsWith("tal_defect")) {
            throw new IllegalStateException("a secret of the inside");
        }
        Tally tally = new Tally(id, context.caller().subject(), id.length());
        JsonObject data = new JsonObject().put("tallyId", id).put("total", tally.total());
        Recorded recorded = kit.recorder()
                .record(
                        context,
                        id,
                        Revision.NEW,
                        List.of(OutgoingEvent.of("penalties.events.v1", id, "TallyOpened", data)));
        Write write = Write.guarded(
                        INSERT,
                        Tuple.of(
                                        id,
                                        tally.owner(),
                                        tally.total(),
                                        recorded.after().version(),
                                        recorded.after().sequence(),
                                        Buffer.buffer(recorded.after().chainHead()))
                                .addLong(id.startsWith("tal_poison") ? 0L : 1L))
                .with(recorded);
        return Decision.accept(tally, recorded.after(), write);
    }
}
