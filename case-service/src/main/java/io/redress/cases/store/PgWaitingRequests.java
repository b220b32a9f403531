package io.redress.cases.store;

import io.redress.cases.app.CaseSight;
import io.redress.cases.app.ruling.WaitingRequests;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.Reopening;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@code reopening_request} that have no answer. */
public final class PgWaitingRequests implements WaitingRequests {

    // The condition and the order of the index reopening_request_due.
    private static final String WAITING = """
            SELECT r.request_id, r.case_id, c.kind, c.merchant_id, r.ground, r.requested_at, r.due_at, r.overdue,
                   r.reopening_id IS NOT NULL AS proposed
            FROM reopening_request r JOIN case_file c ON c.case_id = r.case_id
            WHERE r.granted IS NULL AND (r.due_at, r.request_id) > ($1::timestamptz, $2::text)
              AND NOT hidden_from(r.case_id, $4, $5)
            ORDER BY r.due_at, r.request_id LIMIT $3""";

    private static final Position START = new Position(Instant.EPOCH, "");

    @Override
    public Future<List<Waiting>> waiting(Tx tx, CaseSight.Viewer viewer, Optional<Position> after, int limit) {
        Position from = after.orElse(START);
        return tx.query(
                        WAITING,
                        Columns.tuple(
                                Columns.time(from.dueAt()),
                                from.requestId(),
                                limit + 1,
                                viewer.employee(),
                                viewer.roles().toArray(String[]::new)))
                .map(rows -> {
                    List<Waiting> page = new ArrayList<>();
                    rows.forEach(row -> page.add(waiting(row)));
                    return page;
                });
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.getString("request_id"),
                row.getString("case_id"),
                CaseKind.valueOf(row.getString("kind")),
                row.getString("merchant_id"),
                Reopening.Ground.valueOf(row.getString("ground")),
                Columns.instant(row, "requested_at"),
                Columns.instant(row, "due_at"),
                row.getBoolean("overdue"),
                row.getBoolean("proposed"));
    }
}
