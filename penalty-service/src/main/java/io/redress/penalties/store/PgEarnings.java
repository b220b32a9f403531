package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.milestone.Earnings;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables milestone_verification and point_credit, by position. Positions of one shop are given under its lock, so that none
 * appears late.
 */
public final class PgEarnings implements Earnings {

    private static final String BEHIND_POSITION = """
            SELECT v.*, e.shop_id, c.id AS credit_id, p.title_zh AS programme_zh, p.title_en AS programme_en,
                   m.title_zh, m.title_en
            FROM enrolment e JOIN milestone_verification v ON v.enrolment_id = e.id
            JOIN milestone m ON m.programme_id = v.programme_id AND m.milestone_id = v.milestone_id
            JOIN programme p ON p.id = v.programme_id LEFT JOIN point_credit c ON c.verification_id = v.id
            WHERE e.shop_id = $1 AND m.purpose = 'EARN_BACK' AND v.verified_at <= $3 AND v.position > %s
            ORDER BY v.position LIMIT $2""";

    private static final String FIRST = BEHIND_POSITION.formatted("0");

    private static final String BEHIND = BEHIND_POSITION.formatted("""
            (SELECT last.position FROM milestone_verification last JOIN enrolment its ON its.id = last.enrolment_id
             WHERE last.id = $4 AND its.shop_id = $1)""");

    @Override
    public Future<List<Earned>> of(Tx tx, String shopId, Instant until, Optional<String> behind, int limit) {
        return behind.map(id -> tx.query(BEHIND, Tuple.of(shopId, limit, Columns.time(until), id)))
                .orElseGet(() -> tx.query(FIRST, Tuple.of(shopId, limit, Columns.time(until))))
                .map(rows -> {
                    List<Earned> earned = new ArrayList<>();
                    rows.forEach(row -> earned.add(earned(row)));
                    return earned;
                });
    }

    private static Earned earned(Row row) {
        return new Earned(
                new Text(row.getString("programme_zh"), row.getString("programme_en")),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                PgEnrolments.verification(row),
                Columns.optionalText(row, "credit_id"));
    }
}
