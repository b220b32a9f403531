package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Choices inside a range beside comparable decisions. Each test has a value of the factor of its own. */
class ConsistencyIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final String value = "as seen by " + shop;
    private final ApiClient decider = suite.staff("dec-" + shop, "enforcement");
    private final ApiClient integrity = suite.staff("int-1", "integrity");

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_preview_shows_the_decisions_the_band_and_the_place_before_anything_is_signed() {
        decided(6, 6, 7, 8, 8, 9, 10, 10, 12, 20);

        JsonObject preview = preview(13);

        assertThat(preview.getInteger("comparable")).isEqualTo(10);
        assertThat(preview.getJsonObject("distribution").encode())
                .isEqualTo(
                        "{\"decisions\":10,\"lowest\":6,\"tenth\":6,\"lowerQuartile\":7,\"median\":8,\"upperQuartile\":10,"
                                + "\"ninetieth\":12,\"highest\":20}");
        assertThat(preview.getJsonObject("place").encode()).isEqualTo("{\"below\":9,\"equal\":0,\"above\":1}");
        assertThat(preview.getBoolean("outside")).isTrue();
        assertThat(preview(12).getBoolean("outside")).isFalse();
        assertThat(preview.getInteger("rulebookVersion")).isEqualTo(12);
    }

    @Test
    void outside_the_band_reasons_are_required_and_kept_with_what_was_shown() {
        decided(6, 6, 7, 8, 8, 9, 10, 10, 12, 20);
        String other = suite.newShop();

        Answer refused = decider.post("/v1/penalties", proposal(other, violation("C-02", "l-1"), chosen("l-2", 13)));
        Answer reasoned = decider.post(
                "/v1/penalties",
                proposal(other, chosen("l-2", 13).put("deviationReasons", "Children were in danger.")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("deviation-not-reasoned");
        assertThat(refused.json().getString("usualFrom")).isEqualTo("6");
        assertThat(refused.json().getString("usualTo")).isEqualTo("12");
        assertThat(refused.json().getString("comparable")).isEqualTo("10");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/violations/1/deviationReasons");
        assertThat(reasoned.status()).as(reasoned.text()).isEqualTo(201);
        JsonObject kept = choice(reasoned);
        assertThat(kept.getInteger("points")).isEqualTo(13);
        assertThat(kept.getInteger("comparable")).isEqualTo(10);
        assertThat(kept.getJsonObject("distribution").getInteger("ninetieth")).isEqualTo(12);
        assertThat(kept.getBoolean("outside")).isTrue();
        assertThat(kept.getString("reasons")).isEqualTo("Children were in danger.");
        assertThat(kept.getString("decidedBy")).isEqualTo("dec-" + shop);
    }

    @Test
    void seven_decisions_make_no_band() {
        decided(6, 6, 6, 6, 6, 6, 6);

        Answer seventh = decider.post("/v1/penalties", proposal(suite.newShop(), chosen("l-1", 24)));

        assertThat(seventh.status()).as(seventh.text()).isEqualTo(201);
        assertThat(choice(seventh).getBoolean("outside")).isFalse();
        suite.inForce(seventh);
        assertThat(preview(24).getInteger("comparable")).isEqualTo(8);
        assertThat(preview(24).getBoolean("outside")).isFalse();
    }

    @Test
    void other_factors_another_time_and_what_is_not_decided_are_not_comparable() {
        decided(6, 6, 6);
        Answer pending = decider.post("/v1/penalties", proposal(suite.newShop(), chosen("l-1", 7)));
        assertThat(pending.status()).isEqualTo(201);
        Answer otherwise = decider.post(
                "/v1/penalties",
                proposal(suite.newShop(), ranged("S-01", "l-1", 20, "danger").put("factors", factors("intent"))));
        suite.inForce(otherwise);

        assertThat(preview(10).getInteger("comparable")).isEqualTo(3);
        suite.clock.set("2019-04-20T10:00:00+08:00");
        assertThat(preview(10).getInteger("comparable")).isEqualTo(3);
        suite.clock.set("2019-04-20T10:00:01+08:00");
        assertThat(preview(10).getInteger("comparable")).isZero();
    }

    @Test
    void what_a_ruling_took_back_or_reduced_is_not_comparable_and_is_reported() {
        List<String> penalties = decided(6, 10, 12);
        ruled(penalties.get(0), "OVERTURN", null);
        ruled(penalties.get(1), "PARTIAL", 7);

        assertThat(preview(10).getInteger("comparable")).isEqualTo(1);
        JsonObject line = lines("by=DECIDER&decider=dec-" + shop).get(0);
        assertThat(line.getInteger("decisions")).isEqualTo(3);
        assertThat(line.getInteger("median")).isEqualTo(10);
        assertThat(line.getInteger("reversed")).isEqualTo(1);
        assertThat(line.getDouble("reversedPercent")).isEqualTo(33.3);
        assertThat(line.getInteger("reduced")).isEqualTo(1);
    }

    @Test
    void a_report_has_a_line_for_each_clause_and_decider_page_by_page() {
        decided(6, 6, 7, 8, 8, 9, 10, 10);
        decider.post(
                "/v1/penalties", proposal(suite.newShop(), chosen("l-1", 24).put("deviationReasons", "It was worse.")));
        decider.post("/v1/penalties", proposal(suite.newShop(), ranged("S-03", "l-1", 5, "volume")));

        String asked = "by=CLAUSE_AND_DECIDER&decider=dec-" + shop;
        assertThat(lines(asked))
                .extracting(line -> line.getString("clauseId") + " " + line.getString("decidedBy") + " "
                        + line.getInteger("decisions") + " " + line.getInteger("lowest") + " "
                        + line.getInteger("median")
                        + " " + line.getInteger("highest") + " " + line.getInteger("outside") + " "
                        + line.getDouble("outsidePercent"))
                .containsExactly("S-01 dec-" + shop + " 9 6 8 24 1 11.1", "S-03 dec-" + shop + " 1 5 5 5 0 0.0");
        Answer first = integrity.get(report(asked + "&limit=1"));
        String next = first.json().getString("next");
        assertThat(integrity
                        .get(report(asked + "&limit=1&cursor=" + next))
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("clauseId"))
                .isEqualTo("S-03");
        assertThat(lines(asked + "&clause=S-03")).hasSize(1);
        assertThat(lines("by=CLAUSE&clause=S-01&decider=dec-" + shop).get(0).containsKey("decidedBy"))
                .isFalse();
    }

    @Test
    void a_report_is_of_366_days_at_most_and_of_a_cursor_of_its_own() {
        assertThat(integrity
                        .get("/v1/reports/consistency?from=2018-01-01T00:00:00Z&to=2019-01-02T00:00:01Z")
                        .code())
                .isEqualTo("validation-failed");
        assertThat(integrity
                        .get("/v1/reports/consistency?from=2018-01-01T00:00:00Z&to=2018-01-01T00:00:00Z")
                        .code())
                .isEqualTo("validation-failed");
        assertThat(integrity
                        .get("/v1/reports/consistency?from=2018-01-01T00:00:00Z")
                        .code())
                .isEqualTo("validation-failed");
        assertThat(integrity.get(report("cursor=eA")).code()).isEqualTo("validation-failed");
    }

    @Test
    void a_fixed_tariff_leaves_nothing_to_compare_and_a_bad_preview_is_refused_as_the_proposal_would_be() {
        JsonObject fixed = decider.post("/v1/penalties/consistency-preview", asked("C-02", 24))
                .json();

        assertThat(fixed.getInteger("comparable")).isZero();
        assertThat(fixed.containsKey("distribution")).isFalse();
        assertThat(decider.post("/v1/penalties/consistency-preview", asked("S-01", 5))
                        .code())
                .isEqualTo("tariff-mismatch");
        assertThat(decider.post("/v1/penalties/consistency-preview", asked("Z-99", 5))
                        .code())
                .isEqualTo("clause-not-in-force");
        Answer unknown = decider.post(
                "/v1/penalties/consistency-preview",
                asked("S-01", 10).put("factors", new JsonObject().put("mood", "bad")));
        assertThat(unknown.code()).isEqualTo("unknown-factor");
    }

    @Test
    void detection_systems_give_reasons_too() {
        decided(6, 6, 6, 6, 6, 6, 6, 6);
        ApiClient detector = suite.staff("detector-of-" + shop, "machine");
        String other = suite.newShop();

        JsonObject refused = reported(detector, other, "r-1", chosen("l-1", 24));
        JsonObject taken =
                reported(detector, other, "r-1", chosen("l-1", 24).put("deviationReasons", "The model says so."));

        assertThat(refused.getJsonObject("problem").getString("code")).isEqualTo("deviation-not-reasoned");
        assertThat(refused.getJsonObject("problem")
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("pointer"))
                .isEqualTo("/items/0/violation/deviationReasons");
        assertThat(taken.containsKey("penaltyId")).isTrue();
    }

    @Test
    void nothing_of_it_reaches_the_merchant() {
        decided(6, 6, 6, 6, 6, 6, 6, 6);
        String other = suite.newShop();
        Answer penalty = decider.post(
                "/v1/penalties", proposal(other, chosen("l-1", 24).put("deviationReasons", "The heliotrope reason.")));
        assertThat(penalty.status()).as(penalty.text()).isEqualTo(201);
        String path = "/v1/penalties/" + penalty.json().getString("id");
        ApiClient merchant = suite.merchant("m-" + other);

        for (String seen : List.of(path, path + "/statement-of-reasons", "/v1/penalties?shopId=s-" + other)) {
            assertThat(merchant.get(seen).text())
                    .as(seen)
                    .doesNotContain("heliotrope")
                    .doesNotContain("ninetieth");
        }
        assertThat(merchant.get(path + "/consistency").status()).isEqualTo(403);
        assertThat(merchant.post("/v1/penalties/consistency-preview", asked("S-01", 10))
                        .status())
                .isEqualTo(403);
        assertThat(merchant.get(report("by=CLAUSE")).status()).isEqualTo(403);
        for (String table : List.of("penalty", "violation", "statement", "outbox", "history")) {
            assertThat(suite.holds(table, "heliotrope")).as(table).isFalse();
        }
        assertThat(integrity.get("/v1/penalties/pen_none/consistency").status()).isEqualTo(404);
    }

    /** Penalties of one shop each, in force, on this test's facts; answers their ids. */
    private List<String> decided(int... points) {
        return IntStream.of(points)
                .mapToObj(one -> suite.inForce(decider.post("/v1/penalties", proposal(suite.newShop(), reasoned(one))))
                        .getString("id"))
                .toList();
    }

    private JsonObject reasoned(int points) {
        return chosen("l-1", points).put("deviationReasons", "For the sake of the test.");
    }

    private JsonObject chosen(String listing, int points) {
        return ranged("S-01", listing, points, "danger").put("factors", factors("danger"));
    }

    private JsonObject factors(String factor) {
        return new JsonObject().put(factor, value);
    }

    private JsonObject asked(String clauseId, int points) {
        return new JsonObject()
                .put("clauseId", clauseId)
                .put("from", "2018-03-01T12:00:00+08:00")
                .put("points", points)
                .put("factors", factors("danger"));
    }

    private JsonObject preview(int points) {
        return decider.post("/v1/penalties/consistency-preview", asked("S-01", points))
                .json();
    }

    private JsonObject choice(Answer penalty) {
        return integrity
                .get("/v1/penalties/" + penalty.json().getString("id") + "/consistency")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static String report(String query) {
        return "/v1/reports/consistency?from=2018-01-01T00:00:00Z&to=2019-01-01T00:00:00Z&" + query;
    }

    private List<JsonObject> lines(String query) {
        Answer answer = integrity.get(report(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static JsonObject reported(ApiClient detector, String shop, String sourceId, JsonObject violation) {
        JsonObject item = proposal(shop, violation)
                .put("sourceId", sourceId)
                .put("violation", violation)
                .put("detectionRecord", new JsonObject().put("summary", "seen").put("signals", new JsonArray()));
        item.remove("violations");
        Answer answer = detector.post("/v1/violations", new JsonObject().put("items", new JsonArray().add(item)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("items").getJsonObject(0);
    }

    private void ruled(String penaltyId, String outcome, Integer points) {
        JsonObject penalty = suite.penalty(penaltyId);
        FiledPenalties.rule(penalty.getString("shopId").substring(2), penalty, outcome, points);
        suite.awaited(penaltyId, points == null ? "PenaltyReversed" : "PenaltyReduced");
    }
}
