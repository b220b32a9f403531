package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closed case under review by two others, through HTTP: decided anew, or not. */
class ReopenedCaseIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient first = SUITE.staff("adj-2", "adjudicator");
    private final ApiClient second = SUITE.staff("adj-3", "adjudicator");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void aCaseThatTwoOthersReopenIsRuledAgainAndItsSecondRulingHasEffect() {
        Penalty penalty = SUITE.penalty();
        Answer closed = closed(penalty);
        String id = closed.json().getString("id");

        Answer proposed = SUITE.command(first, closed, "reopen", proposal("NEW_EVIDENCE"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        assertThat(proposed.json().getString("status")).isEqualTo("REOPENED");
        assertThat(proposed.json().containsKey("ending")).isFalse();
        EventSchemas.assertValid(
                "cases.events.v1",
                "CaseReopeningProposed",
                SUITE.published.await(id, "CaseReopeningProposed").getJsonObject("data"));

        Answer reopened = SUITE.command(second, proposed, "reopening-decisions", decision(true));
        assertThat(reopened.json().getString("status")).isEqualTo("IN_DELIBERATION");
        assertThat(reopened.json().getString("adjudicatorId")).isEqualTo("adj-3");
        assertThat(reopened.json().containsKey("ruling")).isFalse();
        assertThat(reopened.json().containsKey("draft")).isFalse();
        JsonObject told = SUITE.published.await(id, "CaseReopened").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "CaseReopened", told);
        JsonObject review = reopened.json().getJsonArray("reopenings").getJsonObject(0);
        assertThat(review.getJsonObject("former").getInteger("points")).isEqualTo(24);
        assertThat(review.getJsonObject("decision").getString("decidedBy")).isEqualTo("adj-3");
        answer(penalty, id, "eff_p" + penalty.id()); // what its first ruling ordered, said once more

        assertRefused(
                SUITE.command(
                        second,
                        reopened,
                        "draft-rulings",
                        CaseSuite.draft(penalty).put("points", 25)),
                422,
                "worse-off");
        JsonObject to12 = penalty.pointsTo24()
                .put("effectId", "eff_q" + penalty.id())
                .put("target", new JsonObject().put("points", 12));
        SUITE.peer.effects(penalty.id(), to12);
        Answer drafted = SUITE.command(
                second, reopened, "draft-rulings", CaseSuite.draft(penalty).put("points", 12));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        SUITE.clock.set("2018-05-20T00:00:00+08:00");
        Answer ruled = SUITE.command(
                second,
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", CaseSuite.violations(penalty)));
        assertThat(ruled.json().getString("status")).isEqualTo("EXECUTING");
        assertThat(ruled.json().getJsonArray("effects")).hasSize(1);
        answer(penalty, id, "eff_q" + penalty.id());
        Awaitility.await().atMost(CaseSuite.PATIENCE).until(() -> advocate.get("/v1/cases/" + id)
                .json()
                .getString("status")
                .equals("CLOSED"));
        Awaitility.await().atMost(CaseSuite.PATIENCE).untilAsserted(() -> assertThat(SUITE.published.types(id))
                .filteredOn("RulingIssued"::equals)
                .hasSize(2));
        Answer deadLetters =
                SUITE.staff("ops-1", "operator").get("/v1/operations/cases/dead-letters?key=" + penalty.shopId());
        assertThat(deadLetters.json().getJsonArray("items")).isEmpty();
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void aReopeningThatIsRefusedLeavesTheCaseAsItWas() {
        Answer closed = closed(SUITE.penalty());
        Answer proposed = SUITE.command(first, closed, "reopen", proposal("PROCEDURE"));

        Answer refused = SUITE.command(second, proposed, "reopening-decisions", decision(false));

        assertThat(refused.json().getString("status")).isEqualTo("CLOSED");
        assertThat(refused.json().getJsonObject("ending"))
                .isEqualTo(closed.json().getJsonObject("ending"));
        assertThat(refused.json().getJsonObject("ruling"))
                .isEqualTo(closed.json().getJsonObject("ruling"));
        assertThat(refused.json().getJsonArray("effects"))
                .isEqualTo(closed.json().getJsonArray("effects"));
        EventSchemas.assertValid(
                "cases.events.v1",
                "CaseReopeningRefused",
                SUITE.published
                        .await(refused.json().getString("id"), "CaseReopeningRefused")
                        .getJsonObject("data"));
    }

    @Test
    void whoHadAPartInItCannotReviewIt() {
        Answer closed = closed(SUITE.penalty());

        assertRefused(SUITE.command(adjudicator, closed, "reopen", proposal("PROCEDURE")), 403, "own-cause");
        assertRefused(
                SUITE.command(SUITE.staff("adv-1", "adjudicator"), closed, "reopen", proposal("PROCEDURE")),
                403,
                "own-cause");
        assertRefused(
                SUITE.command(first, closed, "reopen", new JsonObject().put("reasons", CaseSuite.REASONS)),
                422,
                "grounds-missing");
        assertRefused(
                SUITE.command(
                        first,
                        closed,
                        "reopen",
                        proposal("PROCEDURE").put("reasons", new JsonObject().put("zh", "理由"))),
                422,
                "reasons-missing");
        assertRefused(SUITE.command(second, closed, "reopening-decisions", decision(true)), 409, "illegal-transition");
        Answer proposed = SUITE.command(first, closed, "reopen", proposal("PROCEDURE"));
        assertRefused(SUITE.command(first, proposed, "reopening-decisions", decision(true)), 403, "own-cause");
        assertRefused(SUITE.command(adjudicator, proposed, "reopening-decisions", decision(false)), 403, "own-cause");
        assertRefused(
                SUITE.command(
                        second, proposed, "reopening-decisions", decision(false).put("reasons", new JsonObject())),
                422,
                "reasons-missing");
        assertThat(proposed.json().getJsonArray("nextActions")).isEmpty();
        assertThat(second.get("/v1/cases/" + proposed.json().getString("id"))
                        .json()
                        .getJsonArray("nextActions"))
                .isEqualTo(new JsonArray().add("decideReopening"));
    }

    @Test
    void anOverturnedPenaltyIsNotReopenedAndNoCaseIsMoreThanFiveTimes() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject overturn = CaseSuite.draft(penalty).put("outcome", "OVERTURN");
        overturn.remove("points");
        overturn.getJsonArray("violations").getJsonObject(0).put("outcome", "OVERTURN");
        Answer drafted = SUITE.command(adjudicator, answered, "draft-rulings", overturn);
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Answer overturned = SUITE.command(
                adjudicator,
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", overturn.getJsonArray("violations")));
        assertThat(overturned.json().getString("status")).isEqualTo("CLOSED");
        assertRefused(SUITE.command(first, overturned, "reopen", proposal("RULE_ERROR")), 422, "worse-off");

        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Answer closed = closed(SUITE.penalty());
        for (int i = 1; i <= 5; i++) {
            Answer proposed =
                    SUITE.command(SUITE.staff("adj-p" + i, "adjudicator"), closed, "reopen", proposal("REMEDIATION"));
            closed = SUITE.command(second, proposed, "reopening-decisions", decision(false));
        }
        assertRefused(SUITE.command(first, closed, "reopen", proposal("REMEDIATION")), 422, "reopening-limit-reached");
    }

    @Test
    void whoDecidedItBeforeDoesNotClaimItEitherWhenItWasTakenBackAndIsGoneOnWith() {
        Penalty penalty = SUITE.penalty();
        Answer proposed = SUITE.command(first, closed(penalty), "reopen", proposal("PROCEDURE"));
        Answer reopened = SUITE.command(second, proposed, "reopening-decisions", decision(true));
        Answer withdrawn = SUITE.command(advocate, reopened, "withdraw", CaseSuite.NOTHING);
        Answer continued = SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING);
        assertThat(continued.json().getString("status")).isEqualTo("SUBMITTED");
        JsonObject reasons = new JsonObject().put("reasons", CaseSuite.REASONS);

        assertRefused(SUITE.command(adjudicator, continued, "claim", CaseSuite.NOTHING), 403, "own-cause");
        assertRefused(SUITE.command(first, continued, "claim", CaseSuite.NOTHING), 403, "own-cause");
        assertRefused(SUITE.command(adjudicator, continued, "inadmissible", reasons), 403, "own-cause");

        Answer claimed = SUITE.command(second, continued, "claim", CaseSuite.NOTHING);
        assertThat(claimed.json().getString("adjudicatorId")).as(claimed.text()).isEqualTo("adj-3");
    }

    @Test
    void aRequestThatWasDeniedIsReopenedToo() {
        Shop shop = SUITE.shop();
        Answer answered = RequestSteps.heard(
                RequestSteps.assigned(shop, shop.fee()),
                "fee",
                "MANIFEST_UNFAIRNESS",
                SUITE.staff("campaigns-1", "respondent"));
        Answer denied =
                RequestSteps.ruled(RequestSteps.draft(answered, RequestSteps.decision("DENY", "fee", "chargedAt")));
        String id = denied.json().getString("id");

        Answer proposed = SUITE.command(first, denied, "reopen", proposal("NEW_EVIDENCE"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        Answer reopened = SUITE.command(second, proposed, "reopening-decisions", decision(true));
        assertThat(reopened.json().getString("status")).as(reopened.text()).isEqualTo("IN_DELIBERATION");
        assertThat(reopened.json()
                        .getJsonArray("reopenings")
                        .getJsonObject(0)
                        .getJsonObject("former")
                        .getString("outcome"))
                .isEqualTo("DENY");
        JsonObject told = SUITE.published.await(id, "CaseReopened").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "CaseReopened", told);
        assertThat(told.getString("kind")).isEqualTo("FEE_RELIEF");
        assertThat(told.containsKey("penaltyId")).isFalse();
    }

    /** Ruled, 24 points left, and the one effect applied. */
    private Answer closed(Penalty penalty) {
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        String id = CaseSteps.ruled(SUITE, penalty).json().getString("id");
        answer(penalty, id, "eff_p" + penalty.id());
        SUITE.published.await(id, "CaseClosed");
        return advocate.get("/v1/cases/" + id);
    }

    private static void answer(Penalty penalty, String caseId, String effectId) {
        SUITE.penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "EffectAnswered",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("effectId", effectId)
                        .put("caseId", caseId)
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("result", "APPLIED"));
    }

    private static JsonObject proposal(String ground) {
        return new JsonObject().put("ground", ground).put("reasons", CaseSuite.REASONS);
    }

    private static JsonObject decision(boolean confirmed) {
        return new JsonObject().put("confirmed", confirmed).put("reasons", CaseSuite.REASONS);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
