package io.redress.quickstart.story;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Another shop of the merchant: a first breach is made good and costs nothing, the next one has no cure window. */
final class CureDemo {

    private static final String GENERAL = "GENERAL";
    private static final Map<String, String> REASONS =
            Map.of("zh", "整改属实。", "en", "It was made good, and it is new to the shop.");

    private final StoryRun run;
    private final Timeline when;
    private final DemoShop shop;
    private final String clause;
    private final int points;

    CureDemo(StoryRun run, StoryFile story, Timeline when, String merchantId) {
        this.run = run;
        this.when = when;
        this.shop = new DemoShop(run, when, User.merchant(merchantId), run.own(story.given("cureShop")));
        this.clause = story.given("cureClause");
        this.points = story.givenNumber("curePoints");
    }

    void tell() {
        shop.open(when.at("counterfeitAt").minusYears(3));
        String cured = cured();
        repeated(cured);
    }

    /** @return the penalty in whose place there is education */
    private String cured() {
        OffsetDateTime at = shop.arrive("curedAt");
        Map<String, Object> proposal = shop.bodies().breach(clause, "l-6", at, OptionalInt.empty());
        String penalty = shop.propose(proposal);
        run.mustBecome("a first breach is announced, to be made good", "ANNOUNCED", () -> shop.status(penalty));
        run.facts()
                .check(
                        "the statement says what to make good and until when",
                        true,
                        run.read(shop.merchant(), penalty + "/statement-of-reasons")
                                .path("statement")
                                .path("en")
                                .asText()
                                .contains("Cure: make good " + clause));
        proved(penalty);
        run.facts().check("education takes the place of the penalty", "REPLACED", shop.status(penalty));
        shop.points("what was made good costs no points", Map.of());
        shop.refused("what was made good is not punished again", 409, "fact-already-punished", proposal);
        run.eventually("the merchant is told that the proof was accepted", true, () -> shop.reads()
                .notices()
                .containsKey("ProofOfCureAnswered"));
        return penalty.substring(penalty.lastIndexOf('/') + 1);
    }

    private void proved(String penalty) {
        Map<String, Object> shown = Map.of("text", "已改正,见记录。", "attachments", List.of("record-" + clause));
        run.create(shop.merchant(), penalty + "/proof-of-cure", shown);
        run.refused(
                "one proof is looked at at a time",
                409,
                "duplicate",
                shop.merchant(),
                penalty + "/proof-of-cure",
                shown);
        run.refused(
                "whoever proposed the penalty does not refuse the proof",
                403,
                "own-cause",
                Cast.ENFORCER,
                penalty + "/proof-of-cure/answers",
                Map.of("outcome", "REFUSED", "reasons", REASONS));
        run.create(
                Cast.RESPONDENT, penalty + "/proof-of-cure/answers", Map.of("outcome", "ACCEPTED", "reasons", REASONS));
    }

    private void repeated(String cured) {
        OffsetDateTime at = shop.arrive("repeatedAt");
        String penalty = shop.propose(shop.bodies().breach(clause, "l-7", at, OptionalInt.empty()));
        run.facts()
                .check(
                        "the next breach has no cure window, because of the first",
                        cured,
                        run.read(Cast.ENFORCER, penalty)
                                .path("cure")
                                .path("repeats")
                                .asText());
        run.mustBecome("and enters into force at once", "IN_FORCE", () -> shop.status(penalty));
        shop.points("it costs its points", Map.of(GENERAL, points));
    }
}
