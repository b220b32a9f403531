package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.PointHistory;
import io.redress.penalties.domain.points.Entry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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

    @Override
    public Future<List<Entry>> entries(Tx tx, String shopId, Optional<String> behind, int limit) {
        return behind.map(entryId -> tx.query(BEHIND, Tuple.of(shopId, limit, entryId)))
                .orElseGet(() -> tx.query(FIRST, Tuple.of(shopId, limit)))
                .map(PgPointHistory::entries);
    }

    static List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>();
        for (Row row : rows) {
            entries.add(new Entry(
                    row.getString("id"),
                    row.getString("bucket"),
                    row.getString("penalty_id"),
                    row.getString("violation_id"),
                    Entry.Kind.valueOf(row.getString("kind")),
                    row.getInteger("points"),
                    Columns.instant(row, "effective_at"),
                    Columns.instant(row, "known_at")));
        }
        return entries;
    }
}
