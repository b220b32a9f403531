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

    /** Scalar subqueries, so that each part looks behind its mark only, however the plan was made. */
    private static final String SHOPS = """
            SELECT page.shop, (
                SELECT count(*)::integer FROM penalty p WHERE p.shop_id = page.shop COLLATE "default") AS penalties
            FROM (
                SELECT shop FROM (
                    SELECT shop_id COLLATE "C" AS shop FROM measure
                    WHERE days IS NULL AND state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED')
                      AND shop_id COLLATE "C" > $1::text
                    GROUP BY shop_id COLLATE "C" ORDER BY shop_id COLLATE "C" LIMIT $2::integer) AS under
                UNION
                SELECT shop FROM (
                    SELECT shop_id COLLATE "C" AS shop FROM penalty p
                    WHERE status IN ('IN_FORCE', 'SERVED') AND shop_id COLLATE "C" > $1::text
                      AND effective_at < $3::timestamptz
                      AND (SELECT true FROM violation v WHERE v.penalty_id = p.id AND v.points > 0 LIMIT 1)
                      AND (SELECT true FROM measure m
                           WHERE m.shop_id = p.shop_id AND m.penalty_id = p.id AND m.days IS NOT NULL
                             AND m.state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED') LIMIT 1) IS NULL
                    GROUP BY shop_id COLLATE "C" ORDER BY shop_id COLLATE "C" LIMIT $2::integer) AS counting
                ORDER BY shop LIMIT $2::integer) AS page
            ORDER BY page.shop""";

    private static final String ANYTHING_LEFT = """
            SELECT (
                SELECT true FROM measure WHERE days IS NULL AND state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED')
                ORDER BY shop_id COLLATE "C" LIMIT 1) IS TRUE
            OR (SELECT true FROM penalty WHERE status IN ('IN_FORCE', 'SERVED')
                ORDER BY shop_id COLLATE "C" LIMIT 1) IS TRUE AS something""";

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
    public Future<List<Due>> shops(Tx tx, String behind, Instant effectiveBefore, int limit) {
        return tx.query(SHOPS, Tuple.of(behind, limit, Columns.time(effectiveBefore)))
                .map(rows -> {
                    List<Due> shops = new ArrayList<>();
                    rows.forEach(row -> shops.add(new Due(row.getString("shop"), row.getInteger("penalties"))));
                    return shops;
                });
    }

    @Override
    public Future<Boolean> anythingLeft(Tx tx) {
        return tx.query(ANYTHING_LEFT, Tuple.tuple())
                .map(rows -> rows.iterator().next().getBoolean("something"));
    }

    @Override
    public Write save(Run run) {
        return Write.guarded(
                SAVE, Tuple.of(Columns.time(run.at()), run.behind(), run.shops(), run.measures(), run.done()));
    }

    @Override
    public Write expect(Instant at) {
        return Write.none().with(Deadlines.expect(DeadlineKinds.POINTS_CLEARED, at.toString(), at));
    }

    @Override
    public Write expectOf(Instant at, String shopId, String cause) {
        return Write.none()
                .with(Deadlines.schedule(DeadlineKinds.SHOP_POINTS_CLEARED, shopId + "/" + cause + "/" + at, at));
    }

    @Override
    public Write goOn(Instant at) {
        return Write.none().with(Deadlines.schedule(DeadlineKinds.POINTS_CLEARED, at.toString(), at));
    }
}
