package io.redress.benchmarks.points;

import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.benchmarks.suite.Rules;

/**
 * Shops with penalties in force, as penalty-service keeps them, made in the database itself: there are too many to be
 * proposed one by one. Keys between tables are not checked while they are made.
 *
 * @param series tells these shops from others, four hexadecimal digits
 * @param penalties of a shop, each of one violation of the clause
 * @param entries of a violation: one that books, the others take a point off each
 * @param tariff points of a violation when booked
 * @param effectiveAt when all of them came into force; SQL, the shop is {@code n} and the penalty of a shop {@code k}
 */
record Ledgers(
        String series, int penalties, int entries, String clause, String bucket, int tariff, String effectiveAt) {

    private static final int TEXT = 600;
    private static final int MOST_IN_A_SHOP = 100_000;
    private static final String HEAD = "decode(repeat('00', 32), 'hex')";

    /** As {@code /v1/shops/{shopId}} has it. */
    String shop(int number) {
        return "s-" + series + "-" + String.format("%012d", number);
    }

    /** Makes the shops {@code first} to {@code last - 1}, each of a merchant of its own. */
    void prepare(BenchPostgres postgres, int first, int last) {
        String each = " FROM generate_series(" + first + ", " + (last - 1) + ") AS n";
        String ofEach = each + ", generate_series(0, " + (penalties - 1) + ") AS k";
        String shop = "'s-" + series + "-' || lpad(n::text, 12, '0')";
        String merchant = "'m-" + series + "-' || lpad(n::text, 12, '0')";
        String penalty = id("pen");
        String violation = id("vio");
        String text = "repeat('The goods were not what the listing said. ', " + TEXT / 42 + ")";
        postgres.execute("SET search_path = penalties, ext");
        postgres.execute("SET session_replication_role = replica");
        postgres.execute("INSERT INTO merchant (id, name, language, version, event_sequence, chain_head) SELECT "
                + merchant + ", 'Riverside Bags', 'zh', 1, 1, " + HEAD + each);
        postgres.execute("INSERT INTO shop (id, merchant_id, opened_at, version, event_sequence, chain_head) SELECT "
                + shop + ", " + merchant + ", '2018-01-01T00:00Z', 1, 1, " + HEAD + each);
        postgres.execute("INSERT INTO bucket (shop_id, bucket, version, event_sequence, chain_head) SELECT " + shop
                + ", '" + bucket + "', 1, 1, " + HEAD + each);
        postgres.execute("INSERT INTO penalty (id, decision_id, merchant_id, shop_id, department_id, proposed_by,"
                + " proposed_at, rulebook_number, explanation_zh, explanation_en, automated_detection,"
                + " automated_decision, territory, status, final, high_impact, effective_at, booking, statement_id,"
                + " version, event_sequence, chain_head) SELECT " + penalty + ", " + id("dec") + ", " + merchant + ", "
                + shop + ", 'enforcement', 'enf-1', " + effectiveAt + ", " + Rules.NEWEST
                + ", '说明', 'An explanation.', true, false, 'CN', 'IN_FORCE', true, false, " + effectiveAt
                + ", k + 1, " + id("sta") + ", 3, 3, " + HEAD + ofEach);
        postgres.execute("INSERT INTO statement (id, penalty_id, zh, en, issued_at, stored_at, delivered_at) SELECT "
                + id("sta") + ", " + penalty + ", " + text + ", " + text + ", " + effectiveAt + ", " + effectiveAt
                + ", " + effectiveAt + ofEach);
        postgres.execute("INSERT INTO violation (id, penalty_id, ordinal, clause_id, rulebook_number, bucket, tariff,"
                + " assessed, points, closure_eligible, act_kind, act_from, act_to, fact_orders, fact_listings,"
                + " fact_count, factor_names, factor_values) SELECT " + violation + ", " + penalty + ", 0, '" + clause
                + "', " + Rules.NEWEST + ", '" + bucket + "', " + tariff + ", " + tariff + ", "
                + (tariff - entries + 1) + ", false, 'ACT', " + effectiveAt + " - interval '2 days', " + effectiveAt
                + " - interval '1 day', '{}', ARRAY['l-' || k], 1, '{}', '{}'" + ofEach);
        postgres.execute("INSERT INTO punished_object (violation_id, ordinal, penalty_id, shop_id, act_kind,"
                + " object_type, object_id, during) SELECT " + violation + ", 1, " + penalty + ", " + shop
                + ", 'ACT', 'LISTING', 'l-' || k, tstzrange(" + effectiveAt + " - interval '2 days', " + effectiveAt
                + " - interval '1 day', '[]')" + ofEach);
        postgres.execute("INSERT INTO point_entry (id, shop_id, bucket, penalty_id, violation_id, kind, points,"
                + " effective_at, known_at) SELECT " + id("ent") + " || '-' || e, " + shop + ", '" + bucket + "', "
                + penalty + ", " + violation
                + ", CASE e WHEN 0 THEN 'BOOKING' ELSE 'REDUCTION' END, CASE e WHEN 0 THEN "
                + tariff + " ELSE -1 END, " + effectiveAt + ", " + effectiveAt + " + e * interval '1 minute'" + ofEach
                + ", generate_series(0, " + (entries - 1) + ") AS e");
        postgres.execute("RESET session_replication_role");
    }

    /** Puts a measure without an end on the shops, which stands on so many points of the bucket. */
    void restrict(BenchPostgres postgres, int first, int last, String kind, int threshold) {
        postgres.execute("SET session_replication_role = replica");
        postgres.execute("INSERT INTO measure (id, penalty_id, shop_id, ground_bucket, ground_threshold, kind, origin,"
                + " state, begun, starts_at, version, event_sequence, chain_head) SELECT " + id("mea") + ", "
                + id("pen") + ", 's-" + series + "-' || lpad(n::text, 12, '0'), '" + bucket + "', " + threshold + ", '"
                + kind + "', 'IMPOSED', 'IN_FORCE', true, " + effectiveAt + ", 1, 1, " + HEAD + " FROM generate_series("
                + first + ", " + (last - 1) + ") AS n, generate_series(0, 0) AS k");
        postgres.execute("RESET session_replication_role");
    }

    /** As long as a real one. */
    private String id(String prefix) {
        return "'" + prefix + "_0190a8c1-0000-7000-" + series + "-' || lpad((n::bigint * " + MOST_IN_A_SHOP
                + " + k)::text, 12, '0')";
    }
}
