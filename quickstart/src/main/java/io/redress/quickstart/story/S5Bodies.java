package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of S5 write. */
final class S5Bodies {

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;

    S5Bodies(StoryRun run, StoryFile story, Timeline when) {
        this.run = run;
        this.story = story;
        this.when = when;
    }

    /** The fraud: what the merchant is told and, apart from it, how it was found. */
    Map<String, Object> fraud(String shop, boolean disclosed) {
        Map<String, Object> violation = violation(
                story.given("clause"), story.givenList("listings").get(0).asText());
        violation.put("points", story.givenNumber("points"));
        violation.put(
                "factors",
                Map.of("amount", story.given("amount"), "victims", String.valueOf(story.givenNumber("victims"))));
        violation.put("factorReasons", "Two buyers paid for goods that were never there.");
        violation.put("facts", disclosed ? facts() : Map.of());
        Map<String, Object> proposal = proposal(
                shop,
                both("店铺收款后不发货,并提供虚假物流。", "The shop took payment, did not ship, and gave false tracking."),
                violation);
        proposal.put("detectionRecord", detectionRecord());
        return proposal;
    }

    Map<String, Object> legacyFraud(String shop, boolean disclosed) {
        Map<String, Object> legacy = fraud(shop, disclosed);
        legacy.put("originalProposer", "enf-1");
        legacy.put("inForceAt", StoryRun.utc(when.at("actAt").plusDays(1)));
        legacy.put("measures", List.of());
        return legacy;
    }

    /** How it was found, in the words that are sealed. */
    Map<String, Object> detectionRecord() {
        return Map.of(
                "summary",
                "graph-risk-score above threshold 0.87 in device-cluster " + run.own("d-7"),
                "signals",
                List.of("graph-risk-score", "device-cluster"),
                "detectorVersion",
                "7");
    }

    /** A small matter, to be explained in these words. */
    Map<String, Object> explained(String shop, String listing, String words) {
        return proposal(shop, both(words, words), smallMatter(listing));
    }

    private Map<String, Object> smallMatter(String listing) {
        Map<String, Object> violation = violation("G-03", listing);
        violation.put("facts", Map.of("listings", List.of(run.own(listing))));
        return violation;
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("description", both("两名买家付款后未收到商品。", "Two buyers paid and received nothing."));
        facts.put("orders", own("orders"));
        facts.put("listings", own("listings"));
        facts.put("amount", Map.of("amountMinor", story.given("amount"), "currency", "CNY"));
        facts.put("count", story.givenNumber("victims"));
        return facts;
    }

    /** The ids of a list that is given, as this run has them. */
    List<String> own(String list) {
        return story.givenList(list).stream()
                .map(JsonNode::asText)
                .map(run::own)
                .toList();
    }

    Map<String, Object> challenge() {
        return Map.of(
                "grounds",
                both("商家无法就未披露的投诉申辩。", "The merchant cannot answer complaints it is not told of."),
                "whatShouldBeDisclosed",
                "When the two buyers complained.");
    }

    Map<String, Object> challengeAnswer(String disclosureEn) {
        return Map.of(
                "outcome",
                "DISCLOSED",
                "reasons",
                both("投诉时间不涉及侦测方法。", "The time of the complaints says nothing about the method."),
                "disclosure",
                both("两名买家于三月十二日投诉。", disclosureEn));
    }

    Map<String, Object> brief(List<String> violations, String relief) {
        List<Map<String, Object>> argued = violations.stream()
                .map(id -> Map.<String, Object>of(
                        "violationId",
                        id,
                        "grounds",
                        List.of("EVIDENCE_INSUFFICIENT"),
                        "argument",
                        both("仅凭两笔订单不足以认定欺诈。", "Two orders are not enough to prove fraud.")))
                .toList();
        return Map.of("violations", argued, "relief", relief);
    }

    Map<String, Object> draft(List<String> violations, List<String> facts) {
        return Map.of("outcome", "UPHOLD", "violations", reasoned(violations, facts));
    }

    Map<String, Object> ruling(String draftId, List<String> violations, List<String> facts) {
        return Map.of("draftId", draftId, "violations", reasoned(violations, facts));
    }

    private static List<Map<String, Object>> reasoned(List<String> violations, List<String> facts) {
        return violations.stream()
                .map(id -> Map.<String, Object>of(
                        "violationId",
                        id,
                        "outcome",
                        "UPHOLD",
                        "reasons",
                        both("两笔订单均无真实发货,事实成立。", "Neither order was ever shipped; the act is proven."),
                        "facts",
                        facts))
                .toList();
    }

    private Map<String, Object> proposal(String shop, Map<String, String> explanation, Map<String, Object> violation) {
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("shopId", shop);
        proposal.put("departmentId", "enforcement");
        proposal.put("explanation", explanation);
        proposal.put(
                "automation",
                Map.of(
                        "detection",
                        Boolean.valueOf(story.given("detection")),
                        "decision",
                        Boolean.valueOf(story.given("decision"))));
        proposal.put("territory", story.given("territory"));
        proposal.put("violations", List.of(violation));
        return proposal;
    }

    private Map<String, Object> violation(String clause, String listing) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("clauseId", clause);
        violation.put("from", StoryRun.utc(when.at("actAt")));
        violation.put("to", StoryRun.utc(when.at("actAt")));
        violation.put("objects", List.of(Map.of("type", "LISTING", "id", run.own(listing))));
        return violation;
    }

    static Map<String, String> both(String zh, String en) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("zh", zh);
        text.put("en", en);
        return text;
    }
}
