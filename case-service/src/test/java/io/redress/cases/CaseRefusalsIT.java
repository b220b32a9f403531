package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bad input gets, through HTTP; after each refusal the case is as it was. */
class CaseRefusalsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void aBriefWithoutGroundsOrWithHardshipAsGroundIsRefused() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);

        assertRefused(
                SUITE.command(advocate, opened, "briefs", CaseSuite.brief(penalty, "HARDSHIP")),
                422,
                "hardship-is-no-ground");
        assertRefused(SUITE.command(advocate, opened, "briefs", CaseSuite.brief(penalty)), 422, "grounds-missing");
        assertRefused(
                SUITE.command(
                        SUITE.staff("adv-2", "advocate"), opened, "briefs", CaseSuite.brief(penalty, "FACTS_WRONG")),
                403,
                "not-the-advocate");
        assertUnchanged(opened);
    }

    @Test
    void aDraftWithoutReasonsOrOnSealedMaterialOrOnHardshipIsRefused() {
        Penalty penalty = SUITE.penalty();
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject violation = CaseSuite.violations(penalty).getJsonObject(0);

        assertRefused(draft(answered, new JsonArray()), 422, "reasons-missing");
        JsonObject withoutReasons = violation.copy();
        withoutReasons.remove("reasons");
        assertRefused(draft(answered, new JsonArray().add(withoutReasons)), 422, "reasons-missing");
        JsonObject zhOnly = violation.copy().put("reasons", new JsonObject().put("zh", "理由"));
        assertRefused(draft(answered, new JsonArray().add(zhOnly)), 422, "reasons-missing");
        JsonObject sealed = violation.copy().put("facts", new JsonArray().add("signal-7"));
        assertRefused(draft(answered, new JsonArray().add(sealed)), 422, "sealed-material-alone");
        JsonObject hardship =
                violation.copy().put("facts", new JsonArray().add("description").add("doc-2"));
        assertRefused(draft(answered, new JsonArray().add(hardship)), 422, "hardship-is-no-ground");
        assertThat(SUITE.peer.questions()).noneMatch(question -> question.contains(penalty.id()));
        assertUnchanged(answered);
    }

    @Test
    void whoHasFiledTheBriefNeitherTakesNorClaimsTheCaseThoughAnotherOneHasItNow() {
        Answer submitted = CaseSteps.submitted(SUITE, SUITE.penalty());
        Answer handedOver = SUITE.command(
                SUITE.staff("ops-1", "operator"),
                submitted,
                "advocate-reassignments",
                new JsonObject().put("advocateId", "adv-2"));
        assertThat(handedOver.json().getString("advocateId")).isEqualTo("adv-2");
        ApiClient former = SUITE.staff("adv-1", "adjudicator");

        assertRefused(former.post(path(handedOver) + "/lease", CaseSuite.NOTHING), 403, "own-cause");
        assertRefused(SUITE.command(former, handedOver, "claim", CaseSuite.NOTHING), 403, "own-cause");
    }

    @Test
    void nobodyIsWorseOffByAppealing() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24().put("target", new JsonObject().put("points", 49)));
        Answer answered = CaseSteps.answered(SUITE, penalty);

        assertRefused(
                SUITE.command(
                        adjudicator,
                        answered,
                        "draft-rulings",
                        CaseSuite.draft(penalty).put("points", 49)),
                422,
                "worse-off");
        assertRefused(
                SUITE.command(adjudicator, answered, "draft-rulings", CaseSuite.draft(penalty)), 422, "worse-off");
        assertUnchanged(answered);
    }

    @Test
    void whatTheMerchantDisclosesUpholdsNothing() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject violation = CaseSuite.violations(penalty)
                .getJsonObject(0)
                .put("outcome", "UPHOLD")
                .put("facts", new JsonArray().add("description").add("doc-1"));
        JsonObject upheld = new JsonObject().put("outcome", "UPHOLD").put("violations", new JsonArray().add(violation));

        assertRefused(SUITE.command(adjudicator, answered, "draft-rulings", upheld), 422, "protected-disclosure");
        assertUnchanged(answered);
        violation.put("outcome", "OVERTURN");
        assertThat(SUITE.command(adjudicator, answered, "draft-rulings", upheld.put("outcome", "OVERTURN"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAppealIsNotDecidedLikeARequest() {
        Penalty penalty = SUITE.penalty();
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject granted = CaseSuite.draft(penalty).put("outcome", "GRANT");
        granted.getJsonArray("violations").getJsonObject(0).put("outcome", "GRANT");

        assertRefused(SUITE.command(adjudicator, answered, "draft-rulings", granted), 422, "outcome-mismatch");
        assertUnchanged(answered);
    }

    @Test
    void whatIsDecidedOnThePenaltyFollowsFromWhatIsDecidedOnItsViolations() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject upheld = new JsonObject().put("outcome", "UPHOLD").put("violations", CaseSuite.violations(penalty));
        JsonObject violation = upheld.getJsonArray("violations").getJsonObject(0);

        for (String other : List.of("OVERTURN", "PARTIAL")) {
            violation.put("outcome", other);
            assertRefused(SUITE.command(adjudicator, answered, "draft-rulings", upheld), 422, "outcome-mismatch");
        }
        violation.put("outcome", "UPHOLD");
        JsonObject withPoints = upheld.copy().put("points", 24);
        assertRefused(SUITE.command(adjudicator, answered, "draft-rulings", withPoints), 422, "outcome-mismatch");
        assertThat(SUITE.peer.questions()).noneMatch(question -> question.contains(penalty.id()));
        assertUnchanged(answered);
        assertThat(SUITE.command(adjudicator, answered, "draft-rulings", upheld).status())
                .isEqualTo(200);
    }

    @Test
    void theRefusalOfAnEffectsOwnerIsPassedOn() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.answers(penalty.id(), 422, PeerServer.problem("closure-not-enumerated"));
        Answer answered = CaseSteps.answered(SUITE, penalty);

        Answer refused = SUITE.command(adjudicator, answered, "draft-rulings", CaseSuite.draft(penalty));

        assertRefused(refused, 422, "closure-not-enumerated");
        assertThat(refused.json().getString("type")).isEqualTo("/problems/closure-not-enumerated");
        assertUnchanged(answered);
    }

    @Test
    void aPeerThatFailsIsAnsweredWithRetryAfterAndTheDraftCanBeIssuedLaterUnderTheSameKey() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.answers(penalty.id(), 500, new JsonObject());
        Answer answered = CaseSteps.answered(SUITE, penalty);
        ApiClient keyed = adjudicator.with("Idempotency-Key", "draft-" + penalty.id());

        Answer down = SUITE.command(keyed, answered, "draft-rulings", CaseSuite.draft(penalty));
        assertRefused(down, 503, "dependency-unavailable");
        assertThat(down.header("retry-after")).isPresent();
        assertUnchanged(answered);

        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        assertThat(SUITE.command(keyed, answered, "draft-rulings", CaseSuite.draft(penalty))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRulingWaitsForTheRepliesAndFollowsItsDraft() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer drafted = CaseSteps.drafted(SUITE, penalty);
        String draftId = drafted.json().getJsonObject("draft").getString("id");

        assertRefused(
                SUITE.command(adjudicator, drafted, "rulings", ruling(penalty, draftId)), 422, "reply-window-open");
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        assertRefused(
                SUITE.command(adjudicator, drafted, "rulings", ruling(penalty, "drf_other")),
                422,
                "inconsistent-with-draft");
        JsonObject surprising = ruling(penalty, draftId);
        surprising
                .getJsonArray("violations")
                .getJsonObject(0)
                .getJsonArray("facts")
                .add("doc-1");
        Answer unheard = SUITE.command(adjudicator, drafted, "rulings", surprising);
        assertRefused(unheard, 422, "inconsistent-with-draft");
        assertThat(unheard.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/violations/0/facts/2");
        JsonObject bare = new JsonObject().put("draftId", draftId).put("violations", new JsonArray());
        assertRefused(SUITE.command(adjudicator, drafted, "rulings", bare), 422, "reasons-missing");
        assertRefused(
                SUITE.command(
                        SUITE.merchant(penalty.merchantId()),
                        drafted,
                        "replies",
                        new JsonObject().put("text", "too late")),
                422,
                "reply-window-closed");
        assertUnchanged(drafted);
    }

    @Test
    void aCommandInTheWrongStatusSaysWhichStatusItIs() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);

        for (Answer refused : List.of(
                SUITE.command(adjudicator, opened, "claim", CaseSuite.NOTHING),
                SUITE.command(adjudicator, opened, "reopen", new JsonObject().put("reasons", CaseSuite.REASONS)),
                SUITE.command(
                        adjudicator,
                        opened,
                        "draft-rulings",
                        CaseSuite.draft(penalty).put("outcome", "CONDITIONAL")),
                SUITE.command(respondent, opened, "answers", new JsonObject().put("text", CaseSuite.REASONS)))) {
            assertRefused(refused, 409, "illegal-transition");
            assertThat(refused.json().getString("currentStatus")).isEqualTo("IN_ADVOCACY");
        }
        assertUnchanged(opened);
    }

    @Test
    void anInadmissibleAppealNeedsAPersonsReasons() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        JsonObject half = new JsonObject().put("reasons", new JsonObject().put("zh", "理由"));

        assertRefused(SUITE.command(adjudicator, submitted, "inadmissible", half), 422, "reasons-missing");
        Answer ended = SUITE.command(
                adjudicator, submitted, "inadmissible", new JsonObject().put("reasons", CaseSuite.REASONS));
        assertThat(ended.json().getString("status")).isEqualTo("INADMISSIBLE");
        SUITE.published.await(ended.json().getString("id"), "CaseInadmissible");
    }

    @Test
    void versionsAndKeysAreDemanded() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        Answer submitted = SUITE.command(advocate, opened, "briefs", CaseSuite.brief(penalty, "FACTS_WRONG"));

        assertRefused(SUITE.command(adjudicator, opened, "claim", CaseSuite.NOTHING), 412, "version-conflict");
        assertRefused(adjudicator.post(path(submitted) + "/claim", CaseSuite.NOTHING), 428, "precondition-required");
        assertRefused(
                adjudicator.ifMatch(submitted).send("POST", path(submitted) + "/claim", Optional.of("{}")),
                400,
                "idempotency-key-missing");
        assertUnchanged(submitted);
    }

    @Test
    void aReplayIsTheSameAnswerByteForByteEvenWhenTheCaseHasGoneOn() {
        Penalty penalty = SUITE.penalty();
        ApiClient keyed = advocate.with("Idempotency-Key", "open-" + penalty.id());
        Answer first = SUITE.open(keyed, penalty);
        SUITE.command(advocate, first, "briefs", CaseSuite.brief(penalty, "FACTS_WRONG"));

        Answer again = SUITE.open(keyed, penalty);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(again.header("idempotent-replayed")).contains("true");
        assertRefused(
                keyed.post(
                        "/v1/cases",
                        new JsonObject().put("kind", "PENALTY_APPEAL").put("penaltyId", "pen_other")),
                422,
                "idempotency-key-reused");
    }

    @Test
    void unknownFieldsWrongTypesAndTooLongTextsAreRefused() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        JsonObject unknown = CaseSuite.brief(penalty, "FACTS_WRONG").put("surprise", 1);
        JsonObject wrongType = CaseSuite.brief(penalty, "FACTS_WRONG").put("relief", 7);
        JsonObject tooLong = CaseSuite.brief(penalty, "FACTS_WRONG").put("relief", "x".repeat(4001));

        for (JsonObject body : List.of(unknown, wrongType, tooLong)) {
            assertRefused(SUITE.command(advocate, opened, "briefs", body), 400, "validation-failed");
        }
        assertRefused(
                SUITE.command(SUITE.staff("fin-1", "finance"), opened, "withdraw", CaseSuite.NOTHING),
                403,
                "forbidden");
        assertUnchanged(opened);
    }

    private Answer draft(Answer seen, JsonArray violations) {
        return SUITE.command(
                adjudicator,
                seen,
                "draft-rulings",
                new JsonObject().put("outcome", "PARTIAL").put("points", 24).put("violations", violations));
    }

    private static JsonObject ruling(Penalty penalty, String draftId) {
        return new JsonObject().put("draftId", draftId).put("violations", CaseSuite.violations(penalty));
    }

    private static String path(Answer seen) {
        return "/v1/cases/" + seen.json().getString("id");
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private void assertUnchanged(Answer seen) {
        assertThat(advocate.get(path(seen)).etag()).isEqualTo(seen.etag());
    }
}
