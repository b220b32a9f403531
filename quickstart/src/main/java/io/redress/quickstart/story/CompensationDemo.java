package io.redress.quickstart.story;

import static io.redress.quickstart.story.AdvocacyBodies.both;
import static io.redress.quickstart.story.AdvocacyBodies.evidence;
import static io.redress.quickstart.story.AdvocacyBodies.money;
import static io.redress.quickstart.story.AdvocacyBodies.point;
import static io.redress.quickstart.story.AdvocacyBodies.provided;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** COMPENSATION: a fault of the platform cost a merchant money; what is proved of it is paid for. */
final class CompensationDemo {

    private static final User CAMPAIGNS = User.staff("campaigns-1", "respondent");
    private static final String ITEM = "loss";

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final User merchant;
    private final String shop;
    private final int loss;
    private final int proven;

    CompensationDemo(StoryRun run, StoryFile story, Timeline when, User merchant) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.merchant = merchant;
        this.shop = run.own(story.given("lossShop"));
        this.loss = story.givenNumber("loss");
        this.proven = story.givenNumber("lossProven");
    }

    void tell() {
        OffsetDateTime at = when.at("compensationAt");
        run.advanceTo(at);
        run.facts()
                .step("COMPENSATION: a coupon was counted twice, and " + story.given("lossMerchantName") + " lost "
                        + loss);
        DemoCase claim = opened(at);
        User former = claim.advocate();
        anotherAdvocate(claim);
        new ConfidenceDemo(run, claim, CAMPAIGNS, former).tell();
        argued(claim);
        decided(claim);
    }

    private DemoCase opened(OffsetDateTime at) {
        run.refused(
                "a loss that is still to come is refused",
                422,
                "time-in-future",
                merchant,
                "/v1/cases",
                opening(at.plusDays(1)));
        run.refused(
                "a year after the loss it is too late",
                422,
                "request-window-closed",
                merchant,
                "/v1/cases",
                opening(at.minusYears(1)));
        DemoCase claim = DemoCase.open(run, merchant, opening(at.minusDays(10)));
        run.facts()
                .check(
                        "the department that is named first is asked to answer",
                        "technology",
                        claim.seenBy(merchant).path("respondentDepartment").asText());
        claim.assign(story.given("language"));
        return claim;
    }

    private Map<String, Object> opening(OffsetDateTime lostAt) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("reference", run.own("inc-45"));
        about.put("amount", money(loss));
        about.put("lostAt", StoryRun.utc(lostAt));
        about.put("liableDepartments", List.of("technology", "campaigns"));
        about.put("description", "The coupon was taken off twice on every order.");
        return Map.of("kind", "COMPENSATION", "shopId", shop, ITEM, about);
    }

    private void anotherAdvocate(DemoCase claim) {
        run.facts().step("the merchant asks for another advocate, which it may once");
        JsonNode changed = run.move(merchant, claim.path(), "/advocate-changes", Map.of("reason", "No call back."));
        run.facts()
                .check(
                        "it has another one",
                        true,
                        !changed.path("advocateId")
                                .asText()
                                .equals(claim.advocate().subject()));
        claim.defendedBy(changed);
        claim.refused("a second wish is refused", 409, "advocate-change-used", merchant, "/advocate-changes", Map.of());
    }

    private void argued(DemoCase claim) {
        DemoEvidence settlement =
                DemoEvidence.add(run, claim, claim.advocate(), "settlement.pdf", "What the coupon cost");
        claim.refused(
                "a requirement is proved by the kinds of evidence that the policy names",
                422,
                "requirement-incomplete",
                claim.advocate(),
                "/requirements",
                provided("lossProof", "photo", settlement.id()));
        claim.say(provided("lossProof", "settlementStatement", settlement.id()));
        claim.say(provided("faultReport", "incidentId", run.own("inc-45")));
        claim.brief(
                "Pay what it cost.",
                List.of(point(
                        ITEM,
                        "PLATFORM_FAULT",
                        both("优惠券被重复扣减。", "The coupon was taken off twice."),
                        List.of(
                                evidence("settlementStatement", settlement.id()),
                                evidence("incidentId", run.own("inc-45"))))));
        Map<String, String> requirements = new LinkedHashMap<>();
        requirements.put("lossProof", "PROVIDED");
        requirements.put("faultReport", "PROVIDED");
        run.facts()
                .check("everything that was asked for is proved", requirements, claim.requirements(Cast.ADJUDICATOR));
    }

    private void decided(DemoCase claim) {
        claim.refused(
                "nobody of a department that is named as liable decides",
                403,
                "own-cause",
                User.staff("campaigns-1", "adjudicator"),
                "/claim",
                null);
        claim.claim(Cast.ADJUDICATOR);
        claim.answer(CAMPAIGNS, both("责任在平台。", "The platform is liable."));
        Map<String, Object> tooMuch = AdvocacyBodies.moneyDraft(ITEM, loss + 1, loss, reasons(), "reference");
        claim.draftRefused("what is granted in part is less than was asked for", 422, "amount-mismatch", tooMuch);
        claim.draft(AdvocacyBodies.moneyDraft(ITEM, loss, proven, reasons(), "reference"));
        claim.reply(claim.advocate(), "The merchant agrees.");
        claim.reply(CAMPAIGNS, "We agree.");
        claim.rule();
        claim.closes(proven == 0 ? "" : "CLAIM APPLIED");
        new ClaimFacts(run, claim).booked("COMPENSATION", proven);
    }

    private Map<String, String> reasons() {
        return both("结算单证明损失为" + proven + "分。", "The settlement proves a loss of " + proven + " in minor units.");
    }
}
