package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that are heard together are decided one by one, each with reasons of its own. */
class JointRulingsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient department = SUITE.staff("enf-2", "enforcement");

    private Penalty onePenalty;
    private Penalty twoPenalty;
    private Answer lead;
    private Answer one;
    private Answer two;

    @BeforeEach
    void two_cases_under_a_lead() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        onePenalty = SUITE.penalty();
        twoPenalty = SUITE.penalty();
        SUITE.peer.effects(onePenalty.id(), onePenalty.pointsTo24());
        SUITE.peer.effects(twoPenalty.id(), twoPenalty.pointsTo24());
        lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        one = CaseSteps.submitted(SUITE, onePenalty);
        two = CaseSteps.submitted(SUITE, twoPenalty);
        JointSteps.results(JointSteps.join(lead, JointSteps.id(one), JointSteps.id(two)));
    }

    @Test
    void the_department_answers_for_all_once_and_for_what_is_joined_later_again() {
        JsonObject answer = new JsonObject().put("text", CaseSuite.REASONS);
        assertRefused(
                JointSteps.command(SUITE.staff("campaigns-1", "respondent"), lead, "joint-answers", answer),
                403,
                "not-the-respondent");
        assertRefused(
                JointSteps.command(SUITE.staff("adv-1", "enforcement"), lead, "joint-answers", answer),
                403,
                "own-cause");
        assertRefused(department.post("/v1/cases/cas_nowhere/joint-answers", answer), 404, "not-found");

        assertThat(JointSteps.results(JointSteps.command(department, lead, "joint-answers", answer)))
                .containsOnlyKeys(JointSteps.id(lead), JointSteps.id(one), JointSteps.id(two));
        assertThat(JointSteps.results(JointSteps.command(department, lead, "joint-answers", answer)))
                .isEmpty();
        Answer later = CaseSteps.submitted(SUITE, SUITE.penalty());
        JointSteps.results(JointSteps.join(lead, JointSteps.id(later)));
        assertThat(JointSteps.results(JointSteps.command(department, lead, "joint-answers", answer)))
                .containsOnlyKeys(JointSteps.id(later));
        SUITE.published.await(JointSteps.id(two), "AnswerFiled");
    }

    @Test
    void the_lead_says_what_can_be_done_for_all_and_to_whom() {
        String path = "/v1/cases/" + JointSteps.id(lead);

        assertThat(actions(adjudicator, path)).contains("issueJointDraftRulings", "issueJointRulings");
        assertThat(actions(department, path)).contains("fileJointAnswer").doesNotContain("issueJointDraftRulings");
        assertThat(actions(SUITE.staff("adj-2", "adjudicator"), path)).isEmpty();
        assertThat(actions(SUITE.staff("adv-1", "advocate"), path)).noneMatch(action -> action.contains("Joint"));
        assertThat(actions(adjudicator, "/v1/cases/" + JointSteps.id(one)))
                .noneMatch(action -> action.contains("Joint"));
        assertThat(actions(department, "/v1/cases/" + JointSteps.id(one)))
                .noneMatch(action -> action.contains("Joint"));
    }

    private static List<String> actions(ApiClient who, String path) {
        return who.get(path).json().getJsonArray("nextActions").stream()
                .map(String.class::cast)
                .toList();
    }

    @Test
    void each_draft_is_refused_or_issued_by_itself() {
        answered();
        Answer alone = CaseSteps.answered(SUITE, SUITE.penalty());
        JsonObject stale = JointSteps.drafted(two, twoPenalty, "two").put("version", 1);
        JsonObject ok = JointSteps.drafted(one, onePenalty, "one");

        Answer answer = draft(ok, stale, JointSteps.drafted(alone, twoPenalty, "three"));

        assertThat(JointSteps.results(answer))
                .isEqualTo(Map.of(
                        JointSteps.id(one), "REPLY_WINDOW",
                        JointSteps.id(two), "version-conflict",
                        JointSteps.id(alone), "not-joined"));
        JsonObject drafted = JointSteps.now(one).json();
        assertThat(drafted.getJsonObject("draft").getString("repliesBy")).isEqualTo("2018-04-24T02:00:00Z");
        assertThat(drafted.getJsonObject("draft")
                        .getJsonArray("effects")
                        .getJsonObject(0)
                        .getString("effectId"))
                .isEqualTo("eff_p" + onePenalty.id());
        assertThat(JointSteps.now(two).json().getString("status")).isEqualTo("IN_DELIBERATION");
    }

    @Test
    void the_rules_of_a_single_draft_hold_for_each() {
        assertThat(JointSteps.results(draft(JointSteps.drafted(one, onePenalty, "one"))))
                .containsEntry(JointSteps.id(one), "answer-window-open");
        answered();
        JsonObject without = JointSteps.drafted(one, onePenalty, "one");
        without.getJsonArray("violations").getJsonObject(0).put("reasons", new JsonObject().put("zh", "理由"));
        JsonObject sealed = JointSteps.drafted(two, twoPenalty, "two");
        sealed.getJsonArray("violations").getJsonObject(0).put("facts", new JsonArray().add("signal-7"));

        assertThat(JointSteps.results(draft(without, sealed)))
                .isEqualTo(Map.of(JointSteps.id(one), "reasons-missing", JointSteps.id(two), "sealed-material-alone"));
        JsonObject bare = JointSteps.together(List.of(JointSteps.drafted(one, onePenalty, "one")));
        bare.remove("commonReasons");
        assertRefused(JointSteps.command(adjudicator, lead, "joint-draft-rulings", bare), 422, "reasons-missing");
        assertThat(JointSteps.results(JointSteps.command(
                        SUITE.staff("adj-2", "adjudicator"),
                        lead,
                        "joint-draft-rulings",
                        JointSteps.together(List.of(JointSteps.drafted(one, onePenalty, "one"))))))
                .containsEntry(JointSteps.id(one), "not-the-adjudicator");
        assertRefused(
                adjudicator.post(
                        "/v1/cases/cas_nowhere/joint-draft-rulings",
                        JointSteps.together(List.of(JointSteps.drafted(one, onePenalty, "one")))),
                404,
                "not-found");
        assertThat(JointSteps.now(one).json().getString("status")).isEqualTo("IN_DELIBERATION");
    }

    @Test
    void reasons_that_are_copies_are_refused() {
        answered();

        assertThat(JointSteps.results(draft(
                        JointSteps.drafted(one, onePenalty, "The goods came late."),
                        JointSteps.drafted(two, twoPenalty, "the goods came late"))))
                .isEqualTo(Map.of(
                        JointSteps.id(one), "reasons-not-individual", JointSteps.id(two), "reasons-not-individual"));
        JsonObject repeats = JointSteps.drafted(one, onePenalty, "one");
        repeats.getJsonArray("violations").getJsonObject(0).put("reasons", JointSteps.COMMON);
        assertThat(JointSteps.results(draft(repeats))).containsEntry(JointSteps.id(one), "reasons-not-individual");
        assertThat(JointSteps.results(draft(JointSteps.drafted(one, onePenalty, "The goods came late."))))
                .containsEntry(JointSteps.id(one), "REPLY_WINDOW");
        assertThat(JointSteps.results(draft(JointSteps.drafted(two, twoPenalty, "The goods came late."))))
                .containsEntry(JointSteps.id(two), "reasons-not-individual");
        SUITE.peer.effects(onePenalty.id(), onePenalty.pointsTo24().put("effectId", "eff_again" + JointSteps.id(one)));
        assertThat(JointSteps.results(draft(JointSteps.drafted(one, onePenalty, "The goods came late."))))
                .containsEntry(JointSteps.id(one), "REPLY_WINDOW"); // its own reasons once more
        assertThat(SUITE.published.types(JointSteps.id(two))).doesNotContain("DraftRulingIssued");
    }

    @Test
    void who_cannot_be_asked_about_one_case_holds_up_that_case_only() {
        answered();
        SUITE.peer.answers(twoPenalty.id(), 500, new JsonObject());

        Answer answer = draft(JointSteps.drafted(one, onePenalty, "one"), JointSteps.drafted(two, twoPenalty, "two"));

        assertThat(JointSteps.results(answer))
                .isEqualTo(Map.of(JointSteps.id(one), "REPLY_WINDOW", JointSteps.id(two), "dependency-unavailable"));
        Answer down = draft(JointSteps.drafted(two, twoPenalty, "two"));
        assertRefused(down, 503, "dependency-unavailable");
        assertThat(down.header("retry-after")).isPresent();
    }

    @Test
    void drafts_are_issued_once_for_each_key() {
        answered();
        ApiClient keyed = adjudicator.with("Idempotency-Key", "drafts-" + JointSteps.id(lead));
        JsonObject body = JointSteps.together(
                List.of(JointSteps.drafted(one, onePenalty, "one"), JointSteps.drafted(two, twoPenalty, "two")));

        Answer first = JointSteps.command(keyed, lead, "joint-draft-rulings", body);
        Answer again = JointSteps.command(keyed, lead, "joint-draft-rulings", body);

        assertThat(JointSteps.results(first)).containsEntry(JointSteps.id(two), "REPLY_WINDOW");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        SUITE.published.await(JointSteps.id(two), "DraftRulingIssued");
        assertThat(SUITE.published.types(JointSteps.id(one))).containsOnlyOnce("DraftRulingIssued");
    }

    @Test
    void each_is_ruled_as_drafted_when_its_own_replies_are_in() {
        answered();
        JointSteps.results(
                draft(JointSteps.drafted(one, onePenalty, "one"), JointSteps.drafted(two, twoPenalty, "two")));
        reply(one, onePenalty);

        assertThat(JointSteps.results(rule(ruling(one, onePenalty, "one"), ruling(two, twoPenalty, "two"))))
                .isEqualTo(Map.of(JointSteps.id(one), "EXECUTING", JointSteps.id(two), "reply-window-open"));
        JsonObject ruling =
                SUITE.published.await(JointSteps.id(one), "RulingIssued").getJsonObject("data");
        assertThat(ruling.getJsonArray("violations")
                        .getJsonObject(0)
                        .getJsonObject("reasons")
                        .getString("en"))
                .isEqualTo("Stacking coupons is no sham sale.\n\nIn this case: one");

        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        assertThat(JointSteps.results(rule(ruling(two, twoPenalty, "one"))))
                .containsEntry(JointSteps.id(two), "reasons-not-individual");
        assertThat(JointSteps.results(rule(ruling(two, twoPenalty, "two").put("draftId", "drf_other"))))
                .containsEntry(JointSteps.id(two), "inconsistent-with-draft");
        // the lead has ended, and what was joined to it is ruled alone too
        SUITE.command(SUITE.staff("adv-1", "advocate"), JointSteps.now(lead), "withdraw", CaseSuite.NOTHING);
        Answer ruled = SUITE.command(
                adjudicator,
                JointSteps.now(two),
                "rulings",
                new JsonObject()
                        .put(
                                "draftId",
                                JointSteps.now(two)
                                        .json()
                                        .getJsonObject("draft")
                                        .getString("id"))
                        .put("violations", CaseSuite.violations(twoPenalty)));
        assertThat(ruled.json().getString("status")).as(ruled.text()).isEqualTo("EXECUTING");
    }

    @Test
    void a_case_that_left_is_not_decided_with_the_others() {
        answered();
        JointSteps.results(
                draft(JointSteps.drafted(one, onePenalty, "one"), JointSteps.drafted(two, twoPenalty, "two")));
        Answer alone = SUITE.command(
                SUITE.staff("adv-1", "advocate"),
                JointSteps.now(one),
                "leave",
                new JsonObject().put("reasons", CaseSuite.REASONS));
        assertThat(alone.json().getString("status")).isEqualTo("REPLY_WINDOW");

        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        assertThat(JointSteps.results(rule(ruling(one, onePenalty, "one"), ruling(two, twoPenalty, "two"))))
                .isEqualTo(Map.of(JointSteps.id(one), "not-joined", JointSteps.id(two), "EXECUTING"));
    }

    private void answered() {
        JointSteps.results(
                JointSteps.command(department, lead, "joint-answers", new JsonObject().put("text", CaseSuite.REASONS)));
    }

    private void reply(Answer member, Penalty penalty) {
        JsonObject words = new JsonObject().put("text", "Nothing to add.");
        Answer replied = SUITE.command(SUITE.merchant(penalty.merchantId()), JointSteps.now(member), "replies", words);
        assertThat(SUITE.command(department, replied, "replies", words).status())
                .isEqualTo(200);
    }

    private Answer draft(JsonObject... members) {
        return JointSteps.command(adjudicator, lead, "joint-draft-rulings", JointSteps.together(List.of(members)));
    }

    private Answer rule(JsonObject... members) {
        return JointSteps.command(adjudicator, lead, "joint-rulings", JointSteps.together(List.of(members)));
    }

    private static JsonObject ruling(Answer member, Penalty penalty, String why) {
        return JointSteps.part(member, penalty, "PARTIAL", why)
                .put(
                        "draftId",
                        JointSteps.now(member).json().getJsonObject("draft").getString("id"));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
