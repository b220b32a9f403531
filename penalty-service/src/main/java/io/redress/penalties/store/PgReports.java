package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.Reports;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Table violation_report. */
public final class PgReports implements Reports {

    private static final String TAKEN = """
            SELECT source_id, digest, shop_id, penalty_id FROM violation_report
            WHERE system = $1 AND source_id = ANY($2::text[])""";

    private static final String INSERT = """
            INSERT INTO violation_report (system, source_id, digest, shop_id, penalty_id, taken_at)
            VALUES ($1::text, $2::text, $3::bytea, $4::text, $5::text, $6::timestamptz)""";

    @Override
    public Future<Map<String, Taken>> taken(Tx tx, String system, Collection<String> sourceIds) {
        return tx.query(TAKEN, Tuple.of(system).addArrayOfString(sourceIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Taken> taken = new HashMap<>();
                    rows.forEach(row -> taken.put(
                            row.getString("source_id"),
                            new Taken(
                                    row.getBuffer("digest").getBytes(),
                                    row.getString("shop_id"),
                                    row.getString("penalty_id"))));
                    return taken;
                });
    }

    @Override
    public Write insert(String system, String sourceId, Taken taken, Instant at) {
        return Write.none()
                .with(
                        INSERT,
                        Tuple.of(
                                system,
                                sourceId,
                                Buffer.buffer(taken.digest()),
                                taken.shopId(),
                                taken.penaltyId(),
                                Columns.time(at)));
    }
}
