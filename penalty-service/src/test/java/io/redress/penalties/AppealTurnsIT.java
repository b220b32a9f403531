package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appeals that are over and come back: continued by the advocate, or reopened and ruled a second time. */
class AppealTurnsIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final String caseId = "cas_" + shop;
    private JsonObject penalty;

    @BeforeEach
    void aPenaltyOf24PointsUnderAppeal() {
        suite.clock.set(PenaltySuite.START);
        penalty = suite.inForce(suite.enforcement()
                .post(
                        "/v1/penalties",
                        proposal(shop, violation("C-01", "l-" + shop))
                                .put("detectionRecord", SealedPenalties.record())));
        publish("CaseOpened", new JsonObject().put("openedBy", "m-" + shop).put("ownMotion", false));
        awaitTold("PenaltyAppealOpened", 1);
    }

    @Test
    void a_case_that_is_continued_is_an_open_appeal_again_and_its_advocate_reads_the_record() {
        publish("CaseWithdrawn", new JsonObject().put("by", "m-" + shop).put("counted", false));
        awaitTold("PenaltyAppealEnded", 1);
        ApiClient advocate = suite.staff("adv-" + shop, "advocate");
        assertThat(advocate.post(SealedPenalties.readings(penalty), SealedPenalties.purpose())
                        .status())
                .isEqualTo(404);

        publish(
                "CaseContinued",
                new JsonObject().put("advocateId", "adv-" + shop).put("status", "IN_ADVOCACY"));

        awaitTold("PenaltyAppealOpened", 2);
        assertThat(advocate.post(SealedPenalties.readings(penalty), SealedPenalties.purpose())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_reopened_case_is_an_open_appeal_again_and_its_second_ruling_reduces_once_more() {
        rule("rul_1" + shop, preview(12));
        awaitTold("PenaltyAppealEnded", 1);
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(12);

        publish("CaseReopened", new JsonObject().put("adjudicatorId", "adj-3").put("decidedBy", "adj-3"));
        awaitTold("PenaltyAppealOpened", 2);
        rule("rul_2" + shop, preview(6));

        awaitTold("PenaltyAppealEnded", 2);
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(6);
        assertThat(suite.penalty(penalty.getString("id")).getBoolean("final")).isTrue();
        assertThat(suite.published.types(penalty.getString("id")).stream().filter("PenaltyFinal"::equals))
                .hasSize(1);
    }

    private JsonArray preview(int points) {
        Answer preview = suite.staff("case-service", "machine")
                .post(
                        "/v1/penalties/" + penalty.getString("id") + "/effect-preview",
                        new JsonObject().put("outcome", "PARTIAL").put("points", points));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        return preview.json().getJsonArray("effects");
    }

    private void rule(String rulingId, JsonArray effects) {
        publish(
                "RulingIssued",
                new JsonObject()
                        .put("rulingId", rulingId)
                        .put("outcome", "PARTIAL")
                        .put("violations", new JsonArray())
                        .put("effects", effects)
                        .put("adjudicatorId", "adj-1"));
    }

    private void publish(String type, JsonObject data) {
        suite.cases.publish(
                caseId,
                caseId,
                type,
                suite.clock.now().toString(),
                data.put("caseId", caseId)
                        .put("kind", "PENALTY_APPEAL")
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("penaltyId", penalty.getString("id")));
    }

    private void awaitTold(String type, int times) {
        Awaitility.await(type + " " + times + " times")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> suite.published.types(penalty.getString("id")).stream()
                                .filter(type::equals)
                                .count()
                        == times);
    }
}
