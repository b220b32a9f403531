package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.Map;

/**
 * I3, of what is capped together: a penalty joins the decision of the first one of its shop, or of its investigation,
 * whose statement the merchant did not have when the act began. Judged again from what is kept, for every penalty.
 */
public final class DecisionsOracle extends SqlOracle {

    private static final String FIRST_TO_JOIN = """
            SELECT b.id || ' of ' || b.decision_id || ' is for acts from before ' || a.id || ' of ' || a.decision_id
                   || ' was delivered'
            FROM penalties.penalty b
            CROSS JOIN LATERAL (
                SELECT min(v.act_from) AS begins FROM penalties.violation v WHERE v.penalty_id = b.id) act
            CROSS JOIN LATERAL (
                SELECT p.id, p.decision_id FROM penalties.penalty p
                LEFT JOIN penalties.statement s ON s.id = p.statement_id
                WHERE p.shop_id = b.shop_id AND (p.proposed_at, p.id) < (b.proposed_at, b.id)
                  AND (p.investigation_id = b.investigation_id OR s.delivered_at IS NULL OR s.delivered_at > act.begins)
                  AND NOT EXISTS (
                      SELECT 1 FROM penalties.history h WHERE h.subject = p.id
                        AND h.event_type IN ('PenaltyReversed', 'PenaltyRefused', 'PenaltyWithdrawn', 'PenaltyCured') AND h.business_time <= b.proposed_at)
                ORDER BY coalesce(p.investigation_id = b.investigation_id, false) DESC, p.proposed_at, p.id
                LIMIT 1) a
            WHERE a.decision_id <> b.decision_id""";

    public DecisionsOracle(Connection connection) {
        super(connection, Map.of("two decisions where there should be one", FIRST_TO_JOIN));
    }

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String guarantees() {
        return "penalties that belong together are one decision, with one cap";
    }
}
