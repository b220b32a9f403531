package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.hearing.Proofs;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of table proof_of_cure, by its ids, which grow with time. */
public final class PgProofs {

    private static final String PAGE = "SELECT k.penalty_id, p.merchant_id, p.shop_id, " + CureRows.COLUMNS + """

            FROM proof_of_cure k JOIN penalty p ON p.id = k.penalty_id
            WHERE $1::text = coalesce(k.outcome, CASE WHEN k.escalated THEN 'ESCALATED' ELSE 'OPEN' END)
              AND (k.outcome IS NOT NULL OR p.status = 'ANNOUNCED')
              AND k.id > $2::text ORDER BY k.id LIMIT $3::integer""";

    private PgProofs() {}

    public static Future<List<Proofs.Listed>> page(Tx tx, ProofOfCure.State state, Optional<String> after, int limit) {
        return tx.query(PAGE, Tuple.of(state.name(), after.orElse(""), limit)).map(rows -> {
            List<Proofs.Listed> listed = new ArrayList<>();
            rows.forEach(row -> listed.add(new Proofs.Listed(
                    row.getString("penalty_id"),
                    row.getString("merchant_id"),
                    row.getString("shop_id"),
                    CureRows.proof(row))));
            return listed;
        });
    }
}
