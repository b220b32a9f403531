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

/**
 * FEE_RELIEF: a fee by the rules, and out of all proportion to what was sold for it. The merchant gives up; two months
 * later its advocate goes on.
 */
final class FeeDemo {

    private static final User CAMPAIGNS = User.staff("campaigns-1", "respondent");
    private static final String ITEM = "fee";

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final User merchant;
    private final FairFee fair;
    private final int fee;
    private final int sales;

    FeeDemo(StoryRun run, StoryFile story, Timeline when, User merchant) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.merchant = merchant;
        this.fair = FairFee.of(story);
        this.fee = story.givenNumber("fee");
        this.sales = story.givenNumber("sales");
    }

    void tell() {
        OffsetDateTime at = when.at("feeAt");
        run.advanceTo(at);
        run.facts()
                .step("FEE_RELIEF: " + story.given("feeMerchantName") + " paid " + fee + " for a slot and sold for "
                        + sales);
        DemoCase relief = DemoCase.open(run, merchant, opening(at));
        relief.assign(story.given("language"));
        givenUp(relief);
        goneOnWith(relief);
        argued(relief);
        decided(relief);
    }

    private Map<String, Object> opening(OffsetDateTime at) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("reference", run.own("fee-618"));
        about.put("amount", money(fee));
        about.put("chargedAt", StoryRun.utc(at.minusDays(2)));
        about.put("chargedBy", "campaigns");
        about.put("campaignId", story.given("campaign"));
        about.put("description", "We stated too much stock. We sold for " + sales + ".");
        return Map.of("kind", "FEE_RELIEF", "shopId", run.own(story.given("feeShop")), ITEM, about);
    }

    private void givenUp(DemoCase relief) {
        run.advanceTo(when.at("gaveUpAt"));
        run.facts().step("the merchant gives up");
        JsonNode withdrawn = run.move(merchant, relief.path(), "/withdraw", null);
        run.facts()
                .check(
                        "a case that is withdrawn before its brief does not count",
                        "WITHDRAWN false",
                        withdrawn.path("status").asText() + " "
                                + withdrawn.path("counted").asBoolean());
    }

    private void goneOnWith(DemoCase relief) {
        run.advanceTo(when.at("continuedAt"));
        run.facts().step("long after, " + relief.advocate().subject() + " goes on, of her own motion");
        relief.refused(
                "no other advocate goes on with her case",
                403,
                "not-the-advocate",
                User.staff("adv-lead", "advocate"),
                "/continue",
                null);
        JsonNode continued = run.move(relief.advocate(), relief.path(), "/continue", null);
        run.facts()
                .check(
                        "the case is with her again",
                        "IN_ADVOCACY true",
                        continued.path("status").asText() + " "
                                + continued.path("ownMotion").asBoolean());
        run.eventually(
                "the merchant is told that it risks nothing and may opt out",
                true,
                () -> relief.tells(merchant, "You risk nothing by it, and you may opt out"));
        run.facts()
                .check(
                        "and could do so at once",
                        true,
                        relief.seenBy(merchant).path("nextActions").toString().contains("withdrawCase"));
    }

    private void argued(DemoCase relief) {
        DemoEvidence export =
                DemoEvidence.add(run, relief, relief.advocate(), "orders.pdf", "That " + sales + " were sold");
        DemoEvidence receipt =
                DemoEvidence.add(run, relief, relief.advocate(), "settlement.pdf", "That " + fee + " were charged");
        relief.say(provided("feeReceipt", "settlementStatement", receipt.id()));
        relief.say(provided("salesProof", "orderExport", export.id()));
        relief.brief(
                "Give back what is out of proportion.",
                List.of(point(
                        ITEM,
                        "MANIFEST_UNFAIRNESS",
                        both(
                                "费用" + fee + "分,销售额仅" + sales + "分。",
                                "The fee was " + fee + " and the sales were " + sales + ", in minor units."),
                        List.of(evidence("settlementStatement", receipt.id()), evidence("orderExport", export.id())))));
    }

    private void decided(DemoCase relief) {
        relief.claim(Cast.ADJUDICATOR);
        relief.answer(CAMPAIGNS, both("规则完备,平台无责任。", "The rules are complete; there is no liability."));
        int back = fair.back();
        fair.steps().forEach(run.facts()::step);
        relief.draft(AdvocacyBodies.moneyDraft(ITEM, fee, back, reasons(back), "campaignId"));
        relief.reply(relief.advocate(), "The merchant agrees.");
        relief.reply(CAMPAIGNS, "No objection.");
        relief.rule();
        relief.closes(back == 0 ? "" : "CLAIM APPLIED");
        new ClaimFacts(run, relief).booked("GOODWILL", back);
        if (back > 0) {
            run.facts()
                    .check(
                            "it is paid without admitting anything",
                            "NONE",
                            run.read(merchant, "/v1/claims?caseId=" + relief.id())
                                    .path("items")
                                    .path(0)
                                    .path("admission")
                                    .asText());
        }
        run.facts()
                .check(
                        "the merchant reads why",
                        reasons(back).get("en"),
                        relief.seenBy(merchant)
                                .path("ruling")
                                .path("violations")
                                .path(0)
                                .path("reasons")
                                .path("en")
                                .asText());
    }

    private Map<String, String> reasons(int back) {
        return back == 0
                ? both("费用与同类相当。", "The fee is in proportion to what others paid.")
                : both(
                        "按同类比例应收" + (fee - back) + "分,退还" + back + "分。",
                        "By what others paid " + (fee - back) + " would be fair; " + back + " is given back.");
    }
}
