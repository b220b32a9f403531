package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what in a case, through HTTP: other merchants, second appeals, own causes. */
class CaseAccessIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void anotherMerchantsPenaltyAndCaseDoNotExist() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String path = "/v1/cases/" + opened.json().getString("id");
        ApiClient stranger = SUITE.merchant("m-stranger");

        assertRefused(SUITE.open(stranger, penalty), 404, "not-found");
        assertRefused(stranger.get(path), 404, "not-found");
        assertRefused(stranger.ifMatch(opened).post(path + "/withdraw", CaseSuite.NOTHING), 404, "not-found");
        assertThat(stranger.get("/v1/cases?penaltyId=" + penalty.id()).json().getJsonArray("items"))
                .isEmpty();
        assertThat(SUITE.merchant(penalty.merchantId()).get(path).json()).isNotNull();
        ApiClient withoutMerchant = SUITE.staff("user-9", "merchant");
        assertRefused(withoutMerchant.get(path), 404, "not-found");
    }

    @Test
    void anAgencyOpensRepliesAndWithdrawsUnderItsMandateAndTheMerchantSeesUnderWhich() {
        Penalty penalty = SUITE.penalty();
        ApiClient agency = SUITE.agency("agency-7", penalty.merchantId(), "man_7");

        Answer opened = SUITE.open(agency, penalty);

        assertThat(opened.status()).isEqualTo(201);
        String path = "/v1/cases/" + opened.json().getString("id");
        JsonObject seen = SUITE.merchant(penalty.merchantId()).get(path).json();
        assertThat(seen.getString("openedBy")).isEqualTo("agency-7");
        assertThat(seen.getString("openedUnder")).isEqualTo("man_7");
        assertThat(seen.getBoolean("ownMotion")).isFalse();
        assertThat(agency.get("/v1/cases?penaltyId=" + penalty.id()).json().getJsonArray("items"))
                .hasSize(1);
        assertThat(SUITE.command(agency, opened, "withdraw", CaseSuite.NOTHING).status())
                .isEqualTo(200);
    }

    @Test
    void anAgencyFindsNothingOfAnotherMerchantAndNothingWithoutAMandate() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String path = "/v1/cases/" + opened.json().getString("id");
        ApiClient elsewhere = SUITE.agency("agency-7", "m-stranger", "man_8");
        ApiClient ofItsOwnClaim = SUITE.claimingAgency("agency-7", penalty.merchantId());

        for (ApiClient stranger : List.of(elsewhere, ofItsOwnClaim)) {
            assertRefused(stranger.get(path), 404, "not-found");
            assertRefused(SUITE.open(stranger, penalty), 404, "not-found");
            assertRefused(stranger.ifMatch(opened).post(path + "/withdraw", CaseSuite.NOTHING), 404, "not-found");
        }
        assertThat(elsewhere.get("/v1/cases?penaltyId=" + penalty.id()).json().getJsonArray("items"))
                .isEmpty();
        assertRefused(ofItsOwnClaim.get("/v1/cases"), 404, "not-found");
    }

    @Test
    void aMerchantsOwnCaseWasOpenedUnderNoMandate() {
        Answer opened = CaseSteps.opened(SUITE, SUITE.penalty());

        assertThat(opened.json().containsKey("openedUnder")).isFalse();
    }

    @Test
    void aListIsOfTheAskedMerchantAndAnothersDoesNotExist() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String caseId = opened.json().getString("id");
        String path = "/v1/cases?merchantId=" + penalty.merchantId();
        ApiClient owner = SUITE.merchant(penalty.merchantId());

        assertThat(ids(owner.get(path))).containsExactly(caseId);
        assertThat(ids(advocate.get(path + "&open=true"))).containsExactly(caseId);
        assertThat(ids(advocate.get("/v1/cases?merchantId=m-stranger"))).isEmpty();
        assertRefused(SUITE.merchant("m-stranger").get(path), 404, "not-found");
        assertRefused(SUITE.staff("user-9", "merchant").get(path), 404, "not-found");

        SUITE.command(owner, opened, "withdraw", CaseSuite.NOTHING);

        assertThat(ids(owner.get(path + "&open=true"))).isEmpty();
        assertThat(ids(owner.get(path + "&status=WITHDRAWN"))).containsExactly(caseId);
        assertThat(ids(owner.get(path + "&status=WITHDRAWN&open=true"))).isEmpty();
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    @Test
    void aSecondAppealIsADuplicateWhileTheFirstIsOpenAndAfterItWasSubmitted() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        assertRefused(SUITE.open(merchant, penalty), 409, "duplicate");

        Answer withdrawn = SUITE.command(merchant, submitted, "withdraw", CaseSuite.NOTHING);
        assertThat(withdrawn.json().getJsonObject("ending").getBoolean("counted"))
                .isTrue();
        assertRefused(SUITE.open(merchant, penalty), 409, "duplicate");
    }

    @Test
    void aMerchantCanOptOutOfAnOwnMotionCaseBeforeTheBriefAndAppealHimself() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer opened = CaseSteps.opened(SUITE, penalty);

        Answer withdrawn = SUITE.command(merchant, opened, "withdraw", CaseSuite.NOTHING);

        assertThat(withdrawn.json().getString("status")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.json().getJsonObject("ending").getBoolean("counted"))
                .isFalse();
        assertThat(SUITE.open(merchant, penalty).status()).isEqualTo(201);
    }

    @Test
    void ofManyAppealsAtOnceOneIsOpenedAndTheOthersAreDuplicates() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());

        List<CompletableFuture<Answer>> racing = IntStream.range(0, 6)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> SUITE.open(i % 2 == 0 ? merchant : advocate, penalty)))
                .toList();
        List<Answer> answers = racing.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.code().equals("duplicate"))
                .hasSize(5);
    }

    @Test
    void ownMotionIsTheAdvocatesAlone() {
        Penalty penalty = SUITE.penalty();
        JsonObject body = new JsonObject()
                .put("kind", "PENALTY_APPEAL")
                .put("penaltyId", penalty.id())
                .put("ownMotion", true);

        assertRefused(SUITE.merchant(penalty.merchantId()).post("/v1/cases", body), 422, "own-motion-mismatch");
    }

    @Test
    void aPenaltyThatWasRefusedCannotBeAppealed() {
        Penalty penalty = SUITE.penalty();
        SUITE.refused(penalty);
        ApiClient merchant = SUITE.merchant(penalty.merchantId());

        assertRefused(SUITE.open(merchant, penalty), 409, "penalty-not-standing");
    }

    @Test
    void nobodyJudgesHisOwnCause() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        ApiClient proposer = SUITE.staff("enf-1", "enforcement", "adjudicator");
        ApiClient advocateAsAdjudicator = SUITE.staff("adv-1", "advocate", "adjudicator");

        assertRefused(SUITE.command(proposer, submitted, "claim", CaseSuite.NOTHING), 403, "own-cause");
        assertRefused(SUITE.command(advocateAsAdjudicator, submitted, "claim", CaseSuite.NOTHING), 403, "own-cause");
        assertThat(actions(proposer.get(path(submitted)))).doesNotContain("claimCase");
        Answer claimed = SUITE.command(adjudicator, submitted, "claim", CaseSuite.NOTHING);
        assertRefused(
                SUITE.command(advocateAsAdjudicator, claimed, "rulings", ruling(penalty, "drf_none")),
                403,
                "own-cause");
        assertRefused(
                SUITE.command(SUITE.staff("adj-2", "adjudicator"), claimed, "draft-rulings", CaseSuite.draft(penalty)),
                403,
                "not-the-adjudicator");
        assertRefused(
                SUITE.command(
                        SUITE.staff("campaigns-1", "respondent"),
                        claimed,
                        "answers",
                        new JsonObject().put("text", CaseSuite.REASONS)),
                403,
                "not-the-respondent");
        assertUnchanged(claimed);
    }

    @Test
    void theApproverOfAHeldPenaltyIsInTheCaseGraph() {
        Penalty penalty = SUITE.penalty();
        SUITE.penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "PenaltyApproved",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("penaltyId", penalty.id())
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("approvedBy", "enf-lead"));
        SUITE.statement(penalty);
        SUITE.read(penalty); // comes after the approval, so the approval is known too
        Answer submitted = CaseSteps.submitted(SUITE, penalty);

        assertRefused(
                SUITE.command(SUITE.staff("enf-lead", "adjudicator"), submitted, "claim", CaseSuite.NOTHING),
                403,
                "own-cause");
    }

    private static JsonObject ruling(Penalty penalty, String draftId) {
        return new JsonObject().put("draftId", draftId).put("violations", CaseSuite.violations(penalty));
    }

    private static String path(Answer seen) {
        return "/v1/cases/" + seen.json().getString("id");
    }

    private static List<Object> actions(Answer answer) {
        return answer.json().getJsonArray("nextActions").stream().toList();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private void assertUnchanged(Answer seen) {
        assertThat(advocate.get(path(seen)).etag()).isEqualTo(seen.etag());
    }
}
