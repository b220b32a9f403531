package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Detection systems report violations: what becomes of each, once. */
class ReportViolationsIT {

    private static final String SECRET = "the vermilion signal fired";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final ApiClient detector = suite.staff("detector-of-" + shop, "machine");

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void each_item_becomes_a_penalty_or_says_why_not_and_none_hurts_another() {
        JsonObject taken = violation("C-02", "l-taken");
        assertThat(suite.enforcement()
                        .post("/v1/penalties", PenaltySuite.proposal(shop, taken))
                        .status())
                .isEqualTo(201);

        List<JsonObject> results = results(detector.post(
                "/v1/violations",
                batch(
                        item("r-0", violation("G-03", "l-0")),
                        item("r-1", violation("C-02", "l-1").put("to", "2018-06-01T12:00:00+08:00")),
                        item("r-2", ranged("S-01", "l-2", 10, "mood")),
                        item("r-3", ranged("S-01", "l-3", 30, "danger")),
                        item("r-4", ranged("S-01", "l-4", 5, "danger")),
                        item("r-5", violation("S-01", "l-5").put("points", 10)),
                        item("r-6", violation("Z-99", "l-6")),
                        item("r-7", violation("C-02", "l-7")).put("shopId", "s-nobody-knows"),
                        item("r-8", taken),
                        item("r-9", violation("C-02", "l-9").put("facts", new JsonObject())),
                        item("r-10", violation("C-02", "l-10").put("points", 12)),
                        item("r-11", violation("G-05", "l-11")))));

        assertThat(results)
                .extracting(result -> result.getInteger("index"))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(results)
                .extracting(result -> result.getString("sourceId") + " " + outcome(result))
                .containsExactly(
                        "r-0 ANNOUNCED",
                        "r-1 422 act-time-invalid /items/1/violation/to",
                        "r-2 422 unknown-factor /items/2/violation/factors/mood",
                        "r-3 422 closure-not-enumerated /items/3/violation/points",
                        "r-4 422 tariff-mismatch /items/4/violation/points",
                        "r-5 422 points-not-reasoned /items/5/violation/points",
                        "r-6 422 clause-not-in-force /items/6/violation/clauseId",
                        "r-7 422 unknown-shop",
                        "r-8 409 fact-already-punished",
                        "r-9 422 no-disclosed-fact /items/9/violation/facts",
                        "r-10 422 tariff-mismatch /items/10/violation/points",
                        "r-11 PROPOSED");
        assertThat(penalties()).hasSize(3);
    }

    @Test
    void a_range_is_chosen_inside_with_reasons_and_the_proposer_is_the_machine() {
        JsonObject result = only(batch(item("r-1", ranged("S-01", "l-1", 10, "danger"))));

        JsonObject penalty = suite.penalty(result.getString("penaltyId"));
        assertThat(penalty.getInteger("points")).isEqualTo(10);
        assertThat(penalty.getString("proposedBy")).isEqualTo("detector-of-" + shop);
        assertThat(penalty.getJsonArray("violations").getJsonObject(0).getJsonObject("factors"))
                .isEqualTo(new JsonObject().put("danger", "high"));
    }

    @Test
    void the_same_again_is_the_same_penalty_whatever_the_key_and_the_order_of_its_members() {
        JsonObject violation = ranged("S-01", "l-1", 10, "danger");
        violation.getJsonObject("factors").put("intent", "low");
        JsonObject first = only(batch(item("r-1", violation)));
        JsonObject turned = violation
                .copy()
                .put("factors", new JsonObject().put("intent", "low").put("danger", "high"));

        List<JsonObject> again = results(detector.post(
                "/v1/violations",
                batch(
                        item("r-1", turned.put("from", "2018-03-01T04:00:00Z")),
                        item("r-2", violation("C-02", "l-2")),
                        item("r-2", violation("C-02", "l-2")))));

        assertThat(first.getBoolean("repeated")).isFalse();
        assertThat(again).extracting(result -> result.getBoolean("repeated")).containsExactly(true, false, true);
        assertThat(again.get(0).getString("penaltyId")).isEqualTo(first.getString("penaltyId"));
        assertThat(again.get(2).getString("penaltyId")).isEqualTo(again.get(1).getString("penaltyId"));
        assertThat(penalties()).hasSize(2);
    }

    @Test
    void other_content_under_a_source_id_is_a_duplicate_that_names_the_penalty() {
        String penaltyId = only(batch(item("r-1", violation("C-02", "l-1")))).getString("penaltyId");
        JsonObject otherRecord = item("r-1", violation("C-02", "l-1"));
        otherRecord.getJsonObject("detectionRecord").put("summary", "found in another way");

        List<JsonObject> results =
                results(detector.post("/v1/violations", batch(item("r-1", violation("C-02", "l-9")), otherRecord)));

        assertThat(results).extracting(ReportViolationsIT::outcome).containsExactly("409 duplicate", "409 duplicate");
        assertThat(results)
                .extracting(result -> result.getJsonObject("problem").getString("penaltyId"))
                .containsExactly(penaltyId, penaltyId);
        assertThat(penalties()).hasSize(1);
    }

    @Test
    void a_source_id_belongs_to_the_system_that_gave_it() {
        only(batch(item("r-1", violation("C-02", "l-1"))));
        ApiClient other = suite.staff("another-detector-of-" + shop, "machine");

        List<JsonObject> results = results(other.post("/v1/violations", batch(item("r-1", violation("C-02", "l-2")))));

        assertThat(results).extracting(ReportViolationsIT::outcome).containsExactly("PROPOSED");
    }

    @Test
    void one_key_has_one_answer() {
        ApiClient withKey = detector.with("Idempotency-Key", "batch-of-" + shop);
        JsonObject batch = batch(item("r-1", violation("C-02", "l-1")), item("r-2", violation("Z-99", "l-1")));

        Answer first = withKey.post("/v1/violations", batch);
        Answer replayed = withKey.post("/v1/violations", batch);
        Answer other = withKey.post("/v1/violations", batch(item("r-3", violation("C-02", "l-3"))));

        assertThat(replayed.bytes()).isEqualTo(first.bytes());
        assertThat(replayed.header("Idempotent-Replayed")).contains("true");
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(penalties()).hasSize(1);
    }

    @Test
    void what_was_refused_may_be_reported_again() {
        JsonObject item = item("r-1", violation("C-02", "l-1")).put("shopId", "s-late-" + shop);
        assertThat(outcome(only(batch(item)))).isEqualTo("422 unknown-shop");
        Answer registered = suite.machine()
                .put(
                        "/v1/shops/s-late-" + shop,
                        new JsonObject().put("merchantId", "m-" + shop).put("openedAt", "2016-01-01T00:00:00Z"));
        assertThat(registered.status()).isEqualTo(200);

        assertThat(outcome(only(batch(item)))).isEqualTo("PROPOSED");
    }

    @Test
    void two_listings_of_one_investigation_in_one_batch_are_one_decision_and_one_fact_in_it_is_punished_once() {
        List<JsonObject> results = results(detector.post(
                "/v1/violations",
                batch(
                        item("r-1", violation("C-01", "l-1")).put("investigationId", "inv-" + shop),
                        item("r-2", violation("C-01", "l-2")).put("investigationId", "inv-" + shop),
                        item("r-3", violation("C-01", "l-1")).put("investigationId", "inv-" + shop))));

        JsonObject first = suite.penalty(results.get(0).getString("penaltyId"));
        JsonObject second = suite.penalty(results.get(1).getString("penaltyId"));
        assertThat(second.getString("decisionId")).isEqualTo(first.getString("decisionId"));
        assertThat(first.getInteger("points")).isEqualTo(24);
        assertThat(second.getInteger("points")).isZero();
        assertThat(outcome(results.get(2))).isEqualTo("409 fact-already-punished");
        assertThat(results.get(2).getJsonObject("problem").getString("penaltyId"))
                .isEqualTo(first.getString("id"));
        suite.inForce(new Answer(201, Map.of(), first.encode().getBytes(UTF_8)));
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(24);
    }

    @Test
    void how_it_was_found_is_sealed_and_opens_for_those_who_may_read_it_with_its_evidence() {
        Answer answer = detector.post("/v1/violations", batch(item("r-1", violation("C-02", "l-1"))));
        String penaltyId = results(answer).get(0).getString("penaltyId");

        assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("blob:1");
        for (String table :
                List.of("penalty", "violation", "violation_report", "detection_record", "outbox", "history")) {
            assertThat(suite.holds(table, SECRET)).as(table).isFalse();
            assertThat(suite.holds(table, "blob:1")).as(table).isFalse();
        }
        JsonObject record = suite.staff("int-1", "integrity")
                .post(
                        "/v1/penalties/" + penaltyId + "/detection-record/readings",
                        new JsonObject().put("purpose", "To see whether it is there."))
                .json()
                .getJsonObject("record");
        assertThat(record.getString("summary")).isEqualTo(SECRET);
        assertThat(record.getJsonArray("evidence"))
                .isEqualTo(new JsonArray().add("blob:1").add("blob:2"));
    }

    @Test
    void a_sealed_term_in_one_item_refuses_that_item_alone() {
        JsonObject term = new JsonObject().put("en", "vermilion-index").put("zh", "朱红指数");
        assertThat(suite.staff("ops-1", "operator")
                        .put("/v1/sealed-terms", new JsonObject().put("terms", new JsonArray().add(term)))
                        .status())
                .isEqualTo(200);
        JsonObject leaking = item("r-1", violation("C-02", "l-1"));
        leaking.getJsonObject("explanation").put("en", "The vermilion-index was high.");
        JsonObject sealed = item("vermilion-index", violation("C-02", "l-2"));
        sealed.getJsonObject("detectionRecord").put("summary", "The vermilion-index was high.");

        List<JsonObject> results = results(detector.post("/v1/violations", batch(leaking, sealed)));

        assertThat(results)
                .extracting(ReportViolationsIT::outcome)
                .containsExactly("422 sealed-term-in-text /items/0/explanation/en", "PROPOSED");
        assertThat(penalties()).hasSize(1);
    }

    @Test
    void the_same_reports_at_the_same_time_make_each_penalty_once() {
        JsonObject batch = batch(IntStream.range(0, 10)
                .mapToObj(i -> item("r-" + i, violation("C-02", "l-" + i)))
                .toArray(JsonObject[]::new));

        List<Answer> answers = Stream.of(1, 2, 3)
                .map(call -> CompletableFuture.supplyAsync(() -> detector.post("/v1/violations", batch)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        List<List<String>> ids = answers.stream()
                .map(answer -> results(answer).stream()
                        .map(result -> result.getString("penaltyId"))
                        .toList())
                .toList();
        assertThat(ids.get(1))
                .isEqualTo(ids.get(0))
                .isEqualTo(ids.get(2))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(penalties()).hasSize(10);
    }

    @Test
    void a_hundred_at_most_at_least_one_and_machines_only() {
        JsonObject[] many = IntStream.range(0, 101)
                .mapToObj(i -> item("r-" + i, violation("C-02", "l-" + i)))
                .toArray(JsonObject[]::new);

        assertThat(detector.post("/v1/violations", batch(many)).code()).isEqualTo("validation-failed");
        assertThat(detector.post("/v1/violations", batch()).code()).isEqualTo("validation-failed");
        assertThat(suite.enforcement()
                        .post("/v1/violations", batch(item("r-1", violation("C-02", "l-1"))))
                        .code())
                .isEqualTo("forbidden");
        assertThat(penalties()).isEmpty();
        assertThat(results(detector.post("/v1/violations", batch(Arrays.copyOf(many, 100)))))
                .hasSize(100)
                .allMatch(result -> result.containsKey("penaltyId"));
    }

    private JsonObject item(String sourceId, JsonObject violation) {
        return new JsonObject()
                .put("sourceId", sourceId)
                .put("shopId", "s-" + shop)
                .put("explanation", new JsonObject().put("zh", "说明").put("en", "An explanation."))
                .put("automation", new JsonObject().put("detection", true).put("decision", false))
                .put("territory", "CN")
                .put("violation", violation)
                .put(
                        "detectionRecord",
                        new JsonObject()
                                .put("summary", SECRET)
                                .put("signals", new JsonArray().add("signal-9"))
                                .put("evidence", new JsonArray().add("blob:1").add("blob:2")));
    }

    private static JsonObject batch(JsonObject... items) {
        return new JsonObject().put("items", new JsonArray(List.of((Object[]) items)));
    }

    private JsonObject only(JsonObject batch) {
        List<JsonObject> results = results(detector.post("/v1/violations", batch));
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static List<JsonObject> results(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The status of the penalty, or status, code and pointer of the problem. */
    private static String outcome(JsonObject result) {
        JsonObject problem = result.getJsonObject("problem");
        if (problem == null) {
            return result.getString("status");
        }
        assertThat(problem.getString("type")).isEqualTo("/problems/" + problem.getString("code"));
        String pointer = problem.getJsonArray("errors", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(error -> " " + error.getString("pointer"))
                .findFirst()
                .orElse("");
        return problem.getInteger("status") + " " + problem.getString("code") + pointer;
    }

    private List<Object> penalties() {
        return suite.get("/v1/penalties?limit=200&shopId=s-" + shop).getJsonArray("items").stream()
                .toList();
    }
}
