package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.legacy;
import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rulings that end a measure by name while the points stand. */
class MeasuresLiftedByRulingIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();

    @BeforeEach
    void start() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void the_measure_goes_and_is_confirmed_and_points_and_other_measures_stand() {
        JsonObject penalty = hidden();
        String measureId = suite.measure(shop, "SHOP_HIDDEN").getString("measureId");

        JsonObject preview = previewed(penalty, lifting(measureId)).json();

        assertThat(preview.getInteger("pointsAfter")).isEqualTo(24);
        JsonArray effects = preview.getJsonArray("effects");
        assertThat(effects).hasSize(1);
        JsonObject line = effects.getJsonObject(0);
        assertThat(line.getString("subject")).isEqualTo(measureId);
        assertThat(line.getJsonObject("target"))
                .isEqualTo(new JsonObject()
                        .put("state", "LIFTED")
                        .put("measureKind", "SHOP_HIDDEN")
                        .put("byRuling", true));
        assertThat(suite.measures(shop)).containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_HIDDEN IN_FORCE");

        rule(penalty, "rul_1" + shop, effects);
        suite.awaited(measureId, "MeasureLifted");
        assertThat(suite.published.types(measureId)).doesNotContain("EffectAnswered");
        confirmLifted(measureId);

        assertThat(suite.awaited(measureId, "EffectAnswered"))
                .isEqualTo(new JsonObject()
                        .put("effectId", line.getString("effectId"))
                        .put("caseId", "cas_" + shop)
                        .put("rulingId", "rul_1" + shop)
                        .put("result", "APPLIED")
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop));
        assertThat(suite.measures(shop)).containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_HIDDEN LIFTED");
        assertThat(suite.measure(shop, "SHOP_HIDDEN").getBoolean("byRuling")).isTrue();
        assertThat(suite.measure(shop, "LISTINGS_REMOVED").containsKey("byRuling"))
                .isFalse();
        JsonObject ruled = suite.penalty(penalty.getString("id"));
        assertThat(ruled.getInteger("points")).isEqualTo(24);
        assertThat(ruled.getBoolean("final")).isTrue();
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(24);
        assertThat(suite.published.types(penalty.getString("id"))).doesNotContain("PenaltyReduced");
    }

    @Test
    void a_later_ruling_on_the_points_does_not_bring_it_back() {
        JsonObject legacy = legacy(
                shop,
                "2018-04-18T00:00:00+08:00",
                violation("C-91", "l-" + shop).put("points", 48));
        legacy.getJsonArray("measures")
                .add(new JsonObject()
                        .put("kind", "SHOP_HIDDEN")
                        .put("startedAt", "2018-04-18T00:00:00+08:00")
                        .put("days", 21));
        JsonObject penalty = suite.inForce(suite.staff("ops-1", "operator").post("/v1/penalties/import", legacy));
        String measureId = suite.measure(shop, "SHOP_HIDDEN").getString("measureId");
        rule(penalty, "rul_1" + shop, effects(penalty, lifting(measureId)));
        suite.awaited(measureId, "MeasureLifted");
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE IN_FORCE", "SHOP_HIDDEN LIFTED");

        rule(
                penalty,
                "rul_2" + shop,
                effects(penalty, new JsonObject().put("outcome", "PARTIAL").put("points", 24)));

        Awaitility.await("24 points")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> suite.points(shop, "COUNTERFEIT") == 24);
        assertThat(suite.measures(shop))
                .containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN LIFTED");
    }

    @Test
    void what_cannot_be_lifted_is_refused_and_nothing_is_changed() {
        JsonObject penalty = hidden();
        String measureId = suite.measure(shop, "SHOP_HIDDEN").getString("measureId");
        String other = suite.newShop();
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(other, violation("C-01", "l-" + other))));
        String elsewhere = suite.measure(other, "SHOP_HIDDEN").getString("measureId");

        for (String unknown : new String[] {"mea_unknown", elsewhere}) {
            Answer refused = previewed(penalty, lifting(unknown));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("ruled-measures-invalid");
            assertThat(refused.text()).contains("/measuresLifted/0");
        }
        assertThat(previewed(penalty, lifting(measureId, measureId)).code()).isEqualTo("ruled-measures-invalid");
        assertThat(previewed(penalty, lifting(measureId).put("outcome", "UPHOLD"))
                        .code())
                .isEqualTo("ruled-measures-invalid");
        assertThat(previewed(penalty, new JsonObject().put("outcome", "PARTIAL"))
                        .code())
                .isEqualTo("ruled-points-invalid");
        assertThat(previewed(penalty, lifting()).status()).isEqualTo(400);
        assertThat(previewed(penalty, lifting("x".repeat(65))).status()).isEqualTo(400);
        assertThat(previewed(penalty, lifting(measureId).put("measuresLifted", measureId))
                        .status())
                .isEqualTo(400);

        rule(penalty, "rul_1" + shop, effects(penalty, lifting(measureId)));
        suite.awaited(measureId, "MeasureLifted");
        Answer over = previewed(penalty, lifting(measureId));
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.code()).isEqualTo("illegal-transition");
        assertThat(over.json().getString("currentStatus")).isEqualTo("LIFTED");
    }

    /** 24 points that hide the shop and remove listings. */
    private JsonObject hidden() {
        return suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-01", "l-" + shop))));
    }

    private static JsonObject lifting(String... measureIds) {
        JsonArray measures = new JsonArray();
        for (String measureId : measureIds) {
            measures.add(measureId);
        }
        return new JsonObject().put("outcome", "PARTIAL").put("measuresLifted", measures);
    }

    private Answer previewed(JsonObject penalty, JsonObject decision) {
        return suite.staff("case-service", "machine")
                .post("/v1/penalties/" + penalty.getString("id") + "/effect-preview", decision);
    }

    private JsonArray effects(JsonObject penalty, JsonObject decision) {
        Answer preview = previewed(penalty, decision);
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        return preview.json().getJsonArray("effects");
    }

    private void rule(JsonObject penalty, String rulingId, JsonArray effects) {
        suite.cases.publish(
                "cas_" + shop,
                "cas_" + shop,
                "RulingIssued",
                suite.clock.now().toString(),
                new JsonObject()
                        .put("caseId", "cas_" + shop)
                        .put("rulingId", rulingId)
                        .put("kind", "PENALTY_APPEAL")
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("penaltyId", penalty.getString("id"))
                        .put("outcome", "PARTIAL")
                        .put("violations", new JsonArray())
                        .put("effects", effects)
                        .put("adjudicatorId", "adj-1"));
    }

    private void confirmLifted(String measureId) {
        JsonObject lifted = suite.awaited(measureId, "MeasureLifted");
        Answer answer = suite.machine()
                .post(
                        "/v1/measure-confirmations",
                        new JsonObject()
                                .put("measureId", measureId)
                                .put("state", "LIFTED")
                                .put("at", suite.clock.now().toString())
                                .put(
                                        "targetVersion",
                                        lifted.getJsonObject("target").getInteger("version")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
