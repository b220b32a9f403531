package io.redress.quickstart.story;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A second shop of the merchant: a first breach is made good and costs nothing, the next one has no cure window. */
final class CureDemo {

    private static final Map<String, String> REASONS =
            Map.of("zh", "整改属实。", "en", "It was made good, and it is new to the shop.");

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final PenaltyDemoBodies bodies;
    private final StoryReads reads;

    private final User enforcer = User.staff("enf-1", "enforcement");
    private final User colleague = User.staff("enf-2", "enforcement");
    private final User merchant;

    private final String shop;
    private final String clause;
    private final int points;

    CureDemo(StoryRun run, StoryFile story, Timeline when) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.merchant = User.merchant(run.own(story.given("merchant")));
        this.shop = run.own(story.given("cureShop"));
        this.clause = story.given("cureClause");
        this.points = story.givenNumber("curePoints");
        this.bodies = new PenaltyDemoBodies(run, shop);
        this.reads = new StoryReads(run, enforcer, enforcer, merchant);
    }

    void tell() {
        StoryReads.register(
                run,
                merchant.merchantId().orElseThrow(),
                story.given("merchantName"),
                story.given("language"),
                when.at("counterfeitAt").minusYears(3),
                shop);
        String cured = cured();
        repeated(cured);
    }

    private String cured() {
        OffsetDateTime at = arrive("curedAt");
        Map<String, Object> proposal = bodies.breach(clause, "l-6", at, OptionalInt.empty());
        String penalty = propose(proposal);
        run.mustBecome("a first breach is announced, to be made good", "ANNOUNCED", () -> status(penalty));
        run.facts()
                .check(
                        "the statement says what to make good and until when",
                        true,
                        run.read(merchant, penalty + "/statement-of-reasons")
                                .path("statement")
                                .path("en")
                                .asText()
                                .contains("Cure: make good " + clause));
        Map<String, Object> shown = Map.of("text", "已改正,见记录。", "attachments", List.of("record-" + clause));
        run.create(merchant, penalty + "/proof-of-cure", shown);
        run.refused("one proof is looked at at a time", 409, "duplicate", merchant, penalty + "/proof-of-cure", shown);
        run.refused(
                "whoever proposed the penalty does not refuse the proof",
                403,
                "own-cause",
                enforcer,
                penalty + "/proof-of-cure/answers",
                Map.of("outcome", "REFUSED", "reasons", REASONS));
        run.create(colleague, penalty + "/proof-of-cure/answers", Map.of("outcome", "ACCEPTED", "reasons", REASONS));
        run.facts().check("education takes the place of the penalty", "REPLACED", status(penalty));
        run.facts().check("what was made good costs no points", 0, reads.points(shop, "GENERAL"));
        run.refused(
                "what was made good is not punished again",
                409,
                "fact-already-punished",
                enforcer,
                "/v1/penalties",
                proposal);
        run.eventually("the merchant is told that the proof was accepted", true, () -> reads.notices()
                .containsKey("ProofOfCureAnswered"));
        return penalty.substring(penalty.lastIndexOf('/') + 1);
    }

    private void repeated(String cured) {
        OffsetDateTime at = arrive("repeatedAt");
        String penalty = propose(bodies.breach(clause, "l-7", at, OptionalInt.empty()));
        run.facts()
                .check(
                        "the next breach has no cure window, because of the first",
                        cured,
                        run.read(enforcer, penalty).path("cure").path("repeats").asText());
        run.mustBecome("and enters into force at once", "IN_FORCE", () -> status(penalty));
        run.eventually("it costs its points", points, () -> reads.points(shop, "GENERAL"));
    }

    private OffsetDateTime arrive(String name) {
        run.advanceTo(when.at(name));
        return when.at(name);
    }

    private String propose(Map<String, Object> proposal) {
        return "/v1/penalties/"
                + run.create(enforcer, "/v1/penalties", proposal).path("id").asText();
    }

    private String status(String penalty) {
        return run.read(enforcer, penalty).path("status").asText();
    }
}
