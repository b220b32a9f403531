package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static io.redress.penalties.ProgrammesIT.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rulings that depend on milestones: which can be named, who takes part, and when their effects come. */
class ConditionalRulingsIT {

    private static final String NOW_UTC = "2018-04-20T02:00:00Z";
    private static final String FULFIL_BY = "2018-06-01T00:00:00+08:00";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final String caseId = "cas_" + shop;
    private final Academy academy = new Academy(suite);
    private String programme;
    private JsonObject penalty;

    @BeforeEach
    void aPenaltyOf24PointsUnderAppeal() {
        suite.clock.set(PenaltySuite.START);
        programme = academy.offer(academy.programme(
                Academy.earning("course", 2),
                Academy.milestone("ruling", "CONDITIONAL_RULING"),
                Academy.milestone("promise", "UNDERTAKING")));
        penalty = suite.inForce(
                suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-01", "l-" + shop))));
        publish(
                "CaseOpened",
                new JsonObject()
                        .put("shopId", "s-" + shop)
                        .put("kind", "PENALTY_APPEAL")
                        .put("openedBy", "m-" + shop)
                        .put("ownMotion", false)
                        .put("language", "zh"));
        suite.awaited(penalty.getString("id"), "PenaltyAppealOpened");
    }

    @Test
    void a_preview_says_whether_a_ruling_can_depend_on_these_milestones() {
        assertThat(preview(condition("ruling", "CONDITIONAL_RULING"), condition("promise", "UNDERTAKING"))
                        .status())
                .isEqualTo(200);
        assertThat(code(preview(condition("none", "CONDITIONAL_RULING")))).isEqualTo("422 milestone-unknown");
        assertThat(code(preview(condition("course", "CONDITIONAL_RULING")))).isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(preview(
                        condition("ruling", "CONDITIONAL_RULING").put("fulfilBy", "2019-02-01T00:00:00+08:00"))))
                .isEqualTo("422 programme-closed");
        academy.enrol(programme, shop);
        report("ruling", caseId, "r-1");
        assertThat(code(preview(condition("ruling", "CONDITIONAL_RULING"))))
                .isEqualTo("409 milestone-verified-already");
    }

    @Test
    void a_conditional_ruling_enrols_the_shop_once_and_its_effects_come_when_it_is_fulfilled() {
        JsonArray effects = preview(condition("ruling", "CONDITIONAL_RULING"), condition("promise", "UNDERTAKING"))
                .json()
                .getJsonArray("effects");
        assertThat(code(academy.send(claim("ruling", caseId, "r-0")))).isEqualTo("422 not-enrolled");
        rule(condition("ruling", "CONDITIONAL_RULING"), condition("promise", "UNDERTAKING"));
        rule(condition("promise", "UNDERTAKING")); // another ruling that names the programme again

        JsonObject verified = report("ruling", caseId, "r-1");
        JsonObject told = suite.awaited(verified.getString("enrolmentId"), "MilestoneVerified");
        assertThat(told.getString("matterId")).isEqualTo(caseId);
        report("promise", penalty.getString("id"), "r-2");
        assertThat(suite.ofShop("s-" + shop, "ShopEnrolled")).hasSize(1);
        assertThat(suite.penalty(penalty.getString("id")).getBoolean("final")).isFalse();
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(24);

        publish("ConditionalRulingFulfilled", settled("PARTIAL", effects));

        JsonObject answered = suite.awaited(penalty.getString("id"), "EffectAnswered");
        assertThat(answered.getString("result")).isEqualTo("APPLIED");
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(12);
        Awaitility.await().atMost(PenaltySuite.PATIENCE).until(() -> suite.penalty(penalty.getString("id"))
                .getBoolean("final"));
    }

    @Test
    void a_condition_that_lapses_leaves_the_penalty_as_it_is_and_final() {
        rule(condition("ruling", "CONDITIONAL_RULING"));

        publish(
                "ConditionalRulingLapsed",
                settled("UPHOLD", new JsonArray())
                        .put("conditionId", "cnd_" + shop)
                        .put("condition", new JsonObject().put("zh", "课程").put("en", "the course"))
                        .put("fulfilBy", FULFIL_BY));

        suite.awaited(penalty.getString("id"), "PenaltyFinal");
        suite.awaited(penalty.getString("id"), "PenaltyAppealEnded");
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(24);
    }

    private JsonObject condition(String milestoneId, String purpose) {
        return new JsonObject()
                .put("programmeId", programme)
                .put("milestoneId", milestoneId)
                .put("purpose", purpose)
                .put("fulfilBy", FULFIL_BY);
    }

    private Answer preview(JsonObject... conditions) {
        JsonArray depends = new JsonArray();
        for (JsonObject condition : conditions) {
            depends.add(condition);
        }
        return suite.staff("case-service", "machine")
                .post(
                        "/v1/penalties/" + penalty.getString("id") + "/effect-preview",
                        new JsonObject()
                                .put("outcome", "PARTIAL")
                                .put("points", 12)
                                .put("dependsOn", new JsonObject().put("conditions", depends)));
    }

    private void rule(JsonObject... conditions) {
        JsonArray told = new JsonArray();
        for (JsonObject condition : conditions) {
            told.add(condition
                    .copy()
                    .put("conditionId", "cnd_" + condition.getString("milestoneId"))
                    .put("kind", "CONDITION")
                    .put("text", new JsonObject().put("zh", "课程").put("en", "the course")));
        }
        publish("RulingIssued", settled("CONDITIONAL", new JsonArray()).put("conditions", told));
        suite.awaited(programmeEnrolment(), "ShopEnrolled");
    }

    /** The subject of the shop's enrolment, once there is one. */
    private String programmeEnrolment() {
        Awaitility.await("the shop is enrolled")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> !suite.ofShop("s-" + shop, "ShopEnrolled").isEmpty());
        return suite.ofShop("s-" + shop, "ShopEnrolled").get(0).getString("enrolmentId");
    }

    private JsonObject settled(String outcome, JsonArray effects) {
        return new JsonObject()
                .put("rulingId", "rul_" + shop)
                .put("kind", "PENALTY_APPEAL")
                .put("shopId", "s-" + shop)
                .put("outcome", outcome)
                .put("violations", new JsonArray())
                .put("effects", effects)
                .put("advocateId", "adv-1")
                .put("adjudicatorId", "adj-1");
    }

    private void publish(String type, JsonObject data) {
        suite.cases.publish(
                caseId,
                caseId,
                type,
                suite.clock.now().toString(),
                data.put("caseId", caseId).put("merchantId", "m-" + shop).put("penaltyId", penalty.getString("id")));
    }

    private JsonObject claim(String milestone, String matter, String reference) {
        return academy.claim(programme, milestone, shop, Optional.of(matter), NOW_UTC, reference);
    }

    private JsonObject report(String milestone, String matter, String reference) {
        Answer verified = academy.send(claim(milestone, matter, reference));
        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        return verified.json();
    }
}
