package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** PENALTY_APPEAL: two violations are punished in one decision; the merchant appeals and is given an advocate. */
final class AppealDemo {

    private static final int WINDOW_DAYS = 14;

    private final StoryRun run;
    private final StoryFile story;
    private final DemoShop shop;
    private final AppealBodies bodies;
    private final AppealMeasures measures;
    private List<String> violations = List.of();
    private DemoCase appeal;

    AppealDemo(StoryRun run, StoryFile story, Timeline when, User merchant) {
        this.run = run;
        this.story = story;
        this.shop = new DemoShop(run, when, merchant, run.own(story.given("appealShop")));
        this.bodies = new AppealBodies(run, story);
        this.measures = new AppealMeasures(story, when);
    }

    /** From the penalty to the closed case. */
    void tell() {
        run.facts()
                .step("PENALTY_APPEAL: " + story.given("appealMerchantName") + " is punished for two things at once");
        String penalty = punished();
        OffsetDateTime readAt = read(penalty);
        appeal = opened(penalty, readAt);
        advocate();
        IndependenceDemo independence = new IndependenceDemo(run, appeal);
        independence.attempted();
        new AppealHearing(run, story, shop, bodies, measures, appeal, violations).tell(penalty);
        independence.rated();
    }

    /** A month later, by two others. */
    void reopened() {
        new ReopeningDemo(run, story, shop, bodies, measures, appeal, violations).tell();
    }

    private String punished() {
        OffsetDateTime at = shop.arrive("penaltyAt");
        String penalty = shop.propose(bodies.proposal(shop.id(), at));
        run.mustBecome("the penalty is in force", "IN_FORCE", () -> shop.status(penalty));
        violations = shop.reads().violationIds(penalty);
        Map<String, Integer> points = new TreeMap<>();
        points.put("GENERAL", story.givenNumber("keptPoints"));
        points.put("SERIOUS", story.givenNumber("fallenPoints"));
        shop.points("each violation counts in its own bucket", points);
        shop.measures("12 points in a bucket bring its measures", measures.beforeTheRuling());
        return penalty;
    }

    private OffsetDateTime read(String penalty) {
        run.facts().step("the merchant reads the statement of reasons: from now on it may appeal");
        return shop.reads().readStatement(id(penalty));
    }

    private DemoCase opened(String penalty, OffsetDateTime readAt) {
        shop.arrive("appealAt");
        run.facts().step("the merchant opens an appeal");
        Map<String, Object> opening = Map.of("kind", "PENALTY_APPEAL", "penaltyId", id(penalty));
        DemoCase opened = DemoCase.open(run, shop.merchant(), opening);
        JsonNode window = opened.seenBy(shop.merchant()).path("window");
        run.facts()
                .check(
                        "its window of 14 days from the reading is stopped",
                        "STOPPED " + StoryRun.utc(readAt.plusDays(WINDOW_DAYS)),
                        window.path("status").asText() + " " + StoryRun.instant(window.path("closesAt")));
        run.refused("a penalty has one appeal at a time", 409, "duplicate", shop.merchant(), "/v1/cases", opening);
        return opened;
    }

    private void advocate() {
        run.facts().step("operator-1 gives it an advocate");
        appeal.refused(
                "whoever proposed the penalty does not defend against it",
                403,
                "own-cause",
                Cast.OPERATOR,
                "/advocate",
                Map.of("advocateId", "enf-1"));
        appeal.refused(
                "nor does who is above the proposer",
                422,
                "conflict-of-interest",
                Cast.OPERATOR,
                "/advocate",
                Map.of("advocateId", "gov-vp"));
        appeal.assign(story.given("language"));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
