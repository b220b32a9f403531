package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** S5: the merchant is told what it did and what follows; how it was caught stays sealed, and is argued about. */
final class S5 {

    private static final String BUCKET = "SERIOUS";

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final S5Bodies bodies;
    private final S5Statement statement;
    private final S5Secrets secrets;
    private final StoryReads reads;

    private final User merchant;

    private final String merchantId;
    private final String shop;

    S5(StoryRun run, StoryFile story) {
        this.run = run;
        this.story = story;
        this.when = Timeline.after(run.now(), story.timeline());
        this.bodies = new S5Bodies(run, story, when);
        this.statement = new S5Statement(run, story, when, bodies);
        this.secrets = new S5Secrets(story);
        this.merchantId = run.own(story.given("merchant"));
        this.shop = run.own(story.given("shop"));
        this.merchant = User.merchant(merchantId);
        this.reads = new StoryReads(run, Cast.OPERATOR, Cast.ADJUDICATOR, merchant);
    }

    void tell() {
        run.facts().step("merchant " + merchantId + ", dates moved by " + when.years() + " years");
        OffsetDateTime opened = when.at("actAt").minusYears(3);
        StoryReads.register(run, merchantId, story.given("merchantName"), story.given("language"), opened, shop);
        run.advanceTo(when.at("proposedAt"));
        if (!Boolean.parseBoolean(story.given("disclosed"))) {
            withoutDisclosedFacts();
            return;
        }
        new S5Linter(run, story, bodies, Cast.ENFORCER).check(opened);
        String penaltyId = punish();
        String penalty = "/v1/penalties/" + penaltyId;
        readStatement(penaltyId, penalty);
        S5Appeal appeal = new S5Appeal(run, when, bodies, reads, merchant);
        appeal.tell(penaltyId);
        checkTheEnd(penalty, appeal.caseFile());
    }

    /** The mirror: nothing disclosed, nothing in force, imported penalties included. */
    private void withoutDisclosedFacts() {
        run.refused(
                "a penalty without disclosed facts is refused",
                422,
                "no-disclosed-fact",
                Cast.ENFORCER,
                "/v1/penalties",
                bodies.fraud(shop, false));
        run.refused(
                "an imported one too",
                422,
                "no-disclosed-fact",
                Cast.OPERATOR,
                "/v1/penalties/import",
                bodies.legacyFraud(shop, false));
        run.advanceTo(when.at("ruledAt"));
        run.facts()
                .check(
                        "no penalty of the shop is in force",
                        0,
                        run.read(Cast.OPERATOR, "/v1/penalties?shopId=" + shop)
                                .path("items")
                                .size());
        run.facts().check("no points were taken", 0, reads.points(shop, BUCKET));
        run.facts().check("the shop is under no measure", "", reads.measures(shop));
        run.facts().check("the merchant has no notice", Map.of(), reads.notices());
    }

    private String punish() {
        run.facts().step("enf-1 proposes for " + shop + ", with the facts told and the detection sealed");
        JsonNode proposed = run.create(Cast.ENFORCER, "/v1/penalties", bodies.fraud(shop, true));
        String penaltyId = proposed.path("id").asText();
        String path = "/v1/penalties/" + penaltyId;
        run.facts().check("the answer shows nothing of the record", false, proposed.has("detectionRecord"));
        run.mustBecome("the penalty is in force", "IN_FORCE", () -> run.read(Cast.ENFORCER, path)
                .path("status")
                .asText());
        run.eventually("it carries its points", story.givenNumber("points"), () -> reads.points(shop, BUCKET));
        run.eventually(
                "the threshold fires and its measures are in force",
                statement.measuresInForce(),
                () -> reads.measures(shop));
        return penaltyId;
    }

    private void readStatement(String penaltyId, String penalty) {
        JsonNode read = run.read(merchant, penalty + "/statement-of-reasons");
        statement.check(read);
        secrets.look("statement", read);
        run.advanceTo(when.at("readAt"));
        run.facts().step(merchantId + " reads the statement in the inbox");
        statement.checkDelivered(merchant, penalty, reads.readStatement(penaltyId));
    }

    private void checkTheEnd(String penalty, String caseFile) {
        run.eventually("the case is closed", "CLOSED", () -> run.read(Cast.ADJUDICATOR, caseFile)
                .path("status")
                .asText());
        run.facts().check("points of " + shop, story.givenNumber("points"), reads.points(shop, BUCKET));
        story.expect("notices")
                .properties()
                .forEach(type -> run.eventually(
                        "the merchant's notices: " + type.getKey(),
                        type.getValue().asInt(),
                        () -> reads.notices().getOrDefault(type.getKey(), 0)));
        for (String path : List.of(
                penalty,
                penalty + "/statement-of-reasons",
                "/v1/penalties?shopId=" + shop,
                "/v1/shops/" + shop + "/standing",
                "/v1/shops/" + shop + "/measures",
                "/v1/shops/" + shop + "/points",
                "/v1/merchants/" + merchantId + "/standing",
                "/v1/rulebooks/" + story.expect("rulebook").asInt(),
                "/v1/notices?limit=100")) {
            secrets.look(path, run.read(merchant, path));
        }
        run.facts().check("nothing the merchant can read holds a sealed term", List.of(), secrets.leaks());
    }
}
