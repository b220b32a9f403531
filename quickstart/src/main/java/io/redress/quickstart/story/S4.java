package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** S4: 48 points on a clause off the closed list become 24, and everything the penalty did beyond that is undone. */
final class S4 {

    private static final String BUCKET = "COUNTERFEIT";
    private static final int HIDDEN_DAYS = 14;
    private static final int WINDOW_DAYS = 14;

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final S4Bodies bodies;
    private final StoryReads reads;

    private final User merchant;

    private final String merchantId;
    private final String shop;
    private final String otherShop;

    S4(StoryRun run, StoryFile story) {
        this.run = run;
        this.story = story;
        this.when = Timeline.after(run.now(), story.timeline());
        this.bodies = new S4Bodies(run, story, when);
        this.merchantId = run.own(story.given("merchant"));
        this.shop = run.own(story.given("shop"));
        this.otherShop = run.own(story.given("otherShop"));
        this.merchant = User.merchant(merchantId);
        this.reads = new StoryReads(run, Cast.OPERATOR, Cast.ADJUDICATOR, merchant);
    }

    void tell() {
        run.facts().step("merchant " + merchantId + ", dates moved by " + when.years() + " years");
        StoryReads.register(
                run,
                merchantId,
                story.given("merchantName"),
                story.given("language"),
                when.at("actAt").minusYears(3),
                shop,
                otherShop);
        punishOtherShop();
        String penaltyId = importLegacyPenalty();
        String penalty = "/v1/penalties/" + penaltyId;
        run.facts().step(merchantId + " reads the statement in the inbox");
        OffsetDateTime readAt = reads.readStatement(penaltyId);
        String caseId = openCase(penaltyId, readAt);
        String caseFile = "/v1/cases/" + caseId;
        List<String> violations = reads.violationIds(penalty);
        new S4Appeal(run, story, when, bodies, reads).tell(penalty, caseFile, violations);
        checkTheEnd(penalty);
    }

    private void punishOtherShop() {
        run.advanceTo(when.at("otherShopProposedAt"));
        run.facts().step("enf-1 proposes for " + otherShop);
        run.refused(
                "48 points on C-02 are refused",
                422,
                "closure-not-enumerated",
                Cast.ENFORCER,
                "/v1/penalties",
                bodies.closureOffTheList(otherShop));
        JsonNode proposed = run.create(Cast.ENFORCER, "/v1/penalties", bodies.twoClauses(otherShop));
        List<Integer> points = new ArrayList<>();
        proposed.path("violations").forEach(v -> points.add(v.path("points").asInt()));
        run.facts()
                .check(
                        "two clauses of one investigation are one decision of 24 points",
                        24,
                        number(proposed, "points"));
        run.facts().check("its violations take 24 and 0 points", List.of(24, 0), points);
        String path = "/v1/penalties/" + proposed.path("id").asText();
        run.mustBecome("the other shop's penalty is in force", "IN_FORCE", () -> text(Cast.ENFORCER, path, "status"));
        run.eventually("the other shop has 24 points", 24, () -> reads.points(otherShop, BUCKET));
        run.eventually(
                "the threshold of 24 fired once, the highest's measures only",
                "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN IN_FORCE",
                () -> reads.measures(otherShop));
    }

    private String importLegacyPenalty() {
        run.advanceTo(when.at("importedAt"));
        run.facts().step("operator-1 imports the legacy penalty of " + shop);
        JsonNode imported = run.create(Cast.OPERATOR, "/v1/penalties/import", bodies.legacy(shop));
        String penaltyId = imported.path("id").asText();
        String path = "/v1/penalties/" + penaltyId;
        run.mustBecome("the legacy penalty is in force", "IN_FORCE", () -> text(Cast.OPERATOR, path, "status"));
        run.eventually("it carries its points", story.givenNumber("legacyPoints"), () -> reads.points(shop, BUCKET));
        run.eventually(
                "its closure is in force; no threshold fired for it",
                "SHOP_CLOSURE IN_FORCE",
                () -> reads.measures(shop));
        return penaltyId;
    }

    private String openCase(String penaltyId, OffsetDateTime readAt) {
        run.advanceTo(when.at("openedAt"));
        run.facts().step("adv-1 opens the appeal on the advocate's own motion");
        Map<String, Object> opening = Map.of("kind", "PENALTY_APPEAL", "penaltyId", penaltyId, "ownMotion", true);
        JsonNode opened = run.create(Cast.ADVOCATE, "/v1/cases", opening);
        run.facts()
                .check(
                        "adv-1 is its advocate at once",
                        "IN_ADVOCACY adv-1",
                        opened.path("status").asText() + " "
                                + opened.path("advocateId").asText());
        run.facts()
                .check(
                        "the appeal is for this penalty",
                        penaltyId,
                        opened.path("penaltyId").asText());
        JsonNode window = opened.path("window");
        run.facts()
                .check(
                        "opening stopped the window, 14 days from the reading",
                        "STOPPED " + StoryRun.utc(readAt.plusDays(WINDOW_DAYS)),
                        window.path("status").asText() + " " + StoryRun.instant(window.path("closesAt")));
        run.refused(
                "a second appeal is refused",
                409,
                "duplicate",
                merchant,
                "/v1/cases",
                Map.of("kind", "PENALTY_APPEAL", "penaltyId", penaltyId));
        return opened.path("id").asText();
    }

    private void checkTheEnd(String penalty) {
        JsonNode expected = story.expect("penalty");
        run.eventually("the penalty's end", summary(expected), () -> summary(run.read(Cast.OPERATOR, penalty)));
        run.facts().check("points of " + shop, story.expect("shopPoints").asInt(), reads.points(shop, BUCKET));
        run.facts()
                .check(
                        "points of " + otherShop,
                        story.expect("otherShopPoints").asInt(),
                        reads.points(otherShop, BUCKET));
        run.eventually("measures of " + shop, expectedMeasures(), () -> reads.measures(shop));
        new S4Measures(run, story, when, Cast.OPERATOR, shop, otherShop).check();
        run.eventually("the merchant's notices", expectedNotices(), reads::notices);
    }

    /** Closed at least as long as hiding would have lasted: served. Otherwise it goes on for the rest, from closedAt. */
    private String expectedMeasures() {
        String closure = "SHOP_CLOSURE " + story.expect("closure").asText();
        if (story.expect("effects").isEmpty()) {
            return closure;
        }
        Duration closed = Duration.between(when.at("closedAt"), when.at("ruledAt"));
        String hidden = closed.compareTo(Duration.ofDays(HIDDEN_DAYS)) >= 0 ? "SERVED" : "IN_FORCE";
        return "LISTINGS_REMOVED IN_FORCE, " + closure + ", SHOP_HIDDEN " + hidden;
    }

    private Map<String, Integer> expectedNotices() {
        Map<String, Integer> expected = new TreeMap<>();
        story.expect("notices")
                .properties()
                .forEach(n -> expected.put(n.getKey(), n.getValue().asInt()));
        return expected;
    }

    private String text(User user, String path, String member) {
        return run.read(user, path).path(member).asText();
    }

    private static String summary(JsonNode penalty) {
        return penalty.path("status").asText() + (penalty.path("final").asBoolean() ? ", final, " : ", not final, ")
                + penalty.path("points").asInt() + " points";
    }

    private static int number(JsonNode node, String member) {
        return node.path(member).asInt();
    }
}
