package io.redress.cases.store;

import io.redress.cases.app.ruling.MilestoneReports;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Condition;
import io.redress.cases.domain.Terms;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Conditions: set with a draft, due once it has become the ruling, settled once. */
final class ConditionRows {

    private static final String SELECT = """
            SELECT condition_id, kind, text_zh, text_en, programme_id, milestone_id, fulfil_by, report_by, state, verification_id,
                   settled_at
            FROM ruling_condition WHERE draft_id = $1 ORDER BY position""";

    private static final String INSERT = """
            INSERT INTO ruling_condition (condition_id, case_id, draft_id, position, kind, text_zh, text_en, programme_id,
                milestone_id, fulfil_by, report_by, state)
            SELECT c.condition_id, $1::text, $2::text, c.position, c.kind, c.zh, c.en, c.programme_id, c.milestone_id,
                c.fulfil_by, c.report_by, 'PENDING'
            FROM unnest((SELECT $3::text[]), $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
                    $10::timestamptz[]) WITH ORDINALITY
                AS c (condition_id, kind, zh, en, programme_id, milestone_id, fulfil_by, report_by, position)""";

    private static final String UPDATE = """
            UPDATE ruling_condition SET state = $2, verification_id = $3, settled_at = $4 WHERE condition_id = $1""";

    private ConditionRows() {}

    static Future<List<Condition>> read(Tx tx, String draftId) {
        return tx.query(SELECT, Columns.tuple(draftId)).map(rows -> {
            List<Condition> conditions = new ArrayList<>();
            rows.forEach(row -> conditions.add(condition(row)));
            return conditions;
        });
    }

    private static Condition condition(Row row) {
        return new Condition(
                row.getString("condition_id"),
                Condition.Kind.valueOf(row.getString("kind")),
                new BilingualText(row.getString("text_zh"), row.getString("text_en")),
                row.getString("programme_id"),
                row.getString("milestone_id"),
                Columns.instant(row, "fulfil_by"),
                Columns.instant(row, "report_by"),
                Condition.State.valueOf(row.getString("state")),
                Columns.maybeText(row, "verification_id"),
                Columns.maybeInstant(row, "settled_at"));
    }

    static Write insert(String caseId, String draftId, List<Condition> conditions, Write write) {
        return write.with(
                INSERT,
                Columns.tuple(
                        caseId,
                        draftId,
                        Columns.texts(conditions, Condition::conditionId),
                        Columns.texts(conditions, condition -> condition.kind().name()),
                        Columns.texts(conditions, condition -> condition.text().zh()),
                        Columns.texts(conditions, condition -> condition.text().en()),
                        Columns.texts(conditions, Condition::programmeId),
                        Columns.texts(conditions, Condition::milestoneId),
                        times(conditions, condition -> Columns.time(condition.fulfilBy())),
                        times(conditions, condition -> Columns.time(condition.reportBy()))));
    }

    /** The ruling has come: from now on its conditions are waited for. */
    static Write ruled(Terms terms, Write write) {
        Write whole = write;
        for (Condition condition : terms.conditions()) {
            if (condition.state() == Condition.State.PENDING && !terms.settled()) {
                whole = whole.with(Deadlines.schedule(
                        MilestoneReports.CONDITION_DUE, condition.conditionId(), condition.reportBy()));
            }
        }
        return whole;
    }

    /** Writes the conditions that differ, and ends the deadlines of those that are waited for no more. */
    static Write changes(Terms before, Terms after, Write write) {
        Write whole = write;
        boolean over = after.settled() && !before.settled();
        for (Condition condition : after.conditions()) {
            boolean changed = !before.conditions().contains(condition);
            if (changed) {
                whole = whole.with(
                        UPDATE,
                        Columns.tuple(
                                condition.conditionId(),
                                condition.state().name(),
                                Columns.orNull(condition.verificationId()),
                                Columns.time(condition.settledAt())));
            }
            if (changed || over) {
                whole = whole.with(Deadlines.cancel(MilestoneReports.CONDITION_DUE, condition.conditionId()));
            }
        }
        return whole;
    }

    private static OffsetDateTime[] times(List<Condition> conditions, Function<Condition, OffsetDateTime> column) {
        return conditions.stream().map(column).toArray(OffsetDateTime[]::new);
    }
}
