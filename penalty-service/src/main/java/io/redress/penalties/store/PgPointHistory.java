package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.PointHistory;
import io.redress.penalties.domain.points.Entry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table point_entry, by position. Positions of one shop are given under its lock, so that none appears late. */
public final class PgPointHistory implements PointHistory {

    private static final String FIRST = "SELECT * FROM point_entry WHERE shop_id = $1 ORDER BY position LIMIT $2";

    private static final String BEHIND = """
            SELECT * FROM point_entry
            WHERE shop_id = $1 AND position > (SELECT position FROM point_entry WHERE id = $3 AND shop_id = $1)
            ORDER BY position LIMIT $2""";

    private static final String OF_MERCHANT = """
            SELECT e.* FROM shop s JOIN point_entry e ON e.shop_id = s.id
            WHERE s.merchant_id = $1 ORDER BY s.id, e.position LIMIT $2""";

    /** The rest of the shop that the last page ended in, then the shops behind it. */
    private static final String OF_MERCHANT_BEHIND = """
            WITH last AS (
                SELECT e.shop_id, e.position FROM point_entry e JOIN shop s ON s.id = e.shop_id
                WHERE e.id = $3 AND s.merchant_id = $1)
            SELECT * FROM (
                SELECT e.* FROM point_entry e
                WHERE e.shop_id = (SELECT shop_id FROM last) AND e.position > (SELECT position FROM last)
                ORDER BY e.position LIMIT $2) AS rest
            UNION ALL
            SELECT * FROM (
                SELECT e.* FROM shop s JOIN point_entry e ON e.shop_id = s.id
                WHERE s.merchant_id = $1 AND s.id > (SELECT shop_id FROM last)
                ORDER BY s.id, e.position LIMIT $2) AS others
            ORDER BY shop_id, position LIMIT $2""";

    @Override
    public Future<List<OfShop>> entries(Tx tx, String shopId, Optional<String> behind, int limit) {
        return page(tx, FIRST, BEHIND, shopId, behind, limit);
    }

    @Override
    public Future<List<OfShop>> entriesOfMerchant(Tx tx, String merchantId, Optional<String> behind, int limit) {
        return page(tx, OF_MERCHANT, OF_MERCHANT_BEHIND, merchantId, behind, limit);
    }

    private static Future<List<OfShop>> page(
            Tx tx, String first, String next, String owner, Optional<String> behind, int limit) {
        return behind.map(entryId -> tx.query(next, Tuple.of(owner, limit, entryId)))
                .orElseGet(() -> tx.query(first, Tuple.of(owner, limit)))
                .map(rows -> {
                    List<OfShop> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(new OfShop(row.getString("shop_id"), entry(row))));
                    return entries;
                });
    }

    static List<Entry> entries(List<Row> rows) {
        return rows.stream().map(PgPointHistory::entry).toList();
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getString("id"),
                row.getString("bucket"),
                row.getString("penalty_id"),
                row.getString("violation_id"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getInteger("points"),
                Columns.instant(row, "effective_at"),
                Columns.instant(row, "known_at"));
    }
}
