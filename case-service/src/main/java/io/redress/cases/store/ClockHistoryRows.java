package io.redress.cases.store;

import io.redress.cases.domain.Side;
import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.Step;
import io.redress.cases.domain.clock.StepKind;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history of a case, read as its clocks need it: the record itself, not what the tables say has become of it. */
final class ClockHistoryRows {

    private static final String CASE = "SELECT merchant_id, respondent_department FROM case_file WHERE case_id = $1";

    private static final String STEPS = """
            SELECT h.event_type, h.business_time, h.actor,
                   CASE h.event_type WHEN 'AdvocateAssigned' THEN d.data ->> 'advocateId'
                        WHEN 'AdvocateChanged' THEN d.data ->> 'advocateId'
                        WHEN 'CaseContinued' THEN d.data ->> 'advocateId'
                        WHEN 'CaseClaimed' THEN d.data ->> 'adjudicatorId'
                        WHEN 'AdjudicatorChanged' THEN d.data ->> 'adjudicatorId'
                        WHEN 'CaseReopened' THEN d.data ->> 'adjudicatorId'
                        WHEN 'AnswerFiled' THEN d.data ->> 'answeredBy' END AS person,
                   (CASE h.event_type WHEN 'CaseClaimed' THEN d.data ->> 'answerBy'
                        WHEN 'DraftRulingIssued' THEN d.data ->> 'repliesBy' END)::timestamptz AS until,
                   CASE h.event_type WHEN 'ReplyFiled' THEN d.data ->> 'side' END AS side
            FROM history h CROSS JOIN LATERAL (SELECT h.envelope::jsonb -> 'data' AS data) d
            WHERE h.subject = $1 AND h.event_type = ANY ($2::text[]) ORDER BY h.sequence""";

    private ClockHistoryRows() {}

    static Future<Optional<CaseHistory>> read(Tx tx, String caseId) {
        return tx.query(CASE, Columns.tuple(caseId)).compose(rows -> {
            if (rows.size() == 0) {
                return Future.succeededFuture(Optional.empty());
            }
            Row row = rows.iterator().next();
            return steps(tx, caseId)
                    .map(steps -> Optional.of(new CaseHistory(
                            caseId,
                            row.getString("merchant_id"),
                            Columns.maybeText(row, "respondent_department"),
                            steps)));
        });
    }

    private static Future<List<Step>> steps(Tx tx, String caseId) {
        return tx.query(STEPS, Columns.tuple(caseId, StepKind.eventTypes().toArray(String[]::new)))
                .map(rows -> {
                    List<Step> steps = new ArrayList<>();
                    for (Row row : rows) {
                        Instant at = Columns.instant(row, "business_time");
                        Instant last = steps.isEmpty()
                                ? at
                                : steps.get(steps.size() - 1).at();
                        steps.add(step(row, at.isBefore(last) ? last : at));
                    }
                    return steps;
                });
    }

    /** @param at never before the step before it, whatever the clock of the instance was that wrote it */
    private static Step step(Row row, Instant at) {
        return new Step(
                StepKind.of(row.getString("event_type")).orElseThrow(),
                at,
                row.getString("actor"),
                Columns.maybeText(row, "person"),
                Columns.maybeInstant(row, "until"),
                Columns.maybeText(row, "side").map(Side::valueOf));
    }
}
