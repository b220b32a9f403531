package io.redress.cases.store;

import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.PenaltyViolation;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A penalty as a part of a statement about something else: of {@code penalty_view p}, with {@link #JOINED} behind it. */
final class PenaltyRows {

    static final String COLUMNS = """
            p.penalty_id AS appealed_penalty_id, p.merchant_id AS party_id, p.shop_id AS party_shop_id, p.department_id,
            p.proposed_by, p.points, v.violation_ids, v.clause_ids, v.rulebook_versions,
            (SELECT array_agg(a.approved_by) FROM penalty_approver a WHERE a.penalty_id = p.penalty_id) AS approvers,
            f.violations_of_facts, f.facts,
            (SELECT true FROM shop_closure s WHERE s.shop_id = p.shop_id LIMIT 1) IS NOT NULL AS shop_closed""";

    static final String JOINED = """
            CROSS JOIN LATERAL (
                SELECT array_agg(violation_id ORDER BY position) AS violation_ids,
                       array_agg(clause_id ORDER BY position) AS clause_ids,
                       array_agg(rulebook_version ORDER BY position) AS rulebook_versions
                FROM penalty_violation WHERE penalty_id = p.penalty_id) v
            CROSS JOIN LATERAL (
                SELECT array_agg(violation_id) AS violations_of_facts, array_agg(fact) AS facts
                FROM penalty_disclosed_fact WHERE violation_id = ANY (v.violation_ids)) f""";

    private PenaltyRows() {}

    static PenaltyUnderAppeal penalty(Row row) {
        return new PenaltyUnderAppeal(
                row.getString("appealed_penalty_id"),
                row.getString("party_id"),
                row.getString("party_shop_id"),
                Columns.maybeText(row, "department_id"),
                row.getString("proposed_by"),
                Set.copyOf(Columns.texts(row, "approvers")),
                violations(row),
                row.getInteger("points"),
                row.getBoolean("shop_closed"));
    }

    private static List<PenaltyViolation> violations(Row row) {
        List<String> ids = Columns.texts(row, "violation_ids");
        List<String> clauses = Columns.texts(row, "clause_ids");
        Integer[] versions = row.getArrayOfIntegers("rulebook_versions");
        List<String> of = Columns.texts(row, "violations_of_facts");
        List<String> facts = Columns.texts(row, "facts");
        List<PenaltyViolation> violations = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Set<String> disclosed = new HashSet<>();
            for (int fact = 0; fact < facts.size(); fact++) {
                if (of.get(fact).equals(ids.get(i))) {
                    disclosed.add(facts.get(fact));
                }
            }
            violations.add(
                    new PenaltyViolation(ids.get(i), clauses.get(i), disclosed, Optional.ofNullable(versions[i])));
        }
        return violations;
    }
}
