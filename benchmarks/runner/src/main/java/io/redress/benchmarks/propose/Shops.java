package io.redress.benchmarks.propose;

import io.redress.benchmarks.limit.LimitScript;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.kit.boot.MachineClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Shops without a penalty, each of a merchant of its own. Each gets one.
 *
 * @param series tells those of one side from those of the other, four hexadecimal digits
 */
record Shops(String series) {

    private String shop(int number) {
        return String.format("s-%s-%012d", series, number);
    }

    private String merchant(int number) {
        return String.format("m-%s-%012d", series, number);
    }

    private String key(int number) {
        return String.format("bench-%s-%024d", series, number);
    }

    /** The proposal against that shop: one violation, of a clause with a range, with its reasons. */
    Call propose(int number, String token) {
        Instant act = MachineClock.system().now().minus(Duration.ofDays(2));
        JsonObject violation = new JsonObject()
                .put("clauseId", "G-04")
                .put("from", act.toString())
                .put("to", act.plus(Duration.ofHours(1)).toString())
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", "l-1")))
                .put(
                        "facts",
                        new JsonObject()
                                .put("description", texts("未履行赠品承诺。", "The gift was not sent."))
                                .put("listings", new JsonArray().add("l-1")))
                .put("points", 4)
                .put("factors", new JsonObject().put("amount", "low"))
                .put("factorReasons", "the amount is low");
        JsonObject proposal = new JsonObject()
                .put("shopId", shop(number))
                .put("departmentId", "enforcement")
                .put("explanation", texts("说明", "An explanation."))
                .put("automation", new JsonObject().put("detection", true).put("decision", false))
                .put("territory", "CN")
                .put("violations", new JsonArray().add(violation));
        return Call.post("/v1/penalties", token, key(number), proposal.encode());
    }

    /** What is about shop number 0, as texts about any of the others. */
    Map<String, String> as(Shops others) {
        return Map.of(
                shop(0),
                "s-" + others.series + "-" + LimitScript.NUMBER,
                merchant(0),
                "m-" + others.series + "-" + LimitScript.NUMBER,
                key(0),
                "bench-" + others.series + "-" + LimitScript.NUMBER);
    }

    /** Makes the shops 0 to {@code count - 1}. */
    void prepare(BenchPostgres postgres, int count) {
        String number = "lpad(n::text, 12, '0')";
        String merchant = "'m-" + series + "-' || " + number;
        String rest = ", 1, 1, decode(repeat('00', 32), 'hex') FROM generate_series(0, " + (count - 1) + ") AS n";
        postgres.execute("SET search_path = penalties, ext");
        postgres.execute("INSERT INTO merchant (id, name, language, version, event_sequence, chain_head) SELECT "
                + merchant + ", 'Riverside Bags', 'zh'" + rest);
        postgres.execute("INSERT INTO shop (id, merchant_id, opened_at, version, event_sequence, chain_head) SELECT"
                + " 's-" + series + "-' || " + number + ", " + merchant + ", '2018-01-01T00:00Z'" + rest);
        postgres.execute("ANALYZE");
    }

    private static JsonObject texts(String zh, String en) {
        return new JsonObject().put("zh", zh).put("en", en);
    }
}
