package io.redress.penalties.store;

import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.ClearingRuns;
import io.redress.penalties.app.DeadlineKinds;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Table points_clearing, and the shops that a run has to look at. */
public final class PgClearingRuns implements ClearingRuns {

    private static final String BEGIN = "INSERT INTO points_clearing (at) VALUES ($1) ON CONFLICT (at) DO NOTHING";

    private static final String LOCK =
            "SELECT at, behind, shops, measures, done FROM points_clearing WHERE at = $1 FOR UPDATE";

    private static final String SHOPS = """
            SELECT shop FROM (
                SELECT shop_id COLLATE "C" AS shop FROM measure
                WHERE days IS NULL AND state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED') AND shop_id COLLATE "C" > $1::text
                GROUP BY shop_id COLLATE "C" ORDER BY shop_id COLLATE "C" LIMIT $2::integer) AS under
            UNION
            SELECT shop FROM (
                SELECT shop_id COLLATE "C" AS shop FROM penalty
                WHERE status IN ('IN_FORCE', 'SERVED') AND shop_id COLLATE "C" > $1::text
                  AND effective_at < $3::timestamptz
                GROUP BY shop_id COLLATE "C" ORDER BY shop_id COLLATE "C" LIMIT $2::integer) AS counting
            ORDER BY shop LIMIT $2::integer""";

    private static final String SAVE = """
            UPDATE points_clearing SET behind = $2::text, shops = $3::bigint, measures = $4::bigint, done = $5::boolean
            WHERE at = $1::timestamptz AND NOT done""";

    @Override
    public Future<Run> lock(Tx tx, Instant at) {
        Tuple key = Tuple.of(Columns.time(at));
        return tx.query(BEGIN, key).compose(begun -> tx.query(LOCK, key)).map(rows -> {
            Row row = rows.iterator().next();
            return new Run(
                    Columns.instant(row, "at"),
                    row.getString("behind"),
                    row.getLong("shops"),
                    row.getLong("measures"),
                    row.getBoolean("done"));
        });
    }

    @Override
    public Future<List<String>> shops(Tx tx, String behind, Instant effectiveBefore, int limit) {
        return tx.query(SHOPS, Tuple.of(behind, limit, Columns.time(effectiveBefore)))
                .map(rows -> {
                    List<String> shops = new ArrayList<>();
                    rows.forEach(row -> shops.add(row.getString("shop")));
                    return shops;
                });
    }

    @Override
    public Write save(Run run) {
        return Write.guarded(
                SAVE, Tuple.of(Columns.time(run.at()), run.behind(), run.shops(), run.measures(), run.done()));
    }

    @Override
    public Write expect(Instant at) {
        return Write.none().with(expected(at));
    }

    @Override
    public Write goOn(Instant at) {
        return Write.none().with(Deadlines.schedule(DeadlineKinds.POINTS_CLEARED, at.toString(), at));
    }

    /** The deadline of the run, unless there is one. */
    static Write.Fragment expected(Instant at) {
        return Deadlines.expect(DeadlineKinds.POINTS_CLEARED, at.toString(), at);
    }
}
