package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.seal.Disclosures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Table protected_disclosure. */
public final class PgDisclosures implements Disclosures {

    private static final String OF = """
            SELECT DISTINCT reference FROM protected_disclosure
            WHERE reference = ANY ($2::text[])
              AND (merchant_id = $1
                   OR merchant_id IN (SELECT former_id FROM shop_transfer WHERE shop_id = $3 AND moved_at IS NOT NULL))""";

    private static final String FILED = """
            INSERT INTO protected_disclosure (reference, merchant_id, case_id, filed_at)
            SELECT DISTINCT r.reference, $1::text, $2::text, $3::timestamptz FROM unnest((SELECT $4::text[])) AS r (reference)
            ON CONFLICT (reference, merchant_id) DO NOTHING""";

    @Override
    public Future<Set<String>> of(Tx tx, String merchantId, String shopId, Collection<String> references) {
        Tuple arguments = Tuple.tuple()
                .addString(merchantId)
                .addArrayOfString(references.toArray(String[]::new))
                .addString(shopId);
        return tx.query(OF, arguments).map(rows -> {
            Set<String> found = new HashSet<>();
            rows.forEach(row -> found.add(row.getString("reference")));
            return found;
        });
    }

    @Override
    public Write filed(String merchantId, String caseId, List<String> references, Instant at) {
        return Write.none()
                .with(
                        FILED,
                        Tuple.tuple()
                                .addString(merchantId)
                                .addString(caseId)
                                .addOffsetDateTime(Columns.time(at))
                                .addArrayOfString(references.toArray(String[]::new)));
    }
}
