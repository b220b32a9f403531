package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.milestone.Matters;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;

/** Tables case_people and penalty. */
public final class PgMatters implements Matters {

    private static final String CASE = """
            SELECT 1 FROM case_people c JOIN penalty p ON p.id = c.penalty_id JOIN shop s ON s.id = p.shop_id
            WHERE c.case_id = $1 AND s.merchant_id = $2""";

    private static final String PENALTY = "SELECT 1 FROM penalty WHERE id = $1 AND shop_id = $2";

    @Override
    public Future<Boolean> caseOf(Tx tx, String caseId, String merchantId) {
        return tx.query(CASE, Tuple.of(caseId, merchantId)).map(rows -> rows.size() > 0);
    }

    @Override
    public Future<Boolean> penaltyOf(Tx tx, String penaltyId, String shopId) {
        return tx.query(PENALTY, Tuple.of(penaltyId, shopId)).map(rows -> rows.size() > 0);
    }
}
