package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whole appeals, through HTTP and the broker, at the times of the story. */
class AppealJourneyIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");

    @Test
    void anOwnMotionAppealRunsFromOpenToClosedAndClosesOnlyAfterTheLastEffect() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24(), penalty.closureLifted());
        SUITE.statement(penalty);
        SUITE.read(penalty);

        SUITE.clock.set("2018-04-21T10:00:00+08:00");
        Answer opened = SUITE.open(advocate, penalty);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().getString("status")).isEqualTo("IN_ADVOCACY");
        assertThat(opened.json().getBoolean("ownMotion")).isTrue();
        assertThat(opened.json().getJsonObject("window").getString("status")).isEqualTo("STOPPED");
        assertThat(opened.json().getJsonObject("window").getString("closesAt")).isEqualTo("2018-05-04T02:00:00Z");
        assertThat(actions(opened))
                .containsExactly("changeRequirement", "fileBrief", "withdrawCase", "reassignAdvocate");
        String id = opened.json().getString("id");

        SUITE.clock.set("2018-04-22T10:00:00+08:00");
        Answer briefed = SUITE.command(advocate, opened, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        assertThat(briefed.json().getString("status")).isEqualTo("SUBMITTED");

        SUITE.clock.set("2018-04-23T10:00:00+08:00");
        Answer claimed = SUITE.command(adjudicator, briefed, "claim", CaseSuite.NOTHING);
        assertThat(claimed.json().getString("status")).isEqualTo("IN_DELIBERATION");
        assertThat(claimed.json().getString("answerBy")).isEqualTo("2018-04-25T02:00:00Z");
        assertThat(claimed.json()
                        .getJsonObject("brief")
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getJsonArray("evidence")
                        .encode())
                .contains("doc-1")
                .doesNotContain("HARDSHIP");

        SUITE.clock.set("2018-04-24T10:00:00+08:00");
        Answer answered =
                SUITE.command(respondent, claimed, "answers", new JsonObject().put("text", CaseSuite.REASONS));
        assertThat(answered.json().getJsonObject("answer").getString("answeredBy"))
                .isEqualTo("enf-2");

        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Answer drafted = SUITE.command(adjudicator, answered, "draft-rulings", CaseSuite.draft(penalty));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        assertThat(drafted.json().getString("status")).isEqualTo("REPLY_WINDOW");
        JsonObject draft = drafted.json().getJsonObject("draft");
        assertThat(draft.getString("repliesBy")).isEqualTo("2018-04-28T02:00:00Z");
        assertThat(draft.getJsonArray("effects")).hasSize(2);
        assertThat(drafted.json().getJsonArray("effects")).isEmpty();

        JsonObject ruling =
                new JsonObject().put("draftId", draft.getString("id")).put("violations", CaseSuite.violations(penalty));
        assertThat(SUITE.command(adjudicator, drafted, "rulings", ruling).code())
                .isEqualTo("reply-window-open");

        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Answer ruled = SUITE.command(adjudicator, drafted, "rulings", ruling);
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
        assertThat(ruled.json().getString("status")).isEqualTo("EXECUTING");
        assertThat(states(ruled)).containsExactly("PENDING", "PENDING");

        JsonObject issued = SUITE.published.await(id, "RulingIssued").getJsonObject("data");
        assertThat(issued.getString("outcome")).isEqualTo("PARTIAL");
        assertThat(issued.containsKey("unanswered")).isFalse();
        assertThat(issued.getJsonArray("effects"))
                .isEqualTo(new JsonArray().add(penalty.pointsTo24()).add(penalty.closureLifted()));

        answerEffect(penalty, id, issued.getString("rulingId"), "eff_p" + penalty.id(), penalty.id(), "APPLIED");
        SUITE.published.await(id, "EffectConfirmed");
        assertThat(advocate.get("/v1/cases/" + id).json().getString("status")).isEqualTo("EXECUTING");

        answerEffect(
                penalty, id, issued.getString("rulingId"), "eff_m" + penalty.id(), "mea_" + penalty.id(), "APPLIED");
        SUITE.published.await(id, "CaseClosed");
        Answer closed = advocate.get("/v1/cases/" + id);
        assertThat(closed.json().getString("status")).isEqualTo("CLOSED");
        assertThat(states(closed)).containsExactly("APPLIED", "APPLIED");
        assertThat(closed.json().getJsonArray("effects").stream().map(JsonObject.class::cast))
                .allMatch(line -> line.containsKey("settledAt"));
        assertThat(ruled.json().getJsonArray("effects").stream().map(JsonObject.class::cast))
                .noneMatch(line -> line.containsKey("settledAt"));
        assertThat(closed.json().getJsonArray("effects").getJsonObject(1).getJsonObject("target"))
                .isEqualTo(new JsonObject().put("state", "LIFTED").put("measureKind", "SHOP_CLOSURE"));
        assertThat(actions(closed)).containsExactly("requestReopening");
        assertThat(SUITE.published.types(id))
                .containsExactly(
                        "CaseOpened",
                        "AdvocateAssigned",
                        "BriefFiled",
                        "CaseClaimed",
                        "AnswerFiled",
                        "DraftRulingIssued",
                        "RulingIssued",
                        "EffectConfirmed",
                        "EffectConfirmed",
                        "CaseClosed");
        assertThat(SUITE.published.of(id).stream().map(event -> event.getString("sequence")))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void aMerchantsAppealThatIsUpheldClosesWithoutEffectLinesOnceBothSidesHaveReplied() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        ApiClient merchant = SUITE.merchant(penalty.merchantId());

        Answer opened = SUITE.open(merchant, penalty); // before its statement is delivered, or even issued
        assertThat(opened.json().getString("status")).isEqualTo("OPEN");
        Answer assigned = SUITE.command(
                SUITE.staff("ops-1", "operator"), opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        Answer briefed = SUITE.command(advocate, assigned, "briefs", CaseSuite.brief(penalty, "DISPROPORTIONATE"));
        Answer claimed = SUITE.command(adjudicator, briefed, "claim", CaseSuite.NOTHING);
        Answer answered =
                SUITE.command(respondent, claimed, "answers", new JsonObject().put("text", CaseSuite.REASONS));
        JsonArray upheld = new JsonArray()
                .add(CaseSuite.violations(penalty).getJsonObject(0).put("outcome", "UPHOLD"));
        Answer drafted = SUITE.command(
                adjudicator,
                answered,
                "draft-rulings",
                new JsonObject().put("outcome", "UPHOLD").put("violations", upheld));
        Answer replied = SUITE.command(merchant, drafted, "replies", new JsonObject().put("text", "不公平"));
        Answer both = SUITE.command(respondent, replied, "replies", new JsonObject().put("text", "we stand by it"));
        Answer ruled = SUITE.command(
                adjudicator,
                both,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", upheld));

        assertThat(ruled.json().getString("status")).as(ruled.text()).isEqualTo("CLOSED");
        assertThat(ruled.json().getJsonArray("replies")).hasSize(2);
        SUITE.published.await(opened.json().getString("id"), "CaseClosed");
    }

    @Test
    void moneyBackAddsTheLineOfRefundServiceAndItsAnswerClosesTheCase() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject draft = CaseSuite.draft(penalty)
                .put("moneyBack", new JsonObject().put("amountMinor", "450000").put("currency", "CNY"));

        Answer drafted = SUITE.command(adjudicator, answered, "draft-rulings", draft);
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Answer ruled = SUITE.command(
                adjudicator,
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", CaseSuite.violations(penalty)));
        String id = ruled.json().getString("id");
        JsonObject claim = ruled.json().getJsonArray("effects").getJsonObject(1);
        assertThat(claim.getString("owner")).isEqualTo("refunds");
        assertThat(claim.getJsonObject("target").getString("amountMinor")).isEqualTo("450000");

        String rulingId = ruled.json().getJsonObject("ruling").getString("id");
        answerEffect(penalty, id, rulingId, "eff_p" + penalty.id(), penalty.id(), "SUPERSEDED");
        SUITE.refunds.publish(
                "clm_" + penalty.id(),
                "clm_" + penalty.id(),
                "EffectAnswered",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("effectId", claim.getString("effectId"))
                        .put("caseId", id)
                        .put("rulingId", rulingId)
                        .put("merchantId", penalty.merchantId())
                        .put("result", "APPLIED"));

        SUITE.published.await(id, "CaseClosed");
        assertThat(states(advocate.get("/v1/cases/" + id))).containsExactly("SUPERSEDED", "APPLIED");
    }

    @Test
    void aFailedEffectKeepsTheCaseOpenUntilItsOwnerAnswersAgain() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer ruled = CaseSteps.ruled(SUITE, penalty);
        String id = ruled.json().getString("id");
        String rulingId = ruled.json().getJsonObject("ruling").getString("id");

        answerEffect(penalty, id, rulingId, "eff_p" + penalty.id(), penalty.id(), "FAILED");
        SUITE.published.await(id, "EffectConfirmed");
        SUITE.clock.set("2018-05-04T00:00:00+08:00");
        SUITE.published.await(id, "EffectOverdue");
        Answer late = advocate.get("/v1/cases/" + id);
        assertThat(late.json().getString("status")).isEqualTo("EXECUTING");
        assertThat(states(late)).containsExactly("FAILED");
        assertThat(late.json().getJsonArray("effects").getJsonObject(0).getBoolean("overdue"))
                .isTrue();

        answerEffect(penalty, id, rulingId, "eff_p" + penalty.id(), penalty.id(), "APPLIED");
        SUITE.published.await(id, "CaseClosed");
        Awaitility.await().until(() -> states(advocate.get("/v1/cases/" + id)).contains("APPLIED"));
    }

    private static void answerEffect(
            Penalty penalty, String caseId, String rulingId, String effectId, String subject, String result) {
        SUITE.penalties.publish(
                penalty.shopId(),
                subject,
                "EffectAnswered",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("effectId", effectId)
                        .put("caseId", caseId)
                        .put("rulingId", rulingId)
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("result", result));
    }

    private static java.util.List<Object> actions(Answer answer) {
        return answer.json().getJsonArray("nextActions").stream().toList();
    }

    private static java.util.List<String> states(Answer answer) {
        return answer.json().getJsonArray("effects").stream()
                .map(line -> ((JsonObject) line).getString("state"))
                .toList();
    }
}
