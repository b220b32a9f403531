package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;

/** I2: the ledger balances, and what was booked is what rulings ordered, once. */
public final class MoneyOracle extends SqlOracle {

    public MoneyOracle(Connection connection) {
        super(connection, questions());
    }

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String guarantees() {
        return "entries add up to zero, balances are the sums of their legs, refunds are what rulings ordered";
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("the legs of a currency do not add up to zero", """
                SELECT currency || ' ' || sum(amount_minor) FROM refunds.ledger_leg
                GROUP BY currency HAVING sum(amount_minor) <> 0""");
        questions.put("an entry has no two sides of equal sum", """
                SELECT e.id || ' ' || count(l.entry_id) || ' legs, sum ' || coalesce(sum(l.amount_minor), 0)
                FROM refunds.ledger_entry e LEFT JOIN refunds.ledger_leg l ON l.entry_id = e.id
                GROUP BY e.id HAVING count(l.entry_id) < 2 OR sum(l.amount_minor) <> 0""");
        questions.put("a balance is not the sum of its legs", """
                SELECT a.id || ' ' || a.balance_minor || ' instead of ' || coalesce(sum(l.amount_minor), 0)
                FROM refunds.account a LEFT JOIN refunds.ledger_leg l ON l.account_id = a.id
                GROUP BY a.id, a.balance_minor HAVING a.balance_minor <> coalesce(sum(l.amount_minor), 0)""");
        questions.put("a booked claim has not exactly one entry", """
                SELECT c.id || ' ' || count(e.id) FROM refunds.claim c
                LEFT JOIN refunds.ledger_entry e ON e.claim_id = c.id
                GROUP BY c.id, c.status HAVING count(e.id) <> CASE c.status WHEN 'BOOKED' THEN 1 ELSE 0 END""");
        questions.put("a claim is not booked from suspense to its merchant as it stands", """
                SELECT c.id || ' ' || c.amount_minor || ' ' || c.currency FROM refunds.claim c
                WHERE c.status = 'BOOKED' AND NOT EXISTS (
                    SELECT 1 FROM refunds.ledger_leg debit
                    JOIN refunds.account suspense ON suspense.id = debit.account_id AND suspense.kind = 'SUSPENSE'
                    JOIN refunds.ledger_leg credit ON credit.entry_id = debit.entry_id
                    JOIN refunds.account merchant ON merchant.id = credit.account_id AND merchant.kind = 'MERCHANT'
                    WHERE debit.entry_id = c.entry_id AND merchant.owner = c.merchant_id
                      AND debit.currency = c.currency AND credit.currency = c.currency
                      AND debit.amount_minor = c.amount_minor AND credit.amount_minor = -c.amount_minor)""");
        questions.put("an effect line was booked more than once", """
                SELECT effect_id || ' ' || count(*) FROM refunds.claim GROUP BY effect_id HAVING count(*) > 1""");
        questions.put("a claim is no line of a ruling, or not of that amount, penalty or merchant", """
                SELECT c.id || ' ' || c.amount_minor || ' ' || c.currency FROM refunds.claim c
                WHERE NOT EXISTS (
                    SELECT 1 FROM cases.effect_line l
                    JOIN cases.ruling r ON r.case_id = l.case_id AND r.draft_id = l.draft_id
                    JOIN cases.case_file f ON f.case_id = l.case_id
                    WHERE l.effect_id = c.effect_id AND l.owner = 'REFUNDS' AND l.kind = 'CLAIM'
                      AND r.ruling_id = c.ruling_id AND f.merchant_id = c.merchant_id
                      AND f.penalty_id IS NOT DISTINCT FROM c.penalty_id
                      AND l.target_minor = c.amount_minor AND l.target_currency = c.currency)""");
        questions.put("more was booked than the ruling gives back", """
                SELECT booked.ruling_id || ' ' || booked.amount || ' ' || booked.currency FROM (
                    SELECT ruling_id, currency, sum(amount_minor) AS amount FROM refunds.claim
                    WHERE status = 'BOOKED' GROUP BY ruling_id, currency) booked
                JOIN cases.ruling r ON r.ruling_id = booked.ruling_id
                JOIN cases.draft_ruling d ON d.draft_id = r.draft_id
                WHERE booked.currency IS DISTINCT FROM d.money_currency
                   OR booked.amount > coalesce(d.money_minor, 0)""");
        return questions;
    }
}
