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

    private static final int HIDDEN_DAYS = 14;
    private static final int WINDOW_DAYS = 14;

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final S4Bodies bodies;
    private final S4Reads reads;

    private final User marketplace = User.machine("marketplace");
    private final User enforcer = User.staff("enf-1", "enforcement");
    private final User enforcerAsJudge = User.staff("enf-1", "enforcement", "adjudicator");
    private final User respondent = User.staff("enf-2", "enforcement", "respondent");
    private final User operator = User.staff("operator-1", "operator");
    private final User advocate = User.staff("adv-1", "advocate");
    private final User advocateAsJudge = User.staff("adv-1", "advocate", "adjudicator");
    private final User adjudicator = User.staff("adj-1", "adjudicator");
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
        this.reads = new S4Reads(run, operator, adjudicator, merchant);
    }

    void tell() {
        run.facts().step("merchant " + merchantId + ", dates moved by " + when.years() + " years");
        registerParties();
        punishOtherShop();
        String penaltyId = importLegacyPenalty();
        String penalty = "/v1/penalties/" + penaltyId;
        OffsetDateTime readAt = readStatement(penaltyId);
        String caseId = openCase(penaltyId, readAt);
        String caseFile = "/v1/cases/" + caseId;
        List<String> violations = reads.violationIds(penalty);
        argue(caseFile, violations);
        deliberate(caseFile, violations);
        rule(penalty, caseFile, violations);
        checkTheEnd(penalty);
    }

    private void registerParties() {
        run.put(
                marketplace,
                "/v1/merchants/" + merchantId,
                Map.of("name", story.given("merchantName"), "language", story.given("language")));
        for (String id : List.of(shop, otherShop)) {
            run.put(
                    marketplace,
                    "/v1/shops/" + id,
                    Map.of(
                            "merchantId",
                            merchantId,
                            "openedAt",
                            StoryRun.utc(when.at("actAt").minusYears(3))));
        }
    }

    private void punishOtherShop() {
        run.advanceTo(when.at("otherShopProposedAt"));
        run.facts().step("enf-1 proposes for " + otherShop);
        run.refused(
                "48 points on C-02 are refused",
                422,
                "closure-not-enumerated",
                enforcer,
                "/v1/penalties",
                bodies.closureOffTheList(otherShop));
        JsonNode proposed = run.create(enforcer, "/v1/penalties", bodies.twoClauses(otherShop));
        List<Integer> points = new ArrayList<>();
        proposed.path("violations").forEach(v -> points.add(v.path("points").asInt()));
        run.facts()
                .check(
                        "two clauses of one investigation are one decision of 24 points",
                        24,
                        number(proposed, "points"));
        run.facts().check("its violations take 24 and 0 points", List.of(24, 0), points);
        String path = "/v1/penalties/" + proposed.path("id").asText();
        run.mustBecome("the other shop's penalty is in force", "IN_FORCE", () -> text(enforcer, path, "status"));
        run.eventually("the other shop has 24 points", 24, () -> reads.points(otherShop));
        run.eventually(
                "the threshold of 24 fired once, the highest's measures only",
                "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN IN_FORCE",
                () -> reads.measures(otherShop));
    }

    private String importLegacyPenalty() {
        run.advanceTo(when.at("importedAt"));
        run.facts().step("operator-1 imports the legacy penalty of " + shop);
        JsonNode imported = run.create(operator, "/v1/penalties/import", bodies.legacy(shop));
        String penaltyId = imported.path("id").asText();
        String path = "/v1/penalties/" + penaltyId;
        run.mustBecome("the legacy penalty is in force", "IN_FORCE", () -> text(operator, path, "status"));
        run.eventually("it carries its points", story.givenNumber("legacyPoints"), () -> reads.points(shop));
        run.eventually(
                "its closure is in force; no threshold fired for it",
                "SHOP_CLOSURE IN_FORCE",
                () -> reads.measures(shop));
        return penaltyId;
    }

    /** Reading is delivery: the appeal window of 14 days runs from here. */
    private OffsetDateTime readStatement(String penaltyId) {
        run.facts().step(merchantId + " reads the statement in the inbox");
        run.mustBecome("the statement lies in the inbox", true, () -> !reads.statementNotice(penaltyId)
                .isEmpty());
        String notice = "/v1/notices/" + reads.statementNotice(penaltyId);
        return OffsetDateTime.parse(
                run.create(merchant, notice + "/read", null).path("readAt").asText());
    }

    private String openCase(String penaltyId, OffsetDateTime readAt) {
        run.advanceTo(when.at("openedAt"));
        run.facts().step("adv-1 opens the appeal on the advocate's own motion");
        Map<String, Object> opening = Map.of("kind", "PENALTY_APPEAL", "penaltyId", penaltyId, "ownMotion", true);
        JsonNode opened = run.create(advocate, "/v1/cases", opening);
        run.facts()
                .check(
                        "adv-1 is its advocate at once",
                        "IN_ADVOCACY adv-1",
                        status(opened) + " " + opened.path("advocateId").asText());
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

    private void argue(String caseFile, List<String> violations) {
        JsonNode early = run.refusedMove(
                "a claim before the brief is refused",
                409,
                "illegal-transition",
                adjudicator,
                advocate,
                caseFile,
                "/claim",
                null);
        run.facts()
                .check(
                        "the refusal names the status",
                        "IN_ADVOCACY",
                        early.path("currentStatus").asText());
        run.advanceTo(when.at("briefAt"));
        run.facts().step("adv-1 files the brief on the ground NOT_ENUMERATED");
        run.facts()
                .check(
                        "the brief is filed",
                        "SUBMITTED",
                        status(run.move(advocate, caseFile, "/briefs", bodies.brief(violations))));
        run.advanceTo(when.at("claimedAt"));
        run.refusedMove(
                "enf-1, who proposed, may not adjudicate",
                403,
                "own-cause",
                enforcerAsJudge,
                advocate,
                caseFile,
                "/claim",
                null);
        run.refusedMove(
                "adv-1, the advocate, may not adjudicate",
                403,
                "own-cause",
                advocateAsJudge,
                advocate,
                caseFile,
                "/claim",
                null);
        run.facts().step("adj-1 claims the case");
        run.facts()
                .check(
                        "the case is in deliberation",
                        "IN_DELIBERATION",
                        status(run.move(adjudicator, caseFile, "/claim", null)));
    }

    private void deliberate(String caseFile, List<String> violations) {
        run.advanceTo(when.at("answeredAt"));
        run.facts().step("enf-2 answers for the department");
        run.move(respondent, caseFile, "/answers", bodies.answer());
        run.advanceTo(when.at("draftAt"));
        run.refusedMove(
                "a draft without individual reasons is refused",
                422,
                "reasons-missing",
                adjudicator,
                adjudicator,
                caseFile,
                "/draft-rulings",
                bodies.draft(violations.subList(0, 0)));
        run.facts().step("adj-1 shows both sides a draft: " + story.given("outcome"));
        JsonNode drafted = run.move(adjudicator, caseFile, "/draft-rulings", bodies.draft(violations));
        run.facts().check("both sides may reply", "REPLY_WINDOW", status(drafted));
        if (when.years() == 0) {
            String repliesBy = StoryRun.utc(when.at("repliesBy"));
            run.facts()
                    .check(
                            "replies are due after two business days",
                            repliesBy,
                            StoryRun.instant(drafted.path("draft").path("repliesBy"))
                                    .replaceFirst(":\\d\\d(\\.\\d+)?Z$", ":00Z"));
        }
        run.move(advocate, caseFile, "/replies", Map.of("text", bodies.reply()));
    }

    private void rule(String penalty, String caseFile, List<String> violations) {
        run.advanceTo(when.at("ruledAt"));
        boolean effects = !story.expect("effects").isEmpty();
        run.holdMarketplace(true);
        try {
            String draftId =
                    run.read(adjudicator, caseFile).path("draft").path("id").asText();
            run.refusedMove(
                    "a ruling without individual reasons is refused",
                    422,
                    "reasons-missing",
                    adjudicator,
                    adjudicator,
                    caseFile,
                    "/rulings",
                    bodies.ruling(draftId, violations.subList(0, 0)));
            run.facts().step("adj-1 rules " + story.given("outcome"));
            run.move(adjudicator, caseFile, "/rulings", bodies.ruling(draftId, violations));
            if (effects) {
                run.eventually(
                        "points are applied, the lift waits for the marketplace",
                        "MEASURE PENDING, POINTS APPLIED",
                        () -> reads.effects(caseFile));
                run.facts()
                        .check(
                                "the case stays open while the lift is unconfirmed",
                                "EXECUTING",
                                text(adjudicator, caseFile, "status"));
                run.facts()
                        .check(
                                "the penalty has its ruled points",
                                story.givenNumber("ruledPoints"),
                                number(run.read(operator, penalty), "points"));
            }
        } finally {
            run.holdMarketplace(false);
        }
        run.eventually("the case is closed", "CLOSED", () -> text(adjudicator, caseFile, "status"));
        run.facts()
                .check(
                        "every effect is confirmed",
                        effects ? "MEASURE APPLIED, POINTS APPLIED" : "",
                        reads.effects(caseFile));
    }

    private void checkTheEnd(String penalty) {
        JsonNode expected = story.expect("penalty");
        run.eventually("the penalty's end", summary(expected), () -> summary(run.read(operator, penalty)));
        run.facts().check("points of " + shop, story.expect("shopPoints").asInt(), reads.points(shop));
        run.facts()
                .check("points of " + otherShop, story.expect("otherShopPoints").asInt(), reads.points(otherShop));
        run.eventually("measures of " + shop, expectedMeasures(), () -> reads.measures(shop));
        new S4Measures(run, story, when, operator, shop, otherShop).check();
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

    private static String status(JsonNode caseFile) {
        return caseFile.path("status").asText();
    }

    private static int number(JsonNode node, String member) {
        return node.path(member).asInt();
    }
}
