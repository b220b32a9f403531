package io.redress.benchmarks.opencase;

import io.redress.benchmarks.limit.LimitScript;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.suite.BenchPostgres;
import java.util.Map;

/**
 * Penalties that wait to be appealed, as case-service knows them from events: the statement is delivered, the window
 * runs, its end is a deadline. Each is appealed once.
 *
 * @param series tells those of one side from those of the other, four hexadecimal digits
 */
public record Penalties(String series) {

    public static final int MERCHANTS = 64;

    /** The row number as an id: as long as a real one. */
    String id(int number) {
        return String.format("pen_0190a8c1-0000-7000-%s-%012d", series, number);
    }

    /** Whose it is. */
    public static String merchant(int number) {
        return "m-" + number % MERCHANTS;
    }

    /** The request that appeals it. */
    public Call open(int number, String token) {
        return Call.post(
                "/v1/cases", token, key(number), "{\"kind\":\"PENALTY_APPEAL\",\"penaltyId\":\"" + id(number) + "\"}");
    }

    /** The key of that request. */
    String key(int number) {
        return String.format("bench-%s-%024d", series, number);
    }

    /** What is about number 0 of these, with the case that it made, as texts about any of the others. */
    Map<String, String> as(Penalties others, String caseId) {
        return Map.of(
                id(0),
                "pen_0190a8c1-0000-7000-" + others.series + "-" + LimitScript.NUMBER,
                caseId,
                "cas_0190a8c1-0000-7000-" + others.series + "-" + LimitScript.NUMBER,
                key(0),
                "bench-" + others.series + "-" + LimitScript.NUMBER);
    }

    /** Makes the penalties 0 to {@code count - 1}. */
    public void prepare(BenchPostgres postgres, int count) {
        String penalty = "'pen_0190a8c1-0000-7000-" + series + "-' || lpad(n::text, 12, '0')";
        String violation = "'vio_0190a8c1-0000-7000-" + series + "-' || lpad(n::text, 12, '0')";
        String each = " FROM generate_series(0, " + (count - 1) + ") AS n";
        String who = "'m-' || n % " + MERCHANTS + ", 's-' || n % " + MERCHANTS;
        postgres.execute("SET search_path = cases, ext");
        postgres.execute(
                "INSERT INTO merchant_view (merchant_id, name, language) SELECT 'm-' || n, 'Riverside Bags', 'zh'"
                        + " FROM generate_series(0, " + (MERCHANTS - 1) + ") AS n ON CONFLICT DO NOTHING");
        postgres.execute("INSERT INTO shop_view (shop_id, merchant_id) SELECT 's-' || n, 'm-' || n"
                + " FROM generate_series(0, " + (MERCHANTS - 1) + ") AS n ON CONFLICT DO NOTHING");
        postgres.execute("INSERT INTO penalty_view (penalty_id, decision_id, merchant_id, shop_id, department_id,"
                + " proposed_by, imported, points) SELECT " + penalty + ", 'dec_' || n, " + who
                + ", 'enforcement', 'enf-1', true, 24" + each);
        postgres.execute("INSERT INTO penalty_violation (violation_id, penalty_id, position, clause_id) SELECT "
                + violation + ", " + penalty + ", 1, 'C-02'" + each);
        postgres.execute("INSERT INTO penalty_disclosed_fact (violation_id, fact) SELECT " + violation
                + ", 'description'" + each);
        postgres.execute(
                "INSERT INTO penalty_disclosed_fact (violation_id, fact) SELECT " + violation + ", 'o-' || n" + each);
        postgres.execute("INSERT INTO appeal_window (penalty_id, merchant_id, shop_id, statement_id, issued_at,"
                + " length_seconds, deemed_seconds, delivered_at, closes_at, closed, version, event_sequence, chain_head)"
                + " SELECT " + penalty + ", " + who + ", 'sta_' || n, now() - interval '1 day', 1209600, 259200,"
                + " now() - interval '1 hour', now() + interval '13 days', false, 1, 0, decode(repeat('00', 32), 'hex')"
                + each);
        postgres.execute("INSERT INTO deadline (kind, subject, due_at) SELECT 'appeal-window-end', " + penalty
                + ", now() + interval '13 days'" + each);
        postgres.execute("ANALYZE");
    }
}
