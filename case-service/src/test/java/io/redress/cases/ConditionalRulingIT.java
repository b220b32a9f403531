package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditional rulings, through HTTP and the broker: fulfilled, lapsed, promised, and what is refused. */
class ConditionalRulingIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");
    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void theEffectsAreOrderedWhenTheLastConditionIsFulfilledWhateverComesTwiceOrOutOfOrder() {
        Penalty penalty = penalty();
        Answer ruled =
                ruled(penalty, Milestones.condition("CONDITION", "course"), Milestones.condition("CONDITION", "exam"));
        String id = ruled.json().getString("id");
        assertThat(ruled.json().getString("status")).isEqualTo("CONDITIONAL");
        assertThat(ruled.json().getJsonArray("effects")).isEmpty();
        assertThat(states(ruled)).containsExactly("PENDING", "PENDING");
        JsonObject issued = SUITE.published.await(id, "RulingIssued").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "RulingIssued", issued);
        assertThat(issued.getJsonArray("effects")).isEmpty();
        assertThat(issued.getJsonArray("conditions")).hasSize(2);
        assertThat(issued.getJsonObject("ifFulfilled").getJsonArray("effects"))
                .isEqualTo(new JsonArray().add(penalty.pointsTo24()).add(penalty.closureLifted()));
        assertThat(issued.getJsonObject("otherwise"))
                .isEqualTo(new JsonObject().put("outcome", "UPHOLD").put("effects", new JsonArray()));

        Milestones.verified(SUITE, penalty, "CONDITIONAL_RULING", id, "exam", "2018-05-20T10:00:00+08:00");
        SUITE.published.await(id, "ConditionFulfilled");
        assertThat(states(read(id))).containsExactly("PENDING", "FULFILLED");
        Milestones.verified(SUITE, penalty, "CONDITIONAL_RULING", id, "exam", "2018-05-20T10:00:00+08:00");
        Milestones.verified(SUITE, penalty, "UNDERTAKING", penalty.id(), "course", "2018-05-20T10:00:00+08:00");
        Milestones.verified(SUITE, penalty, "CONDITIONAL_RULING", "cas_other", "course", "2018-05-20T10:00:00+08:00");
        Milestones.verified(SUITE, penalty, "CONDITIONAL_RULING", id, "course", "2018-05-19T10:00:00+08:00");

        JsonObject fulfilled =
                SUITE.published.await(id, "ConditionalRulingFulfilled").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "ConditionalRulingFulfilled", fulfilled);
        assertThat(fulfilled.getString("outcome")).isEqualTo("PARTIAL");
        assertThat(fulfilled.getJsonArray("effects"))
                .isEqualTo(new JsonArray().add(penalty.pointsTo24()).add(penalty.closureLifted()));
        Answer executing = read(id);
        assertThat(executing.json().getString("status")).isEqualTo("EXECUTING");
        assertThat(executing.json().getString("heldBy")).isEqualTo("EFFECT_OWNERS");
        assertThat(states(executing)).containsExactly("FULFILLED", "FULFILLED");

        answerEffect(penalty, id, "eff_p" + penalty.id(), penalty.id());
        answerEffect(penalty, id, "eff_m" + penalty.id(), "mea_" + penalty.id());
        SUITE.published.await(id, "CaseClosed");
        assertThat(SUITE.published.types(id))
                .endsWith(
                        "RulingIssued",
                        "ConditionFulfilled",
                        "ConditionFulfilled",
                        "ConditionalRulingFulfilled",
                        "EffectConfirmed",
                        "EffectConfirmed",
                        "CaseClosed");
        SUITE.clock.set("2018-06-04T00:00:00+08:00"); // the conditions' deadlines are over, and were taken back
        untilNothingIsLeft();
        assertThat(read(id).json().getString("status")).isEqualTo("CLOSED");
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void aConditionThatNobodyReportsInTimeLapsesAndTheCaseCloses() {
        Penalty penalty = penalty();
        String id = ruled(penalty, Milestones.condition("CONDITION", "course"))
                .json()
                .getString("id");

        SUITE.clock.set("2018-06-03T23:59:59+08:00");
        untilNothingIsLeft();
        assertThat(read(id).json().getString("status")).isEqualTo("CONDITIONAL");
        assertThat(read(id).json().getString("heldBy"))
                .as("the conditions are the merchant's to fulfil")
                .isEqualTo("MERCHANT");
        SUITE.clock.set("2018-06-04T00:00:00+08:00");

        JsonObject lapsed = SUITE.published.await(id, "ConditionalRulingLapsed").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "ConditionalRulingLapsed", lapsed);
        assertThat(lapsed.getString("outcome")).isEqualTo("UPHOLD");
        assertThat(lapsed.getJsonArray("effects")).isEmpty();
        assertThat(lapsed.getString("fulfilBy")).isEqualTo("2018-05-31T16:00:00Z");
        SUITE.published.await(id, "CaseClosed");
        Answer closed = read(id);
        assertThat(closed.json().getString("status")).isEqualTo("CLOSED");
        assertThat(states(closed)).containsExactly("LAPSED");

        Milestones.verified(SUITE, penalty, "CONDITIONAL_RULING", id, "course", "2018-05-20T10:00:00+08:00");
        untilNothingIsLeft();
        assertThat(SUITE.published.types(id)).doesNotContain("ConditionFulfilled");
    }

    @Test
    void aStatedFallbackIsOrderedByTheLapse() {
        Penalty penalty = penalty();
        JsonObject to36 = penalty.pointsTo24()
                .put("effectId", "eff_o" + penalty.id())
                .put("target", new JsonObject().put("points", 36));
        SUITE.peer.otherwise(penalty.id(), to36);
        JsonObject draft = Milestones.draft(penalty, Milestones.condition("CONDITION", "course"));
        draft.getJsonObject("terms")
                .put("otherwise", new JsonObject().put("outcome", "PARTIAL").put("points", 36));
        String id = rule(penalty, drafted(penalty, draft)).json().getString("id");

        SUITE.clock.set("2018-06-04T00:00:00+08:00");

        JsonObject lapsed = SUITE.published.await(id, "ConditionalRulingLapsed").getJsonObject("data");
        assertThat(lapsed.getJsonArray("effects")).isEqualTo(new JsonArray().add(to36));
        assertThat(read(id).json().getString("status")).isEqualTo("EXECUTING");
        answerEffect(penalty, id, "eff_o" + penalty.id(), penalty.id());
        SUITE.published.await(id, "CaseClosed");
    }

    @Test
    void anUndertakingIsGivenByTheMerchantAndItsReportNamesThePenalty() {
        Penalty penalty = penalty();
        Answer drafted = drafted(penalty, Milestones.draft(penalty, Milestones.condition("UNDERTAKING", "promise")));
        JsonObject promise = new JsonObject().put("text", "我承诺").put("undertakes", true);
        assertRefused(SUITE.command(advocate, drafted, "replies", promise), 422, "undertaking-invalid");
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        assertRefused(
                SUITE.command(adjudicator, drafted, "rulings", ruling(penalty, drafted)), 422, "undertaking-not-given");
        SUITE.clock.set("2018-04-20T10:00:00+08:00");

        Answer promised = SUITE.command(SUITE.merchant(penalty.merchantId()), drafted, "replies", promise);
        assertThat(promised.json().getJsonArray("replies").getJsonObject(0).getBoolean("undertakes"))
                .isTrue();
        String id = rule(penalty, promised).json().getString("id");
        Milestones.verified(SUITE, penalty, "UNDERTAKING", penalty.id(), "promise", "2018-05-20T10:00:00+08:00");

        SUITE.published.await(id, "ConditionalRulingFulfilled");
        assertThat(read(id).json().getString("status")).isEqualTo("EXECUTING");
    }

    @Test
    void whatIsReportedWhileTheDraftLiesOpenCountsWithTheRuling() {
        Penalty penalty = penalty();
        Answer drafted = drafted(penalty, Milestones.draft(penalty, Milestones.condition("CONDITION", "course")));
        String id = drafted.json().getString("id");
        Milestones.verified(SUITE, penalty, "CONDITIONAL_RULING", id, "course", "2018-04-21T10:00:00+08:00");
        untilNothingIsLeft();

        Answer ruled = rule(penalty, drafted);

        assertThat(ruled.json().getString("status")).isEqualTo("EXECUTING");
        assertThat(SUITE.published
                        .await(id, "ConditionalRulingFulfilled")
                        .getJsonObject("data")
                        .getJsonArray("effects"))
                .hasSize(2);
    }

    @Test
    void termsThatCannotBeKeptAreRefused() {
        Penalty penalty = penalty();
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject condition = Milestones.condition("CONDITION", "course");
        JsonObject whole = Milestones.draft(penalty, condition);

        JsonObject bare = whole.copy();
        bare.remove("terms");
        assertRefused(draft(answered, bare), 422, "condition-invalid");
        assertRefused(draft(answered, whole.copy().put("outcome", "PARTIAL")), 422, "condition-invalid");
        assertRefused(draft(answered, Milestones.draft(penalty, condition, condition)), 422, "condition-invalid");
        JsonObject over = condition.copy().put("fulfilBy", "2018-04-21T00:00:00+08:00"); // within the reply window
        assertRefused(draft(answered, Milestones.draft(penalty, over)), 422, "condition-invalid");
        JsonObject zhOnly = condition.copy().put("text", new JsonObject().put("zh", "课程"));
        assertRefused(draft(answered, Milestones.draft(penalty, zhOnly)), 422, "condition-invalid");
        assertRefused(draft(answered, Milestones.draft(penalty)), 400, "validation-failed");
        SUITE.peer.answers(penalty.id(), 422, PeerServer.problem("milestone-unknown"));
        assertRefused(draft(answered, whole), 422, "milestone-unknown");
        assertThat(read(answered.json().getString("id")).etag()).isEqualTo(answered.etag());
    }

    @Test
    void aConditionWhoseTimeIsOverBeforeTheRulingNeedsAnotherDraft() {
        Penalty penalty = penalty();
        Answer drafted = drafted(penalty, Milestones.draft(penalty, Milestones.condition("CONDITION", "course")));

        SUITE.clock.set(Milestones.FULFIL_BY);

        assertRefused(
                SUITE.command(adjudicator, drafted, "rulings", ruling(penalty, drafted)), 422, "condition-invalid");
    }

    private Penalty penalty() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24(), penalty.closureLifted());
        SUITE.peer.otherwise(penalty.id());
        return penalty;
    }

    private Answer draft(Answer seen, JsonObject draft) {
        return SUITE.command(adjudicator, seen, "draft-rulings", draft);
    }

    private Answer drafted(Penalty penalty, JsonObject draft) {
        Answer drafted = draft(CaseSteps.answered(SUITE, penalty), draft);
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        return drafted;
    }

    private Answer ruled(Penalty penalty, JsonObject... conditions) {
        return rule(penalty, drafted(penalty, Milestones.draft(penalty, conditions)));
    }

    private Answer rule(Penalty penalty, Answer drafted) {
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Answer ruled = SUITE.command(adjudicator, drafted, "rulings", ruling(penalty, drafted));
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
        return ruled;
    }

    private static JsonObject ruling(Penalty penalty, Answer drafted) {
        return new JsonObject()
                .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                .put("violations", CaseSuite.violations(penalty));
    }

    private Answer read(String caseId) {
        return respondent.get("/v1/cases/" + caseId);
    }

    private static List<String> states(Answer answer) {
        return answer.json().getJsonObject("draft").getJsonObject("terms").getJsonArray("conditions").stream()
                .map(condition -> ((JsonObject) condition).getString("state"))
                .toList();
    }

    private static void answerEffect(Penalty penalty, String caseId, String effectId, String subject) {
        SUITE.penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "EffectAnswered",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("effectId", effectId)
                        .put("caseId", caseId)
                        .put("merchantId", penalty.merchantId())
                        .put("subject", subject)
                        .put("result", "APPLIED"));
    }

    /** Every event is handled, and every deadline that is due. */
    private static void untilNothingIsLeft() {
        Awaitility.await("nothing is left to do").atMost(CaseSuite.PATIENCE).until(() -> {
            JsonObject activity = SUITE.management().get("/activity").json();
            return activity.getLong("consumerLag") == 0 && activity.getLong("dueDeadlines") == 0;
        });
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
