package io.redress.quickstart.story;

import static io.redress.quickstart.story.AdvocacyBodies.both;
import static io.redress.quickstart.story.AdvocacyBodies.evidence;
import static io.redress.quickstart.story.AdvocacyBodies.point;
import static io.redress.quickstart.story.AdvocacyBodies.provided;
import static io.redress.quickstart.story.AdvocacyBodies.without;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SHOP_TRANSFER: a shop in the name of a grandmother who has died, and a document that nobody alive can have. */
final class TransferDemo {

    private static final User GOVERNANCE = User.staff("gov-vp", "respondent");
    private static final String ITEM = "transfer";

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final User merchant;
    private final String shop;
    private final String transferee;

    TransferDemo(StoryRun run, StoryFile story, Timeline when, User merchant) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.merchant = merchant;
        this.shop = run.own(story.given("transferShop"));
        this.transferee = run.own(story.given("transferee"));
    }

    void tell() {
        OffsetDateTime at = when.at("transferAt");
        run.advanceTo(at);
        run.facts()
                .step("SHOP_TRANSFER: a grandchild runs the shop that is registered to the grandmother, who has died");
        DemoCase transfer = opened();
        proved(transfer, at);
        decided(transfer);
        transferred(transfer);
    }

    private DemoCase opened() {
        run.refused(
                "owner, transferee and claimants are different people",
                422,
                "transfer-invalid",
                merchant,
                "/v1/cases",
                opening(merchant.subject()));
        DemoCase transfer = DemoCase.open(run, merchant, opening(transferee));
        run.refused("a shop has one such case at a time", 409, "duplicate", merchant, "/v1/cases", opening(transferee));
        transfer.assign(story.given("language"));
        Map<String, String> asked = new LinkedHashMap<>();
        for (String requirement : List.of(
                "registrantDeath",
                "kinship",
                "claimantsWaiver.child-1",
                "claimantsWaiver.parent-1",
                "claimantsWaiver.parent-2",
                "deathCertificateOfRegistrantParents")) {
            asked.put(requirement, "OPEN");
        }
        run.facts()
                .check(
                        "each who could claim the shop is asked about, one by one",
                        asked,
                        transfer.requirements(merchant));
        return transfer;
    }

    private Map<String, Object> opening(String to) {
        return Map.of(
                "kind",
                "SHOP_TRANSFER",
                "shopId",
                shop,
                ITEM,
                Map.of(
                        "transfereeId",
                        to,
                        "claimants",
                        List.of(
                                Map.of("id", "child-1", "relation", "child of the registrant"),
                                Map.of("id", "parent-1", "relation", "parent of the registrant"),
                                Map.of("id", "parent-2", "relation", "parent of the registrant")),
                        "description",
                        "I have run the shop from the beginning."));
    }

    private void proved(DemoCase transfer, OffsetDateTime at) {
        DemoEvidence death = DemoEvidence.add(run, transfer, merchant, "death.pdf", "That the registrant has died");
        DemoEvidence kinship = DemoEvidence.add(run, transfer, merchant, "kinship.pdf", "Who the grandchild is");
        DemoEvidence waiver =
                DemoEvidence.add(run, transfer, transfer.advocate(), "waiver.pdf", "That the child waives");
        int age = at.getYear() - (story.givenNumber("registrantBorn") - story.givenNumber("parentsAgeAtBirth"));
        Map<String, String> parents =
                both("登记人父母如在世至少" + age + "岁。", "The registrant's parents would be at least " + age + " years old.");
        transfer.refused(
                "what is impossible needs its reasons",
                422,
                "requirement-incomplete",
                transfer.advocate(),
                "/requirements",
                Map.of("requirementId", "deathCertificateOfRegistrantParents", "state", "IMPOSSIBLE"));
        transfer.say(provided("registrantDeath", "deathCertificate", death.id()));
        transfer.say(provided("kinship", "notarisedKinship", kinship.id()));
        transfer.say(provided("claimantsWaiver.child-1", "onlineNotaryAttestation", waiver.id()));
        transfer.say(without("claimantsWaiver.parent-1", "WAIVED", parents));
        transfer.say(without("claimantsWaiver.parent-2", "WAIVED", parents));
        transfer.say(without("deathCertificateOfRegistrantParents", "IMPOSSIBLE", parents));
        transfer.brief(
                "Transfer the shop to who runs it.",
                List.of(point(
                        ITEM,
                        "IMPOSSIBLE_PROOF",
                        parents,
                        List.of(
                                evidence("deathCertificate", death.id()),
                                evidence("notarisedKinship", kinship.id()),
                                evidence("onlineNotaryAttestation", waiver.id())))));
        Map<String, String> said = new LinkedHashMap<>();
        said.put("registrantDeath", "PROVIDED");
        said.put("kinship", "PROVIDED");
        said.put("claimantsWaiver.child-1", "PROVIDED");
        said.put("claimantsWaiver.parent-1", "WAIVED");
        said.put("claimantsWaiver.parent-2", "WAIVED");
        said.put("deathCertificateOfRegistrantParents", "IMPOSSIBLE");
        run.facts()
                .check(
                        "the adjudicator sees what is proved, what is waived and what cannot be had",
                        said,
                        transfer.requirements(Cast.ADJUDICATOR));
    }

    private void decided(DemoCase transfer) {
        transfer.claim(Cast.ADJUDICATOR);
        transfer.answer(GOVERNANCE, both("规则要求父母的死亡证明。", "The rule asks for the parents' death certificates."));
        transfer.draft(AdvocacyBodies.draft(
                "GRANT",
                List.of(AdvocacyBodies.decided(
                        ITEM,
                        "GRANT",
                        both(
                                "所缺文件无法取得,其所防范的主张已不存在。",
                                "What is missing cannot be had, and there is nobody left whom it protects."),
                        "claimants"))));
        transfer.reply(merchant, "Thank you.");
        transfer.reply(GOVERNANCE, "We have said what there is to say.");
    }

    private void transferred(DemoCase transfer) {
        run.holdMarketplace(true);
        try {
            transfer.rule();
            run.facts()
                    .check(
                            "the shop is the grandmother's until the marketplace has moved it",
                            "EXECUTING TRANSFER PENDING",
                            transfer.status() + " " + transfer.effects());
        } finally {
            run.holdMarketplace(false);
        }
        transfer.closes("TRANSFER APPLIED");
        run.facts()
                .check(
                        "at the marketplace it has its new owner",
                        transferee,
                        run.marketplaceShop(shop).path("transferredTo").asText());
    }
}
