package io.redress.benchmarks.lodge;

import io.redress.benchmarks.limit.LimitScript;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.opencase.Penalties;
import io.redress.benchmarks.suite.BenchPostgres;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * Appeals that have their advocate and wait for the brief, with their penalties and stopped windows, made in the database
 * itself. For each one brief is filed.
 *
 * @param series tells those of one side from those of the other, four hexadecimal digits
 */
record OpenAppeals(String series) {

    static final int ADVOCATES = 64;

    private static final String ARGUMENT = "The act is not among the four clauses. ".repeat(8);
    private static final String ARGUMENT_ZH = "该行为不在四类情形之内。".repeat(8);

    /** Whose case it is. */
    static String advocate(int number) {
        return "adv-" + number % ADVOCATES;
    }

    private String id(String prefix, int number) {
        return String.format("%s_0190a8c1-0000-7000-%s-%012d", prefix, series, number);
    }

    private String key(int number) {
        return String.format("bench-%s-%024d", series, number);
    }

    /** The request that files the brief: two grounds, the argument in both languages, a piece of evidence. */
    Call lodge(int number, String token) {
        JsonObject point = new JsonObject()
                .put("violationId", id("vio", number))
                .put("grounds", new JsonArray().add("NOT_ENUMERATED").add("FACTS_WRONG"))
                .put("argument", new JsonObject().put("zh", ARGUMENT_ZH).put("en", ARGUMENT))
                .put(
                        "evidence",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kind", "correspondence")
                                        .put("reference", "doc-1")));
        JsonObject brief =
                new JsonObject().put("violations", new JsonArray().add(point)).put("relief", "24 to 0");
        return Call.post("/v1/cases/" + id("cas", number) + "/briefs", token, key(number), brief.encode())
                .with("If-Match", "\"1\"");
    }

    /** What is about number 0 of these as texts about any of the others. */
    Map<String, String> as(OpenAppeals others) {
        return Map.of(
                id("pen", 0), other("pen", others),
                id("vio", 0), other("vio", others),
                id("cas", 0), other("cas", others),
                key(0), "bench-" + others.series + "-" + LimitScript.NUMBER);
    }

    private static String other(String prefix, OpenAppeals others) {
        return prefix + "_0190a8c1-0000-7000-" + others.series + "-" + LimitScript.NUMBER;
    }

    /** Makes the appeals 0 to {@code count - 1}. */
    void prepare(BenchPostgres postgres, int count) {
        new Penalties(series).prepare(postgres, count);
        String number = "lpad(n::text, 12, '0')";
        String penalty = "'pen_0190a8c1-0000-7000-" + series + "-' || " + number;
        String caseId = "'cas_0190a8c1-0000-7000-" + series + "-' || " + number;
        String advocate = "'adv-' || n % " + ADVOCATES;
        String each = " FROM generate_series(0, " + (count - 1) + ") AS n";
        postgres.execute("SET search_path = cases, ext");
        postgres.execute("INSERT INTO case_file (case_id, kind, penalty_id, merchant_id, shop_id, language, status,"
                + " opened_by, own_motion, opened_at, advocate_id, respondent_department, counted, version,"
                + " event_sequence, chain_head, opened_as) SELECT " + caseId + ", 'PENALTY_APPEAL', " + penalty
                + ", 'm-' || n % " + Penalties.MERCHANTS + ", 's-' || n % " + Penalties.MERCHANTS
                + ", 'zh', 'IN_ADVOCACY', 'user', false, now(), " + advocate
                + ", 'enforcement', false, 1, 0, decode(repeat('00', 32), 'hex'), 'OWNER'" + each);
        postgres.execute("INSERT INTO advocate_term (case_id, advocate_id, since, number) SELECT " + caseId + ", "
                + advocate + ", now(), 1" + each);
        postgres.execute("INSERT INTO deadline (kind, subject, due_at) SELECT 'case-clocks', " + caseId
                + ", now() + interval '1 day'" + each);
        postgres.execute("UPDATE appeal_window SET stopped_at = now() WHERE stopped_at IS NULL");
        postgres.execute("UPDATE deadline SET state = 'CANCELLED' WHERE kind = 'appeal-window-end'");
        postgres.execute("VACUUM ANALYZE");
    }
}
