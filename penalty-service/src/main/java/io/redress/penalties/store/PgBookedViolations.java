package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.rulebook.BookedViolations;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.rulebook.impact.BookedViolation;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads of tables penalty, violation and point_credit across shops. */
public final class PgBookedViolations implements BookedViolations {

    /** One merchant after the other by the index, so that what is read does not grow with what it has. */
    private static final String MERCHANTS = """
            SELECT m.id FROM merchant m
            WHERE m.id > $1::text AND EXISTS (
                SELECT 1 FROM penalty p WHERE p.merchant_id = m.id AND p.proposed_at >= $2::timestamptz)
            ORDER BY m.id LIMIT $3::integer""";

    private static final String OF = """
            SELECT p.merchant_id, p.shop_id, p.decision_id, p.id AS penalty_id, p.booking,
                   p.imported_by IS NOT NULL AS imported, p.points_ceiling, p.proposed_at, p.effective_at, v.id, v.clause_id,
                   v.bucket, v.closure_eligible, v.assessed, v.tariff, v.points
            FROM penalty p JOIN violation v ON v.penalty_id = p.id
            WHERE p.merchant_id = ANY($1::text[]) AND p.booking IS NOT NULL
              AND p.status IN ('IN_FORCE', 'SERVED', 'EXPIRED')
            ORDER BY p.merchant_id, p.shop_id, p.booking, v.ordinal""";

    private static final String CREDITS = """
            SELECT c.* FROM shop s JOIN point_credit c ON c.shop_id = s.id
            WHERE s.merchant_id = ANY($1::text[]) ORDER BY c.shop_id, c.position""";

    @Override
    public Future<List<String>> merchants(Tx tx, Instant since, String after, int limit) {
        return tx.query(MERCHANTS, Tuple.of(after, Columns.time(since), limit)).map(rows -> {
            List<String> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getString("id")));
            return ids;
        });
    }

    @Override
    public Future<List<BookedViolation>> of(Tx tx, List<String> merchantIds) {
        return tx.query(OF, Tuple.tuple().addArrayOfString(merchantIds.toArray(String[]::new)))
                .map(rows -> {
                    List<BookedViolation> booked = new ArrayList<>();
                    rows.forEach(row -> booked.add(violation(row)));
                    return booked;
                });
    }

    @Override
    public Future<Map<String, List<Credit>>> credits(Tx tx, List<String> merchantIds) {
        return tx.query(CREDITS, Tuple.tuple().addArrayOfString(merchantIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Credit>> byShop = new HashMap<>();
                    rows.forEach(row -> byShop.computeIfAbsent(row.getString("shop_id"), shop -> new ArrayList<>())
                            .add(PgCredits.credit(row)));
                    return byShop;
                });
    }

    private static BookedViolation violation(Row row) {
        return new BookedViolation(
                row.getString("merchant_id"),
                row.getString("shop_id"),
                row.getString("decision_id"),
                row.getString("penalty_id"),
                row.getInteger("booking"),
                row.getBoolean("imported"),
                Columns.optionalInt(row, "points_ceiling"),
                row.getString("id"),
                row.getString("clause_id"),
                row.getString("bucket"),
                row.getBoolean("closure_eligible"),
                row.getInteger("assessed"),
                row.getInteger("tariff"),
                row.getInteger("points"),
                Columns.instant(row, "proposed_at"),
                Columns.instant(row, "effective_at"));
    }
}
