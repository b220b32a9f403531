package io.redress.cases.store;

import io.redress.cases.app.search.CaseQuestion;
import io.redress.cases.app.search.SavedViews;
import io.redress.cases.app.search.StaffFilter;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Views, with what they ask by in columns. */
public final class PgSavedViews implements SavedViews {

    private static final String SELECT = """
            SELECT owner, view_id, name_zh, name_en, shared, merchant_id, penalty_id, status, open_only, kind, tag, advocate_id,
                   adjudicator_id, department, clause_id, queue_id, opened_from, opened_to, past_due, id_prefix, by_due, changed_at,
                   version
            FROM saved_view v""";

    private static final String FIND = SELECT + " WHERE owner = $1 AND view_id = $2";

    private static final String COUNT = "SELECT count(*)::int AS views FROM saved_view WHERE owner = $1";

    private static final String LIST = SELECT + """
             WHERE (owner = $1 OR shared AND owner IN (
                 SELECT e.employee_id FROM employee e
                 WHERE e.version = (SELECT max(version) FROM employee) AND e.department = $2))
               AND (owner, view_id) > ($3, $4)
            ORDER BY owner, view_id LIMIT $5""";

    private static final String INSERT = """
            INSERT INTO saved_view (owner, view_id, name_zh, name_en, shared, merchant_id, penalty_id, status, open_only, kind,
                tag, advocate_id, adjudicator_id, department, clause_id, queue_id, opened_from, opened_to, past_due, id_prefix, by_due,
                changed_at, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)""";

    private static final String UPDATE = """
            UPDATE saved_view
            SET name_zh = $3, name_en = $4, shared = $5, merchant_id = $6, penalty_id = $7, status = $8, open_only = $9,
                kind = $10, tag = $11, advocate_id = $12, adjudicator_id = $13, department = $14, clause_id = $15,
                queue_id = $16, opened_from = $17, opened_to = $18, past_due = $19, id_prefix = $20, by_due = $21,
                changed_at = $22, version = $23
            WHERE owner = $1 AND view_id = $2 AND version = $23 - 1""";

    private static final String DELETE = "DELETE FROM saved_view WHERE owner = $1 AND view_id = $2 AND version = $3";

    @Override
    public Future<Optional<View>> find(Tx tx, String owner, String id) {
        return tx.query(FIND, Columns.tuple(owner, id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(view(rows.iterator().next())));
    }

    @Override
    public Future<Integer> count(Tx tx, String owner) {
        return tx.query(COUNT, Columns.tuple(owner))
                .map(rows -> rows.iterator().next().getInteger("views"));
    }

    @Override
    public Future<List<View>> list(
            Tx tx, String reader, Optional<String> department, int limit, String afterOwner, String afterId) {
        return tx.query(LIST, Columns.tuple(reader, Columns.orNull(department), afterOwner, afterId, limit + 1))
                .map(rows -> {
                    List<View> page = new ArrayList<>();
                    rows.forEach(row -> page.add(view(row)));
                    return page;
                });
    }

    @Override
    public Write put(View view) {
        Content content = view.content();
        CaseQuestion question = content.question();
        StaffFilter staff = question.staff();
        return Write.guarded(
                view.version() == 1 ? INSERT : UPDATE,
                Columns.tuple(
                        view.owner(),
                        view.id(),
                        Columns.orNull(content.nameZh()),
                        Columns.orNull(content.nameEn()),
                        content.shared(),
                        Columns.orNull(question.merchantId()),
                        Columns.orNull(question.penaltyId()),
                        question.status().map(Enum::name).orElse(null),
                        question.open(),
                        staff.kind().map(Enum::name).orElse(null),
                        Columns.orNull(staff.tag()),
                        Columns.orNull(staff.advocateId()),
                        Columns.orNull(staff.adjudicatorId()),
                        Columns.orNull(staff.department()),
                        Columns.orNull(staff.clauseId()),
                        Columns.orNull(staff.queue()),
                        Columns.time(staff.openedFrom()),
                        Columns.time(staff.openedTo()),
                        staff.pastDue(),
                        Columns.orNull(staff.idPrefix()),
                        staff.byDue(),
                        Columns.time(view.changedAt()),
                        view.version()));
    }

    @Override
    public Write delete(View view) {
        return Write.guarded(DELETE, Columns.tuple(view.owner(), view.id(), view.version()));
    }

    private static View view(Row row) {
        StaffFilter staff = new StaffFilter(
                Columns.maybeText(row, "kind").map(CaseKind::valueOf),
                Columns.maybeText(row, "tag"),
                Columns.maybeText(row, "advocate_id"),
                Columns.maybeText(row, "adjudicator_id"),
                Columns.maybeText(row, "department"),
                Columns.maybeText(row, "clause_id"),
                Columns.maybeText(row, "queue_id"),
                Columns.maybeInstant(row, "opened_from"),
                Columns.maybeInstant(row, "opened_to"),
                row.getBoolean("past_due"),
                Columns.maybeText(row, "id_prefix"),
                row.getBoolean("by_due"));
        CaseQuestion question = new CaseQuestion(
                Columns.maybeText(row, "merchant_id"),
                Columns.maybeText(row, "penalty_id"),
                Columns.maybeText(row, "status").map(CaseStatus::valueOf),
                row.getBoolean("open_only"),
                staff);
        Content content = new Content(
                Columns.maybeText(row, "name_zh"),
                Columns.maybeText(row, "name_en"),
                row.getBoolean("shared"),
                question);
        return new View(
                row.getString("owner"),
                row.getString("view_id"),
                content,
                Columns.instant(row, "changed_at"),
                row.getLong("version"));
    }
}
