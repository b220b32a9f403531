package io.redress.e2e.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the people of the workload write. Every text of theirs carries the marker of its command, in brackets. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int YEARS_OPEN = 3 * 365;
    private static final int TWICE = 2;

    private Bodies() {}

    static String merchant() {
        return object().put("name", "Workload Lamps").put("language", "en").toString();
    }

    static String shop(Plan plan) {
        Instant opened = plan.actAt().minus(Duration.ofDays(YEARS_OPEN));
        return object().put("merchantId", plan.merchantId())
                .put("openedAt", opened.toString())
                .toString();
    }

    /** A proposal of one violation, on a listing of its own. */
    static ObjectNode proposal(Plan plan, Charge charge, String marker, String listing) {
        ObjectNode violation = object().put("clauseId", charge.clause())
                .put("from", plan.actAt().toString())
                .put("to", plan.actAt().plus(Duration.ofHours(1)).toString());
        violation.set("objects", array(object().put("type", "LISTING").put("id", listing)));
        violation.set("facts", facts(listing));
        charge.asked(points(plan, charge)).ifPresent(points -> violation.put("points", points));
        if (!charge.factors().isEmpty()) {
            ObjectNode factors = violation.putObject("factors");
            charge.factors().forEach(name -> factors.put(name, "3"));
            violation.put("factorReasons", "It happened three times.");
            violation.put("deviationReasons", "The points are drawn at random.");
        }
        ObjectNode proposal = object().put("shopId", plan.shopId())
                .put("departmentId", "enforcement")
                .put("territory", "CN");
        proposal.set("explanation", text("经核查属实。", "It was looked into and is so [" + marker + "]."));
        proposal.set("automation", object().put("detection", true).put("decision", false));
        proposal.set("violations", array(violation));
        return proposal;
    }

    private static int points(Plan plan, Charge charge) {
        return charge == plan.charge() ? plan.points() : charge.points(plan.dice(charge.clause()));
    }

    /** A penalty of the former system, with its own closure. */
    static ObjectNode legacy(Plan plan, String marker, String listing) {
        String inForceAt = plan.actAt().plus(Duration.ofHours(TWICE)).toString();
        ObjectNode legacy = proposal(plan, Charge.LEGACY, marker, listing)
                .put("originalProposer", plan.proposer().subject())
                .put("inForceAt", inForceAt);
        legacy.set("measures", array(object().put("kind", "SHOP_CLOSURE").put("startedAt", inForceAt)));
        return legacy;
    }

    static ObjectNode violation(ObjectNode proposal) {
        return (ObjectNode) proposal.path("violations").path(0);
    }

    static String opening(String penaltyId, boolean ownMotion) {
        ObjectNode opening = object().put("kind", "PENALTY_APPEAL").put("penaltyId", penaltyId);
        return (ownMotion ? opening.put("ownMotion", true) : opening).toString();
    }

    static String advocate(String advocateId) {
        return object().put("advocateId", advocateId).toString();
    }

    static String brief(List<String> violations, String marker) {
        ObjectNode brief = object().put("relief", "Overturn it [" + marker + "].");
        ArrayNode points = brief.putArray("violations");
        for (String id : violations) {
            ObjectNode point = points.addObject().put("violationId", id);
            point.putArray("grounds").add("FACTS_WRONG");
            point.set("argument", text("商品为正品,有授权。", "The goods are genuine and licensed."));
            point.set(
                    "evidence", array(object().put("kind", "brandAuthorisation").put("reference", "e-1")));
        }
        return brief.toString();
    }

    static String answer(String marker) {
        ObjectNode answer = object();
        answer.set("text", text("事实清楚。", "The facts are clear [" + marker + "]."));
        return answer.toString();
    }

    static String draft(Plan plan, List<String> violations, String marker) {
        ObjectNode draft = object().put("outcome", plan.verdict().name());
        if (plan.verdict() == Verdict.PARTIAL) {
            draft.put("points", plan.points() / TWICE);
        }
        if (plan.verdict() != Verdict.UPHOLD && plan.moneyBackMinor() > 0) {
            draft.set(
                    "moneyBack",
                    object().put("amountMinor", Long.toString(plan.moneyBackMinor()))
                            .put("currency", "CNY"));
        }
        draft.set("violations", reasoned(plan, violations, marker));
        return draft.toString();
    }

    static String reply(String marker) {
        return object().put("text", "Nothing to add [" + marker + "].").toString();
    }

    static String ruling(Plan plan, String draftId, List<String> violations, String marker) {
        ObjectNode ruling = object().put("draftId", draftId);
        ruling.set("violations", reasoned(plan, violations, marker));
        return ruling.toString();
    }

    static String refusal(String marker) {
        return object().put("reason", "The listing was taken down before [" + marker + "].")
                .toString();
    }

    private static ArrayNode reasoned(Plan plan, List<String> violations, String marker) {
        ArrayNode all = JSON.createArrayNode();
        for (String id : violations) {
            ObjectNode one = all.addObject()
                    .put("violationId", id)
                    .put("outcome", plan.verdict().name());
            one.set("reasons", text("理由充分。", "For these reasons [" + marker + "]."));
            one.set("deviationReasons", text("分值随机抽取。", "The points are drawn at random."));
            one.putArray("facts").add("description");
        }
        return all;
    }

    private static ObjectNode facts(String listing) {
        ObjectNode facts = object();
        facts.set("description", text("出售涉案商品。", "The goods in question were sold."));
        facts.putArray("listings").add(listing);
        return facts;
    }

    private static ObjectNode text(String zh, String en) {
        return object().put("zh", zh).put("en", en);
    }

    private static ArrayNode array(ObjectNode only) {
        return JSON.createArrayNode().add(only);
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
