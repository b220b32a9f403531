package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.RulingOutcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proposals to reopen a case, decided once each. */
final class ReopeningRows {

    private static final String SELECT = """
            SELECT reopening_id, ground, reasons_zh, reasons_en, proposed_by, proposed_at, ruling_id, outcome, points, ruled_by,
                   ended_by, ended_at, confirmed, decision_zh, decision_en, decided_by, decided_at
            FROM case_reopening WHERE case_id = $1 ORDER BY position""";

    private static final String INSERT = """
            INSERT INTO case_reopening (reopening_id, case_id, position, ground, reasons_zh, reasons_en, proposed_by, proposed_at,
                ruling_id, outcome, points, ruled_by, ended_by, ended_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private static final String DECIDE = """
            UPDATE case_reopening SET confirmed = $2, decision_zh = $3, decision_en = $4, decided_by = $5, decided_at = $6
            WHERE reopening_id = $1""";

    private ReopeningRows() {}

    static Future<List<Reopening>> read(Tx tx, String caseId) {
        return tx.query(SELECT, Columns.tuple(caseId)).map(rows -> {
            List<Reopening> all = new ArrayList<>();
            rows.forEach(row -> all.add(reopening(row)));
            return all;
        });
    }

    private static Reopening reopening(Row row) {
        Ending ending = new Ending(row.getString("ended_by"), Columns.instant(row, "ended_at"), true, Optional.empty());
        Optional<Reopening.Decision> decision = Columns.maybeText(row, "decided_by")
                .map(by -> new Reopening.Decision(
                        row.getBoolean("confirmed"),
                        new BilingualText(row.getString("decision_zh"), row.getString("decision_en")),
                        by,
                        Columns.instant(row, "decided_at")));
        return new Reopening(
                row.getString("reopening_id"),
                Reopening.Ground.valueOf(row.getString("ground")),
                new BilingualText(row.getString("reasons_zh"), row.getString("reasons_en")),
                row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"),
                new Reopening.Former(
                        row.getString("ruling_id"),
                        RulingOutcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getInteger("points")),
                        row.getString("ruled_by"),
                        ending),
                decision);
    }

    /** Adds to the write the proposal, or the decision, that {@code after} has more. */
    static Write changes(String caseId, List<Reopening> before, List<Reopening> after, Write write) {
        if (after.equals(before)) {
            return write;
        }
        Reopening last = after.get(after.size() - 1);
        return after.size() > before.size()
                ? write.with(INSERT, row(caseId, after.size(), last))
                : last.decision()
                        .map(decision -> write.with(
                                DECIDE,
                                Columns.tuple(
                                        last.reopeningId(),
                                        decision.confirmed(),
                                        decision.reasons().zh(),
                                        decision.reasons().en(),
                                        decision.decidedBy(),
                                        Columns.time(decision.decidedAt()))))
                        .orElse(write);
    }

    private static Tuple row(String caseId, int position, Reopening proposed) {
        return Columns.tuple(
                proposed.reopeningId(),
                caseId,
                position,
                proposed.ground().name(),
                proposed.reasons().zh(),
                proposed.reasons().en(),
                proposed.proposedBy(),
                Columns.time(proposed.proposedAt()),
                proposed.former().rulingId(),
                proposed.former().outcome().name(),
                Columns.orNull(proposed.former().points()),
                proposed.former().ruledBy(),
                proposed.former().ending().by(),
                Columns.time(proposed.former().ending().at()));
    }
}
