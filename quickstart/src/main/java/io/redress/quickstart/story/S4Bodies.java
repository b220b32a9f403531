package io.redress.quickstart.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of S4 write. */
final class S4Bodies {

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;

    S4Bodies(StoryRun run, StoryFile story, Timeline when) {
        this.run = run;
        this.story = story;
        this.when = when;
    }

    /** A closure on a clause that is not among the enumerated ones. */
    Map<String, Object> closureOffTheList(String shop) {
        Map<String, Object> violation = violation("C-02", "l-2141");
        violation.put("points", 48);
        return proposal(shop, List.of(violation));
    }

    /** Two clauses, each on a listing of its own, one investigation. */
    Map<String, Object> twoClauses(String shop) {
        return proposal(shop, List.of(violation(story.given("otherClause"), "l-2141"), violation("C-02", "l-2142")));
    }

    Map<String, Object> legacy(String shop) {
        Map<String, Object> violation = violation(story.given("clause"), "l-2041");
        violation.put("points", story.givenNumber("legacyPoints"));
        Map<String, Object> legacy = proposal(shop, List.of(violation));
        legacy.put("originalProposer", "enf-1");
        legacy.put("inForceAt", StoryRun.utc(when.at("closedAt")));
        legacy.put("measures", List.of(Map.of("kind", "SHOP_CLOSURE", "startedAt", StoryRun.utc(when.at("closedAt")))));
        return legacy;
    }

    Map<String, Object> brief(List<String> violations) {
        List<Map<String, Object>> argued = violations.stream()
                .map(id -> Map.<String, Object>of(
                        "violationId",
                        id,
                        "grounds",
                        List.of("NOT_ENUMERATED"),
                        "argument",
                        both(
                                "无论嫌疑多大，该行为不在列明的查封条款之内，裁量上限为24分。",
                                "However plausible the guilt, the act is not among the enumerated closure clauses; discretion ends at 24."),
                        "evidence",
                        List.of(Map.of("kind", "correspondence", "reference", run.own("e-2004")))))
                .toList();
        return Map.of("violations", argued, "relief", "Reduce to 24 points and reopen the shop.");
    }

    Map<String, Object> answer() {
        return Map.of(
                "text",
                both("买家被引至站外聊天软件购买假货，事实清楚。", "Buyers were lured to a chat app to buy fakes; the facts are clear."));
    }

    Map<String, Object> draft(List<String> violations) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("outcome", story.given("outcome"));
        if (story.given("outcome").equals("PARTIAL")) {
            draft.put("points", story.givenNumber("ruledPoints"));
        }
        draft.put("violations", reasoned(violations));
        return draft;
    }

    Map<String, Object> ruling(String draftId, List<String> violations) {
        return Map.of("draftId", draftId, "violations", reasoned(violations));
    }

    String reply() {
        return "The advocate has nothing to add to the brief.";
    }

    private List<Map<String, Object>> reasoned(List<String> violations) {
        boolean upheld = story.given("outcome").equals("UPHOLD");
        Map<String, String> reasons = upheld
                ? both("该行为属于列明的查封条款。", "The act is among the enumerated closure clauses.")
                : both(
                        "事实成立，但该条款不在列明的查封条款之内，减为24分。",
                        "The act is proven, but its clause is not a closure clause: 24 points.");
        return violations.stream()
                .map(id -> Map.<String, Object>of(
                        "violationId",
                        id,
                        "outcome",
                        story.given("outcome"),
                        "reasons",
                        reasons,
                        "facts",
                        List.of("description")))
                .toList();
    }

    private Map<String, Object> proposal(String shop, List<Map<String, Object>> violations) {
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("shopId", shop);
        proposal.put("investigationId", run.own("inv-" + shop.substring(0, 6)));
        proposal.put("departmentId", "enforcement");
        proposal.put(
                "explanation", both("店铺引导买家到站外购买假货。", "The shop lured buyers off the platform to sell counterfeits."));
        proposal.put("automation", Map.of("detection", true, "decision", false));
        proposal.put("territory", "CN");
        proposal.put("violations", violations);
        return proposal;
    }

    private Map<String, Object> violation(String clause, String listing) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("clauseId", clause);
        violation.put("from", StoryRun.utc(when.at("actAt")));
        violation.put("to", StoryRun.utc(when.at("actAt").plusHours(1)));
        violation.put("objects", List.of(Map.of("type", "LISTING", "id", run.own(listing))));
        violation.put(
                "facts",
                Map.of(
                        "description",
                        both("通过聊天软件向买家出售仿冒箱包。", "Counterfeit bags were sold to buyers through a chat app."),
                        "listings",
                        List.of(run.own(listing))));
        return violation;
    }

    private static Map<String, String> both(String zh, String en) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("zh", zh);
        text.put("en", en);
        return text;
    }
}
