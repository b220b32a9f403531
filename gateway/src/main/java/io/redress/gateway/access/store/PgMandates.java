package io.redress.gateway.access.store;

import io.redress.gateway.access.app.Mandates;
import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table mandate. */
public final class PgMandates implements Mandates {

    private static final String COLUMNS = """
            SELECT mandate_id, merchant_id, agency_id, given_by, given_at, begins_at, ends_at, revoked_at, revoked_by,
                   version, event_sequence, chain_head
            FROM mandate\s""";

    private static final String FIND = COLUMNS + "WHERE mandate_id = $1";

    private static final String NOT_ENDED = COLUMNS + """
            WHERE merchant_id = $1 AND agency_id = $2 AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > $3)
            ORDER BY begins_at LIMIT 100""";

    private static final String LIST = COLUMNS + """
            WHERE ($1::text IS NULL OR merchant_id = $1) AND ($2::text IS NULL OR agency_id = $2) AND mandate_id > $3
            ORDER BY mandate_id LIMIT $4""";

    private static final String INSERT = """
            INSERT INTO mandate (mandate_id, merchant_id, agency_id, given_by, given_at, begins_at, ends_at,
                version, event_sequence, chain_head)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String UPDATE = """
            UPDATE mandate
            SET version = $3, event_sequence = $4, chain_head = $5, revoked_at = $6, revoked_by = $7
            WHERE mandate_id = $1 AND version = $2""";

    @Override
    public Future<Optional<Loaded<Mandate>>> find(Tx tx, String id) {
        return tx.query(FIND, Columns.tuple(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Loaded<>(mandate(row), Columns.revision(row)));
        });
    }

    @Override
    public Future<List<Mandate>> notEnded(Tx tx, String merchantId, String agencyId, Instant after) {
        return tx.query(NOT_ENDED, Columns.tuple(merchantId, agencyId, Columns.time(after)))
                .map(PgMandates::mandates);
    }

    @Override
    public Future<List<Mandate>> list(Tx tx, Filter filter, String afterId, int limit) {
        return tx.query(
                        LIST,
                        Columns.tuple(
                                filter.merchantId().orElse(null),
                                filter.agencyId().orElse(null),
                                afterId,
                                limit))
                .map(PgMandates::mandates);
    }

    @Override
    public Write insert(Mandate mandate, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Columns.tuple(
                                mandate.id(),
                                mandate.merchantId(),
                                mandate.agencyId(),
                                mandate.givenBy(),
                                Columns.time(mandate.givenAt()),
                                Columns.time(mandate.from()),
                                Columns.time(mandate.until()),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Columns.head(recorded.after())))
                .with(recorded);
    }

    @Override
    public Write update(Mandate mandate, Revision guard, Recorded recorded) {
        return Write.guarded(
                        UPDATE,
                        Columns.tuple(
                                mandate.id(),
                                guard.version(),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Columns.head(recorded.after()),
                                Columns.time(mandate.revocation().map(Mandate.Revocation::at)),
                                mandate.revocation().map(Mandate.Revocation::by).orElse(null)))
                .with(recorded);
    }

    private static List<Mandate> mandates(RowSet<Row> rows) {
        List<Mandate> found = new ArrayList<>();
        rows.forEach(row -> found.add(mandate(row)));
        return found;
    }

    private static Mandate mandate(Row row) {
        return new Mandate(
                row.getString("mandate_id"),
                row.getString("merchant_id"),
                row.getString("agency_id"),
                row.getString("given_by"),
                Columns.instant(row, "given_at"),
                Columns.instant(row, "begins_at"),
                Columns.maybeInstant(row, "ends_at"),
                Columns.maybeInstant(row, "revoked_at")
                        .map(at -> new Mandate.Revocation(row.getString("revoked_by"), at)));
    }
}
