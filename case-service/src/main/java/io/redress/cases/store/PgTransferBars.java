package io.redress.cases.store;

import io.redress.cases.app.opening.TransferBars;
import io.redress.cases.domain.ShopTransfer.Bar;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** Pending penalties and closures in force, by shop. */
public final class PgTransferBars implements TransferBars {

    private static final String FIND = """
            SELECT EXISTS (SELECT FROM pending_penalty WHERE shop_id = $1) AS pending,
                   EXISTS (SELECT FROM shop_closure WHERE shop_id = $1) AS closed""";

    private static final String PENDING = """
            INSERT INTO pending_penalty (penalty_id, shop_id) VALUES ($1, $2) ON CONFLICT (penalty_id) DO NOTHING""";

    private static final String SETTLED = "DELETE FROM pending_penalty WHERE penalty_id = $1";

    private static final String CLOSED = """
            INSERT INTO shop_closure (measure_id, shop_id) VALUES ($1, $2) ON CONFLICT (measure_id) DO NOTHING""";

    private static final String OPENED = "DELETE FROM shop_closure WHERE measure_id = $1";

    @Override
    public Future<Optional<Bar>> of(Tx tx, String shopId) {
        return tx.query(FIND, Columns.tuple(shopId)).map(rows -> {
            Row row = rows.iterator().next();
            if (row.getBoolean("closed")) {
                return Optional.of(Bar.CLOSURE_IN_FORCE);
            }
            return row.getBoolean("pending") ? Optional.of(Bar.PENALTY_PENDING) : Optional.empty();
        });
    }

    @Override
    public Write pending(String penaltyId, String shopId) {
        return Write.none().with(PENDING, Columns.tuple(penaltyId, shopId));
    }

    @Override
    public Write settled(String penaltyId) {
        return Write.none().with(SETTLED, Columns.tuple(penaltyId));
    }

    @Override
    public Write closure(String measureId, String shopId, boolean inForce) {
        return inForce
                ? Write.none().with(CLOSED, Columns.tuple(measureId, shopId))
                : Write.none().with(OPENED, Columns.tuple(measureId));
    }
}
