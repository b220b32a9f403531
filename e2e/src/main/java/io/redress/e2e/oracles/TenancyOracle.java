package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** I8, in what is kept: whatever names a shop, a penalty or a case names that one's own merchant. */
public final class TenancyOracle extends SqlOracle {

    public TenancyOracle(Connection connection) {
        super(connection, questions());
    }

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String guarantees() {
        return "no event, notice, case or claim joins one merchant to what is another's";
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        for (String schema : new String[] {"penalties", "cases", "refunds", "notifications"}) {
            questions.put(schema + ": an event names a shop and another's merchant", """
                    SELECT e.event_id || ' ' || e.shop || ' of ' || s.merchant_id || ', said of ' || e.merchant FROM (
                        SELECT event_id, envelope::jsonb -> 'data' ->> 'shopId' AS shop,
                               envelope::jsonb -> 'data' ->> 'merchantId' AS merchant
                        FROM %s.history) e
                    JOIN penalties.shop s ON s.id = e.shop WHERE e.merchant <> s.merchant_id""".formatted(schema));
            questions.put(schema + ": an event names a penalty and another's merchant", """
                    SELECT e.event_id || ' ' || e.penalty || ' of ' || p.merchant_id || ', said of ' || e.merchant FROM (
                        SELECT event_id, envelope::jsonb -> 'data' ->> 'merchantId' AS merchant,
                               coalesce(envelope::jsonb -> 'data' ->> 'penaltyId',
                                        envelope::jsonb -> 'data' -> 'about' ->> 'penaltyId') AS penalty
                        FROM %s.history) e
                    JOIN penalties.penalty p ON p.id = e.penalty WHERE e.merchant <> p.merchant_id""".formatted(schema));
        }
        questions.put("a penalty of another merchant than its shop", """
                SELECT p.id FROM penalties.penalty p JOIN penalties.shop s ON s.id = p.shop_id
                WHERE p.merchant_id <> s.merchant_id""");
        questions.put("a case of another merchant than its penalty", """
                SELECT c.case_id FROM cases.case_file c JOIN penalties.penalty p ON p.id = c.penalty_id
                WHERE c.merchant_id <> p.merchant_id OR c.shop_id <> p.shop_id""");
        questions.put("a claim of another merchant than its penalty", """
                SELECT c.id FROM refunds.claim c JOIN penalties.penalty p ON p.id = c.penalty_id
                WHERE c.merchant_id <> p.merchant_id""");
        questions.put("a notice about one merchant's penalty or case to another", """
                SELECT n.id || ' to ' || n.recipient_id FROM notifications.notice n
                LEFT JOIN penalties.penalty p ON p.id = n.penalty_id
                LEFT JOIN cases.case_file c ON c.case_id = n.case_id
                LEFT JOIN penalties.measure m ON m.id = n.measure_id
                LEFT JOIN penalties.shop s ON s.id = m.shop_id
                WHERE n.recipient_kind = 'MERCHANT'
                  AND (n.recipient_id <> coalesce(p.merchant_id, n.recipient_id)
                    OR n.recipient_id <> coalesce(c.merchant_id, n.recipient_id)
                    OR n.recipient_id <> coalesce(s.merchant_id, n.recipient_id)
                    OR n.recipient_id IS DISTINCT FROM n.merchant_id)""");
        return questions;
    }
}
