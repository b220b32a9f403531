package io.redress.cases.store;

import io.redress.cases.app.OpeningFacts;
import io.redress.cases.app.Openings;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.PenaltyViolation;
import io.redress.cases.domain.Relation;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What cases to be opened depend on, many at a time, in one statement. */
public final class PgOpenings implements Openings {

    // Each part looks into an index once for each penalty, whatever the planner thinks of the sizes of the tables: a
    // plan
    // that is kept from when they were small would read them whole.
    private static final String FACTS = """
            SELECT q.ord, p.penalty_id AS appealed_penalty_id, p.merchant_id AS party_id, p.shop_id AS party_shop_id,
                   p.department_id, p.proposed_by, p.points, p.standing, v.violation_ids, v.clause_ids,
                   (SELECT array_agg(a.approved_by) FROM penalty_approver a WHERE a.penalty_id = q.penalty_id) AS approvers,
                   f.violations_of_facts, f.facts,
                   (SELECT true FROM shop_closure s WHERE s.shop_id = p.shop_id LIMIT 1) IS NOT NULL AS shop_closed,
                   (SELECT true FROM case_file c
                    WHERE c.penalty_id = q.penalty_id AND (c.status <> 'WITHDRAWN' OR c.counted) LIMIT 1) IS NOT NULL AS appealed,
                   coalesce((SELECT m.language FROM merchant_view m WHERE m.merchant_id = p.merchant_id), 'zh') AS language,
                   (SELECT e.department FROM employee e
                    WHERE e.employee_id = q.caller_id AND e.version = (SELECT max(version) FROM employee)) AS caller_department,
                   (SELECT array_agg(DISTINCT i.relation) FROM interest i
                    WHERE i.employee_id = q.caller_id
                      AND i.version = (SELECT c.version FROM configuration c WHERE c.id = 'interests:' || q.caller_id)
                      AND ((i.kind = 'SHOP' AND i.object = p.shop_id)
                           OR (i.kind = 'MERCHANT' AND i.object = p.merchant_id))) AS caller_interests,
                   coalesce(
                       (SELECT d.department_id FROM department d
                        WHERE d.department_id = p.department_id AND d.version = (SELECT max(version) FROM department)),
                       (SELECT e.department FROM employee e
                        WHERE e.employee_id = p.proposed_by AND e.version = (SELECT max(version) FROM employee))
                   ) AS respondent_department,
                   w.*
            FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS q (penalty_id, caller_id, ord)
            CROSS JOIN LATERAL (SELECT * FROM penalty_view WHERE penalty_id = q.penalty_id LIMIT 1) p
            CROSS JOIN LATERAL (SELECT * FROM appeal_window WHERE penalty_id = q.penalty_id LIMIT 1) w
            CROSS JOIN LATERAL (
                SELECT array_agg(violation_id ORDER BY position) AS violation_ids,
                       array_agg(clause_id ORDER BY position) AS clause_ids
                FROM penalty_violation WHERE penalty_id = q.penalty_id) v
            CROSS JOIN LATERAL (
                SELECT array_agg(violation_id) AS violations_of_facts, array_agg(fact) AS facts
                FROM penalty_disclosed_fact WHERE violation_id = ANY (v.violation_ids)) f""";

    @Override
    public Future<List<Optional<OpeningFacts>>> facts(Tx tx, List<Question> questions) {
        Tuple arguments = Columns.tuple(
                Columns.texts(questions, Question::penaltyId), Columns.texts(questions, Question::callerId));
        return tx.query(FACTS, arguments).map(rows -> {
            List<Optional<OpeningFacts>> found =
                    new ArrayList<>(Collections.nCopies(questions.size(), Optional.empty()));
            rows.forEach(row -> found.set(row.getInteger("ord") - 1, Optional.of(facts(row))));
            return found;
        });
    }

    private static OpeningFacts facts(Row row) {
        return new OpeningFacts(
                penalty(row),
                row.getBoolean("standing"),
                row.getBoolean("appealed"),
                row.getString("language"),
                Columns.maybeText(row, "caller_department"),
                interests(row),
                Columns.maybeText(row, "respondent_department"),
                PgAppealWindows.loaded(row));
    }

    static Set<Relation> interests(Row row) {
        return Columns.texts(row, "caller_interests").stream()
                .map(Relation::valueOf)
                .collect(Collectors.toSet());
    }

    private static PenaltyUnderAppeal penalty(Row row) {
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
            violations.add(new PenaltyViolation(ids.get(i), clauses.get(i), disclosed));
        }
        return violations;
    }
}
