package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * I7, the other half: what a ruling orders is what was done, in every service. A reversed penalty has given back its
 * points, its measures and its money; a case is closed when, and only when, each effect line is settled.
 */
public final class RestorationOracle extends SqlOracle {

    public RestorationOracle(Connection connection) {
        super(connection, questions());
    }

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String guarantees() {
        return "a ruling's lines are what their services did; a case is closed once all of them are settled";
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("a closed case with a line that is not settled", """
                SELECT f.case_id || ' ' || l.effect_id || ' ' || l.state FROM cases.case_file f
                JOIN cases.ruling r ON r.case_id = f.case_id
                JOIN cases.effect_line l ON l.draft_id = r.draft_id
                WHERE f.status = 'CLOSED' AND l.state NOT IN ('APPLIED', 'SUPERSEDED')""");
        questions.put("a case that executes although each line is settled", """
                SELECT f.case_id FROM cases.case_file f WHERE f.status = 'EXECUTING' AND NOT EXISTS (
                    SELECT 1 FROM cases.effect_line l JOIN cases.ruling r ON r.draft_id = l.draft_id
                    WHERE r.case_id = f.case_id AND l.state NOT IN ('APPLIED', 'SUPERSEDED'))""");
        questions.put("a case closed or executing without a ruling, or ruled without either", """
                SELECT f.case_id || ' ' || f.status FROM cases.case_file f
                WHERE (f.status IN ('CLOSED', 'EXECUTING', 'CONDITIONAL', 'REOPENED') OR EXISTS (
                          SELECT 1 FROM cases.case_reopening o WHERE o.case_id = f.case_id AND o.confirmed))
                   <> EXISTS (SELECT 1 FROM cases.ruling r WHERE r.case_id = f.case_id)""");
        questions.put("a line and its owner's answer differ", """
                SELECT l.effect_id || ' is ' || l.state || ' here, ' || coalesce(o.result, 'not answered') || ' there'
                FROM cases.effect_line l JOIN cases.ruling r ON r.draft_id = l.draft_id
                LEFT JOIN (SELECT effect_id, result FROM penalties.applied_effect
                           UNION ALL SELECT effect_id, result FROM refunds.applied_effect) o
                       ON o.effect_id = l.effect_id
                WHERE l.owner <> 'MARKETPLACE' AND l.state IS DISTINCT FROM coalesce(o.result, 'PENDING')""");
        questions.put("a line of the marketplace and its last confirmation differ", """
                SELECT l.effect_id || ' is ' || l.state || ', ' || coalesce(c.result, 'not confirmed')
                FROM cases.effect_line l JOIN cases.ruling r ON r.draft_id = l.draft_id
                LEFT JOIN LATERAL (
                    SELECT h.envelope::jsonb -> 'data' ->> 'result' AS result FROM cases.history h
                    WHERE h.subject = l.case_id AND h.event_type = 'EffectConfirmed'
                      AND h.envelope::jsonb -> 'data' ->> 'effectId' = l.effect_id
                    ORDER BY h.sequence DESC LIMIT 1) c ON true
                WHERE l.owner = 'MARKETPLACE' AND l.state IS DISTINCT FROM coalesce(c.result, 'PENDING')""");
        questions.put("an effect that no ruling orders", """
                SELECT o.effect_id FROM (
                    SELECT effect_id FROM penalties.applied_effect
                    UNION ALL SELECT effect_id FROM refunds.applied_effect) o
                WHERE NOT EXISTS (
                    SELECT 1 FROM cases.effect_line l JOIN cases.ruling r ON r.draft_id = l.draft_id
                    WHERE l.effect_id = o.effect_id)""");
        questions.put("a ruling that its owner has not taken in", """
                SELECT l.effect_id FROM cases.effect_line l JOIN cases.ruling r ON r.draft_id = l.draft_id
                WHERE l.owner <> 'MARKETPLACE'
                  AND NOT EXISTS (SELECT 1 FROM penalties.applied_effect p WHERE p.effect_id = l.effect_id)
                  AND NOT EXISTS (SELECT 1 FROM refunds.applied_effect a WHERE a.effect_id = l.effect_id)""");
        questions.put("an applied line of points, and more points there", """
                SELECT l.effect_id || ' leaves ' || l.target_points || ', there are ' || sum(v.points)
                FROM cases.effect_line l JOIN penalties.violation v ON v.penalty_id = l.subject
                WHERE l.kind = 'POINTS' AND l.state = 'APPLIED'
                GROUP BY l.effect_id, l.target_points HAVING sum(v.points) > l.target_points""");
        questions.put("a penalty whose points a ruling took is not reversed", """
                SELECT p.id || ' ' || p.status FROM cases.effect_line l
                JOIN cases.ruling r ON r.draft_id = l.draft_id
                JOIN penalties.penalty p ON p.id = l.subject
                WHERE l.kind = 'POINTS' AND l.state = 'APPLIED' AND l.target_points = 0 AND p.status <> 'REVERSED'""");
        questions.put("a penalty reversed by no ruling, and not refused", """
                SELECT p.id FROM penalties.penalty p WHERE p.status = 'REVERSED'
                  AND NOT EXISTS (SELECT 1 FROM penalties.history h
                                  WHERE h.subject = p.id AND h.event_type IN ('PenaltyRefused', 'PenaltyWithdrawn'))
                  AND NOT EXISTS (SELECT 1 FROM cases.effect_line l JOIN cases.ruling r ON r.draft_id = l.draft_id
                                  WHERE l.subject = p.id AND l.kind = 'POINTS' AND l.target_points = 0)""");
        questions.put("an applied line of a measure, and another state there", """
                SELECT l.effect_id || ' orders ' || l.target_state || ', it is ' || coalesce(m.state, 'nowhere')
                FROM cases.effect_line l LEFT JOIN penalties.measure m ON m.id = l.subject
                WHERE l.kind = 'MEASURE' AND l.state = 'APPLIED' AND m.state IS DISTINCT FROM l.target_state""");
        // Other penalties' points may justify the same measure: then its threshold is still reached.
        questions.put("a measure of a reversed penalty that nothing justifies", """
                SELECT m.id || ' ' || m.kind || ' ' || m.state FROM penalties.measure m
                JOIN penalties.penalty p ON p.id = m.penalty_id AND p.status = 'REVERSED'
                WHERE m.state IN ('SCHEDULED', 'IN_FORCE', 'SUSPENDED') AND coalesce((
                    SELECT sum(e.points) FROM penalties.point_entry e
                    WHERE e.shop_id = m.shop_id AND e.bucket = m.ground_bucket), 0) < coalesce(m.ground_threshold, 1)""");
        questions.put("a fact that is punished by no standing penalty, or free although one stands", """
                SELECT o.violation_id || ' lapsed: ' || o.lapsed || ', ' || p.status FROM penalties.punished_object o
                JOIN penalties.penalty p ON p.id = o.penalty_id WHERE o.lapsed <> (p.status = 'REVERSED')""");
        questions.put("an applied line of money, and no such claim booked", """
                SELECT l.effect_id || ' ' || l.target_minor || ' ' || l.target_currency FROM cases.effect_line l
                WHERE l.kind = 'CLAIM' AND l.state = 'APPLIED' AND NOT EXISTS (
                    SELECT 1 FROM refunds.claim c WHERE c.effect_id = l.effect_id AND c.status = 'BOOKED'
                      AND c.amount_minor = l.target_minor AND c.currency = l.target_currency)""");
        return questions;
    }
}
