package io.redress.quickstart.story;

import static io.redress.quickstart.story.AdvocacyBodies.both;
import static io.redress.quickstart.story.AdvocacyBodies.decided;
import static io.redress.quickstart.story.AdvocacyBodies.evidence;
import static io.redress.quickstart.story.AdvocacyBodies.point;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written about the penalty of the demonstration: two violations, of which the first one stands. */
final class AppealBodies {

    /** How the penalty was found; the merchant never sees a word of it. */
    static final String SEALED = "two accounts pay from one purse";

    private static final String DESCRIPTION = "description";

    private final StoryRun run;
    private final StoryFile story;

    AppealBodies(StoryRun run, StoryFile story) {
        this.run = run;
        this.story = story;
    }

    Map<String, Object> proposal(String shop, OffsetDateTime proposedAt) {
        Map<String, Object> harassed = violation(
                story.given("keptClause"),
                "l-31",
                proposedAt,
                both("店铺多次致电辱骂买家。", "The shop called a buyer again and again and insulted him."));
        Map<String, Object> inflated = violation(
                story.given("fallenClause"),
                "l-32",
                proposedAt,
                both("该商品的四十笔订单没有真实的包裹。", "Forty orders of the listing had no parcel."));
        inflated.put("points", story.givenNumber("fallenPoints"));
        inflated.put("factors", Map.of("volume", "forty", "repeat", "no"));
        inflated.put("factorReasons", "Forty orders within a week.");
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("shopId", shop);
        proposal.put("departmentId", "enforcement");
        proposal.put("explanation", both("骚扰买家,并虚构销量。", "A buyer was harassed, and sales were inflated."));
        proposal.put("automation", Map.of("detection", true, "decision", false));
        proposal.put("territory", "CN");
        proposal.put("violations", List.of(harassed, inflated));
        proposal.put("detectionRecord", Map.of("summary", SEALED, "signals", List.of("purse")));
        return proposal;
    }

    private Map<String, Object> violation(
            String clause, String listing, OffsetDateTime proposedAt, Map<String, String> description) {
        OffsetDateTime from = proposedAt.minusHours(20);
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("clauseId", clause);
        violation.put("from", StoryRun.utc(from));
        violation.put("to", StoryRun.utc(from.plusHours(1)));
        violation.put("objects", List.of(Map.of("type", "LISTING", "id", run.own(listing))));
        violation.put("facts", Map.of(DESCRIPTION, description, "listings", List.of(run.own(listing))));
        return violation;
    }

    /** Each violation has grounds and evidence of its own. */
    List<Map<String, Object>> points(
            List<String> violations, String ground, DemoEvidence proof, DemoEvidence hardship) {
        return List.of(
                point(
                        violations.get(0),
                        "DISPROPORTIONATE",
                        both("店主已向买家道歉,此前没有违规。", "The owner has apologised, and it was the first time."),
                        List.of(evidence("correspondence", run.own("letter-1")))),
                point(
                        violations.get(1),
                        ground,
                        both("四十个包裹均有签收记录。", "All forty parcels were signed for."),
                        List.of(evidence("orderExport", proof.id()), evidence("HARDSHIP", hardship.id()))));
    }

    Map<String, String> answer() {
        return both("包裹记录此前未提交。", "The record of the parcels was not known to us.");
    }

    /** The first violation stands, the second falls. */
    Map<String, Object> firstDraft(List<String> violations) {
        Map<String, Object> draft = partial(
                story.givenNumber("keptPoints"),
                decided(
                        violations.get(0),
                        "UPHOLD",
                        both("通话记录证明了骚扰行为。", "The calls are on record; an apology does not undo them."),
                        DESCRIPTION),
                decided(
                        violations.get(1),
                        "OVERTURN",
                        both("包裹真实存在,事实不成立。", "The parcels were real: the sales were, too."),
                        DESCRIPTION));
        draft.put("moneyBack", AdvocacyBodies.money(story.givenNumber("feesBack")));
        return draft;
    }

    /** Decided anew: so many points are left, or none. */
    Map<String, Object> draftAnew(List<String> violations, int points) {
        String first = points == 0 ? "OVERTURN" : "PARTIAL";
        Map<String, Object> kept = decided(
                violations.get(0),
                first,
                both("新录音显示多数来电由买家发起。", "By the new recording it was the buyer who called most of the time."),
                DESCRIPTION);
        Map<String, Object> fallen = decided(
                violations.get(1),
                "OVERTURN",
                both("此项维持原裁决。", "This is as it was ruled before: the parcels were real."),
                DESCRIPTION);
        return points == 0 ? AdvocacyBodies.draft(first, List.of(kept, fallen)) : partial(points, kept, fallen);
    }

    private static Map<String, Object> partial(int points, Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> draft = AdvocacyBodies.draft("PARTIAL", List.of(first, second));
        draft.put("points", points);
        return draft;
    }
}
