package io.redress.cases.store;

import io.redress.cases.app.advocacy.Concentrations;
import io.redress.cases.domain.Concentration;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Table advocate_concentration, with the shares as they are now. */
public final class PgConcentrations implements Concentrations {

    private static final String LIST = """
            SELECT k.advocate_id, k.merchant_id, k.since, s.of_merchant, s.of_all
            FROM (SELECT * FROM advocate_concentration
                  WHERE (advocate_id, merchant_id) > ($1, $2) ORDER BY advocate_id, merchant_id LIMIT $3) k
            CROSS JOIN LATERAL (
                SELECT count(DISTINCT t.case_id) AS of_all,
                       count(DISTINCT t.case_id) FILTER (WHERE c.merchant_id = k.merchant_id) AS of_merchant
                FROM advocate_term t JOIN case_file c ON c.case_id = t.case_id
                WHERE t.advocate_id = k.advocate_id AND t.since > $4) s
            ORDER BY k.advocate_id, k.merchant_id""";

    @Override
    public Future<List<Told>> list(Tx tx, Concentration policy, Instant now, int limit, Place after) {
        return tx.query(
                        LIST,
                        Columns.tuple(
                                after.advocateId(),
                                after.merchantId(),
                                limit + 1,
                                Columns.time(now.minus(policy.period()))))
                .map(rows -> {
                    List<Told> told = new ArrayList<>();
                    rows.forEach(row -> told.add(new Told(
                            row.getString("advocate_id"),
                            row.getString("merchant_id"),
                            Columns.instant(row, "since"),
                            row.getLong("of_merchant"),
                            row.getLong("of_all"))));
                    return told;
                });
    }
}
