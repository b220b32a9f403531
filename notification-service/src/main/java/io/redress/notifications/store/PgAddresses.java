package io.redress.notifications.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Addresses;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Addresses in the table {@code merchant}, advocates in {@code case_party}. */
public final class PgAddresses implements Addresses {
    private static final String EMAIL = """
            SELECT email FROM merchant WHERE id = $1 AND email IS NOT NULL""";

    private static final String ADVOCATE = """
            SELECT advocate_id FROM case_party
             WHERE penalty_id = $1 AND advocate_id IS NOT NULL ORDER BY case_id DESC LIMIT 1""";

    private static final String IS_ADVOCATE = """
            SELECT 1 FROM case_party WHERE advocate_id = $1 AND (case_id = $2 OR penalty_id = $3) LIMIT 1""";

    /** The event's own write of the merchant is in the same transaction, so its row is there and as new as the event. */
    private static final String REMEMBER_EMAIL = """
            UPDATE merchant SET email = $2 WHERE id = $1 AND sequence = $3""";

    private static final String REMEMBER_CASE = """
            INSERT INTO case_party AS known (case_id, merchant_id, penalty_id, advocate_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (case_id) DO UPDATE
               SET penalty_id = coalesce(EXCLUDED.penalty_id, known.penalty_id),
                   advocate_id = coalesce(EXCLUDED.advocate_id, known.advocate_id)""";

    @Override
    public Future<Optional<String>> email(Recipient recipient, Tx tx) {
        return recipient.kind() == Recipient.Kind.MERCHANT
                ? tx.query(EMAIL, Tuple.of(recipient.id())).map(PgAddresses::first)
                : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<String>> advocateOf(String penaltyId, Tx tx) {
        return tx.query(ADVOCATE, Tuple.of(penaltyId)).map(PgAddresses::first);
    }

    @Override
    public Future<Boolean> isAdvocate(String employeeId, Optional<String> caseId, Optional<String> penaltyId, Tx tx) {
        return tx.query(IS_ADVOCATE, Tuple.of(employeeId, caseId.orElse(null), penaltyId.orElse(null)))
                .map(rows -> rows.size() > 0);
    }

    @Override
    public Write rememberEmail(String merchantId, Optional<String> email, long sequence) {
        return Write.none().with(REMEMBER_EMAIL, Tuple.of(merchantId, email.orElse(null), sequence));
    }

    @Override
    public Write rememberCase(
            String caseId, String merchantId, Optional<String> penaltyId, Optional<String> advocateId) {
        return Write.none()
                .with(REMEMBER_CASE, Tuple.of(caseId, merchantId, penaltyId.orElse(null), advocateId.orElse(null)));
    }

    private static Optional<String> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(row.getString(0));
        }
        return Optional.empty();
    }
}
