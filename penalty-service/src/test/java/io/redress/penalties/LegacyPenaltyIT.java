package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.PATIENCE;
import static io.redress.penalties.PenaltySuite.legacy;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A legacy closure of 48 points is imported, ruled on, and what it did beyond the ruling is undone. */
class LegacyPenaltyIT {

    private static final String CLOSED_AT = "2018-04-01T00:00:00+08:00";
    private static final String RULED_AT = "2018-05-01T00:00:00+08:00";

    private final PenaltySuite suite = PenaltySuite.get();

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void an_import_comes_into_force_with_its_measure_and_fires_no_threshold() {
        String shop = suite.newShop();

        JsonObject penalty = imported(shop, CLOSED_AT, "C-02");

        assertThat(penalty.getInteger("points")).isEqualTo(48);
        assertThat(penalty.getBoolean("imported")).isTrue();
        assertThat(penalty.getString("effectiveAt")).isEqualTo("2018-03-31T16:00:00Z");
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(48);
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE IN_FORCE");
        assertThat(suite.ofShop("s-" + shop, "ThresholdReached")).isEmpty();
        assertThat(suite.published.types(penalty.getString("id")))
                .containsExactly("PenaltyProposed", "StatementIssued", "StatementStored", "PenaltyInForce");
        JsonObject inForce =
                suite.awaited(suite.measure(shop, "SHOP_CLOSURE").getString("measureId"), "MeasureInForce");
        assertThat(inForce.getString("origin")).isEqualTo("IMPORTED");
        assertThat(inForce.getJsonObject("target").getInteger("version")).isEqualTo(1);
    }

    @Test
    void forty_eight_points_become_twenty_four_and_thirty_days_of_closure_have_served_the_hiding() {
        String shop = suite.newShop();
        JsonObject penalty = imported(shop, CLOSED_AT, "C-02");
        String closure = suite.measure(shop, "SHOP_CLOSURE").getString("measureId");
        suite.clock.set(RULED_AT);
        JsonObject preview = preview(penalty, "PARTIAL", 24);

        JsonObject ruling = rule(shop, penalty, "PARTIAL", preview.getJsonArray("effects"));
        Awaitility.await("points").atMost(PATIENCE).until(() -> suite.points(shop, "COUNTERFEIT") == 24);

        assertThat(suite.measures(shop))
                .containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN SERVED");
        assertThat(suite.measure(shop, "SHOP_HIDDEN").getString("startsAt")).isEqualTo("2018-03-31T16:00:00Z");
        assertThat(suite.measure(shop, "SHOP_HIDDEN").getString("endsAt")).isEqualTo("2018-04-14T16:00:00Z");
        assertThat(suite.measure(shop, "LISTINGS_REMOVED").getString("startsAt"))
                .isEqualTo("2018-03-31T16:00:00Z");
        JsonObject ruled = suite.penalty(penalty.getString("id"));
        assertThat(ruled.getString("status")).isEqualTo("IN_FORCE");
        assertThat(ruled.getBoolean("final")).isTrue();
        assertThat(ruled.getInteger("points")).isEqualTo(24);
        JsonObject reduced = suite.awaited(penalty.getString("id"), "PenaltyReduced");
        assertThat(reduced.getInteger("pointsBefore")).isEqualTo(48);
        assertThat(reduced.getJsonArray("remaining")).hasSize(2);
        assertThat(suite.awaited(penalty.getString("id"), "EffectAnswered"))
                .isEqualTo(new JsonObject()
                        .put("effectId", effect(preview, 0).getString("effectId"))
                        .put("caseId", ruling.getString("caseId"))
                        .put("rulingId", ruling.getString("rulingId"))
                        .put("result", "APPLIED")
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop));
        assertThat(suite.published.types(closure)).containsExactly("MeasureInForce", "MeasureLifted");

        confirm(closure, "LIFTED", 2);

        assertThat(suite.awaited(closure, "EffectAnswered").getString("effectId"))
                .isEqualTo(effect(preview, 1).getString("effectId"));
        assertThat(suite.published.types(closure))
                .containsExactly("MeasureInForce", "MeasureLifted", "MeasureConfirmed", "EffectAnswered");
        assertThat(suite.measure(shop, "SHOP_CLOSURE").getString("confirmedState"))
                .isEqualTo("LIFTED");
        List<JsonObject> entries = suite.get("/v1/shops/s-" + shop + "/points").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
        assertThat(entries).extracting(entry -> entry.getInteger("points")).containsExactly(48, -24);
        assertThat(entries).extracting(entry -> entry.getString("effectiveAt")).containsOnly("2018-03-31T16:00:00Z");
        assertThat(entries.get(1).getString("knownAt")).isEqualTo("2018-04-30T16:00:00Z");
        assertThat(suite.get("/v1/shops/s-" + shop + "/standing?at=2018-04-25T00:00:00Z&asKnownAt=2018-04-25T00:00:00Z")
                        .encode())
                .contains("{\"bucket\":\"COUNTERFEIT\",\"points\":48}");
        assertThat(suite.get("/v1/shops/s-" + shop + "/standing?at=2018-04-25T00:00:00Z")
                        .encode())
                .contains("{\"bucket\":\"COUNTERFEIT\",\"points\":24}");
    }

    @Test
    void after_twelve_days_of_closure_the_hiding_goes_on_for_two() {
        String shop = suite.newShop();
        JsonObject penalty = imported(shop, "2018-04-19T00:00:00+08:00", "C-02");
        suite.clock.set(RULED_AT);

        rule(shop, penalty, "PARTIAL", preview(penalty, "PARTIAL", 24).getJsonArray("effects"));
        Awaitility.await("points").atMost(PATIENCE).until(() -> suite.points(shop, "COUNTERFEIT") == 24);

        assertThat(suite.measures(shop))
                .containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN IN_FORCE");
        JsonObject hidden = suite.measure(shop, "SHOP_HIDDEN");
        assertThat(hidden.getString("origin")).isEqualTo("CONTINUED");
        assertThat(hidden.getString("endsAt")).isEqualTo("2018-05-02T16:00:00Z");

        suite.clock.set("2018-05-03T00:00:00+08:00");

        suite.awaited(hidden.getString("measureId"), "MeasureServed");
        assertThat(suite.measures(shop)).contains("SHOP_HIDDEN SERVED");
    }

    @Test
    void a_ruling_that_comes_twice_has_its_effect_once() {
        String shop = suite.newShop();
        JsonObject penalty = imported(shop, CLOSED_AT, "C-02");
        suite.clock.set(RULED_AT);
        JsonArray effects = preview(penalty, "PARTIAL", 24).getJsonArray("effects");
        rule(shop, penalty, "PARTIAL", effects);
        suite.awaited(penalty.getString("id"), "PenaltyFinal");

        rule(shop, penalty, "PARTIAL", effects);
        rule(shop, penalty, "UPHOLD", new JsonArray());
        JsonObject other = imported(suite.newShop(), CLOSED_AT, "C-02");
        assertThat(other.getInteger("points")).isEqualTo(48);

        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(24);
        assertThat(suite.published.types(penalty.getString("id")))
                .containsOnlyOnce("PenaltyReduced", "EffectAnswered", "PenaltyFinal");
    }

    @Test
    void an_enumerated_closure_is_upheld_without_effect_lines() {
        String shop = suite.newShop();
        JsonObject penalty = imported(shop, CLOSED_AT, "C-91");
        suite.clock.set(RULED_AT);

        JsonObject preview = preview(penalty, "UPHOLD", null);
        rule(shop, penalty, "UPHOLD", preview.getJsonArray("effects"));

        suite.awaited(penalty.getString("id"), "PenaltyFinal");
        assertThat(preview.getJsonArray("effects")).isEmpty();
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(48);
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE IN_FORCE");
        assertThat(suite.penalty(penalty.getString("id")).getBoolean("final")).isTrue();
    }

    @Test
    void a_ruling_that_would_leave_forty_eight_off_the_closed_list_is_refused_in_the_preview() {
        String shop = suite.newShop();
        JsonObject penalty = imported(shop, CLOSED_AT, "C-02");

        assertThat(previewed(penalty, "UPHOLD", null).code()).isEqualTo("closure-not-enumerated");
        assertThat(previewed(penalty, "PARTIAL", 25).code()).isEqualTo("closure-not-enumerated");
        assertThat(previewed(penalty, "PARTIAL", null).code()).isEqualTo("ruled-points-invalid");
        assertThat(previewed(penalty, "PARTIAL", 49).code()).isEqualTo("ruled-points-invalid");
    }

    @Test
    void an_overturned_penalty_leaves_no_points_and_no_measure_and_its_fact_may_be_judged_again() {
        String shop = suite.newShop();
        JsonObject penalty = imported(shop, CLOSED_AT, "C-02");
        suite.clock.set(RULED_AT);

        rule(shop, penalty, "OVERTURN", preview(penalty, "OVERTURN", null).getJsonArray("effects"));

        suite.awaitStatus(penalty.getString("id"), "REVERSED");
        assertThat(suite.points(shop, "COUNTERFEIT")).isZero();
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE LIFTED");
        assertThat(suite.enforcement()
                        .post("/v1/penalties", PenaltySuite.proposal(shop, violation("C-02", "l-" + shop)))
                        .status())
                .isEqualTo(201);
    }

    private JsonObject imported(String shop, String closedAt, String clause) {
        JsonObject violation = violation(clause, "l-" + shop).put("points", 48);
        return suite.inForce(
                suite.staff("ops-1", "operator").post("/v1/penalties/import", legacy(shop, closedAt, violation)));
    }

    private Answer previewed(JsonObject penalty, String outcome, Integer points) {
        JsonObject body = new JsonObject().put("outcome", outcome);
        if (points != null) {
            body.put("points", points);
        }
        return suite.staff("case-service", "machine")
                .post("/v1/penalties/" + penalty.getString("id") + "/effect-preview", body);
    }

    private JsonObject preview(JsonObject penalty, String outcome, Integer points) {
        Answer answer = previewed(penalty, outcome, points);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonObject effect(JsonObject preview, int index) {
        return preview.getJsonArray("effects").getJsonObject(index);
    }

    private JsonObject rule(String shop, JsonObject penalty, String outcome, JsonArray effects) {
        JsonObject ruling = new JsonObject()
                .put("caseId", "cas_" + shop)
                .put("rulingId", "rul_" + shop)
                .put("kind", "PENALTY_APPEAL")
                .put("merchantId", "m-" + shop)
                .put("shopId", "s-" + shop)
                .put("penaltyId", penalty.getString("id"))
                .put("outcome", outcome)
                .put("violations", new JsonArray())
                .put("effects", effects)
                .put("advocateId", "adv-1")
                .put("adjudicatorId", "adj-1");
        suite.cases.publish(
                "cas_" + shop, "cas_" + shop, "RulingIssued", suite.clock.now().toString(), ruling);
        return ruling;
    }

    private void confirm(String measureId, String state, int targetVersion) {
        Answer answer = suite.machine()
                .post(
                        "/v1/measure-confirmations",
                        new JsonObject()
                                .put("measureId", measureId)
                                .put("state", state)
                                .put("at", suite.clock.now().toString())
                                .put("targetVersion", targetVersion));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
