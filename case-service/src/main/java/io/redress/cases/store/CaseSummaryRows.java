package io.redress.cases.store;

import io.redress.cases.app.search.CaseSummary;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/** What lists show of a case's row. */
final class CaseSummaryRows {

    /** Of {@code case_file c}. */
    static final String COLUMNS = """
            c.case_id, c.kind, c.status, c.merchant_id, c.shop_id, c.penalty_id, c.advocate_id, c.adjudicator_id,
            c.own_motion, c.opened_at, c.version""";

    private CaseSummaryRows() {}

    static CaseSummary summary(Row row) {
        Optional<Instant> dueBy =
                row.getColumnIndex("due_at") < 0 ? Optional.empty() : Columns.maybeInstant(row, "due_at");
        return new CaseSummary(
                row.getString("case_id"),
                CaseKind.valueOf(row.getString("kind")),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("merchant_id"),
                row.getString("shop_id"),
                Columns.maybeText(row, "penalty_id"),
                Columns.maybeText(row, "advocate_id"),
                Columns.maybeText(row, "adjudicator_id"),
                row.getBoolean("own_motion"),
                Columns.instant(row, "opened_at"),
                row.getLong("version"),
                dueBy);
    }
}
