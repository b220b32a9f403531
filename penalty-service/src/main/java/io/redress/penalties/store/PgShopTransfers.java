package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.ShopTransfers;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** Table shop_transfer, and whose a shop's penalties and programmes are. */
public final class PgShopTransfers implements ShopTransfers {

    private static final String COLUMNS = "effect_id, case_id, shop_id, owner_id, moved_at IS NOT NULL AS moved";

    private static final String ORDER = "SELECT " + COLUMNS + " FROM shop_transfer WHERE effect_id = $1";

    private static final String WAITING = "SELECT " + COLUMNS + """
             FROM shop_transfer
            WHERE shop_id = $1 AND owner_id = $2 AND confirmed_at IS NOT NULL AND moved_at IS NULL
            ORDER BY effect_id LIMIT 1""";

    private static final String HOLD = "SELECT id FROM shop WHERE id = $1 FOR UPDATE";

    private static final String ORDERED = """
            INSERT INTO shop_transfer (effect_id, case_id, shop_id, owner_id, ordered_at)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz) ON CONFLICT (effect_id) DO NOTHING""";

    private static final String CONFIRMED =
            "UPDATE shop_transfer SET confirmed_at = $2 WHERE effect_id = $1 AND confirmed_at IS NULL";

    private static final String MOVED =
            "UPDATE shop_transfer SET former_id = $2, moved_at = $3 WHERE effect_id = $1 AND moved_at IS NULL";

    private static final String PENALTIES =
            "UPDATE penalty SET merchant_id = $2 WHERE shop_id = $1 AND merchant_id <> $2";

    private static final String ENROLMENTS =
            "UPDATE enrolment SET merchant_id = $2 WHERE shop_id = $1 AND merchant_id <> $2";

    @Override
    public Write ordered(Order order, Instant at) {
        return Write.none()
                .with(
                        ORDERED,
                        Tuple.of(order.effectId(), order.caseId(), order.shopId(), order.ownerId(), Columns.time(at)));
    }

    @Override
    public Future<Optional<Order>> order(Tx tx, String effectId) {
        return tx.query(ORDER, Tuple.of(effectId)).map(PgShopTransfers::first);
    }

    @Override
    public Future<Optional<Order>> waiting(Tx tx, String shopId, String ownerId) {
        return tx.query(WAITING, Tuple.of(shopId, ownerId)).map(PgShopTransfers::first);
    }

    @Override
    public Future<Void> hold(Tx tx, String shopId) {
        return tx.query(HOLD, Tuple.of(shopId)).mapEmpty();
    }

    @Override
    public Write confirmed(String effectId, Instant at) {
        return Write.none().with(CONFIRMED, Tuple.of(effectId, Columns.time(at)));
    }

    @Override
    public Write moved(Order order, String formerId, Instant at) {
        return Write.guarded(MOVED, Tuple.of(order.effectId(), formerId, Columns.time(at)))
                .with(PENALTIES, Tuple.of(order.shopId(), order.ownerId()))
                .with(ENROLMENTS, Tuple.of(order.shopId(), order.ownerId()));
    }

    private static Optional<Order> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Order(
                row.getString("effect_id"),
                row.getString("case_id"),
                row.getString("shop_id"),
                row.getString("owner_id"),
                row.getBoolean("moved")));
    }
}
