package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Checklist;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Requirement;
import io.redress.cases.domain.RequirementState;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was said of a case's requirements. A requirement without a row is open. */
final class RequirementRows {

    private static final String SAID = """
            SELECT requirement_id, state, evidence_kind, reference, reasons_zh, reasons_en, changed_by, changed_at
            FROM case_requirement WHERE case_id = $1""";

    private static final String SAY = """
            INSERT INTO case_requirement (case_id, requirement_id, state, evidence_kind, reference, reasons_zh, reasons_en,
                changed_by, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (case_id, requirement_id) DO UPDATE
            SET state = excluded.state, evidence_kind = excluded.evidence_kind, reference = excluded.reference,
                reasons_zh = excluded.reasons_zh, reasons_en = excluded.reasons_en, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at""";

    private RequirementRows() {}

    static Future<Map<String, Requirement.Entry>> said(Tx tx, String caseId) {
        return tx.query(SAID, Columns.tuple(caseId)).map(rows -> {
            Map<String, Requirement.Entry> said = new HashMap<>();
            rows.forEach(row -> said.put(row.getString("requirement_id"), entry(row)));
            return said;
        });
    }

    private static Requirement.Entry entry(Row row) {
        return new Requirement.Entry(
                RequirementState.valueOf(row.getString("state")),
                Columns.maybeText(row, "evidence_kind").map(kind -> new Evidence(kind, row.getString("reference"))),
                Columns.maybeText(row, "reasons_zh").map(zh -> new BilingualText(zh, row.getString("reasons_en"))),
                row.getString("changed_by"),
                Columns.instant(row, "changed_at"));
    }

    /** Adds to the write what is said otherwise in {@code after} than in {@code before}. */
    static Write changes(String caseId, Checklist before, Checklist after, Write write) {
        Write whole = write;
        for (Requirement requirement : after.requirements()) {
            boolean same =
                    before.find(requirement.id()).filter(requirement::equals).isPresent();
            if (!same) {
                whole = whole.with(
                        SAY,
                        arguments(caseId, requirement.id(), requirement.entry().orElseThrow()));
            }
        }
        return whole;
    }

    private static Tuple arguments(String caseId, String requirementId, Requirement.Entry said) {
        Optional<Evidence> evidence = said.evidence();
        Optional<BilingualText> reasons = said.reasons();
        return Columns.tuple(
                caseId,
                requirementId,
                said.state().name(),
                evidence.map(Evidence::kind).orElse(null),
                evidence.map(Evidence::reference).orElse(null),
                reasons.map(BilingualText::zh).orElse(null),
                reasons.map(BilingualText::en).orElse(null),
                said.by(),
                Columns.time(said.at()));
    }
}
