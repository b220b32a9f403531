package io.redress.quickstart.story;

import static io.redress.quickstart.story.AdvocacyBodies.both;
import static io.redress.quickstart.story.AdvocacyBodies.decided;
import static io.redress.quickstart.story.AdvocacyBodies.point;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written in cases that turn on one question. */
final class JoinedBodies {

    static final Map<String, String> QUESTION =
            both("叠加优惠券的订单是否属于虚假交易？", "Are orders with stacked coupons inflated sales?");
    static final Map<String, String> COMMON = both("叠加优惠券本身不属于虚假交易。", "To stack coupons alone is no inflated sale.");

    private final StoryFile story;

    JoinedBodies(StoryFile story) {
        this.story = story;
    }

    Map<String, Object> proposal(DemoShop shop, int number, OffsetDateTime at) {
        Map<String, Object> proposal = shop.bodies()
                .chosen(
                        story.given("groupClause"),
                        "l-41-" + number,
                        at,
                        story.givenNumber("groupPoints"),
                        Map.of("volume", "few", "repeat", "no"));
        proposal.put("explanation", both("多笔订单使用叠加优惠券。", "Several orders came with stacked coupons."));
        return proposal;
    }

    List<Map<String, Object>> argued(String violation) {
        return List.of(point(violation, "RULE_DEFECT", both("买家是真实的。", "The buyers were real."), List.of()));
    }

    /** What is decided in the case of this number: one keeps some of its points, the others none. */
    Map<String, Object> draft(DemoCase of, String violation, int number, int kept) {
        boolean partial = number == 1;
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("caseId", of.id());
        draft.put("version", of.seenBy(Cast.ADJUDICATOR).path("version").asInt());
        draft.put("outcome", partial ? "PARTIAL" : "OVERTURN");
        if (partial) {
            draft.put("points", kept);
        }
        draft.put("violations", ruled(violation, number));
        return draft;
    }

    Map<String, Object> ruling(DemoCase of, String violation, int number) {
        Map<String, Object> ruling = new LinkedHashMap<>();
        ruling.put("caseId", of.id());
        ruling.put("version", of.seenBy(Cast.ADJUDICATOR).path("version").asInt());
        ruling.put(
                "draftId", of.seenBy(Cast.ADJUDICATOR).path("draft").path("id").asText());
        ruling.put("violations", ruled(violation, number));
        return ruling;
    }

    private static List<Map<String, Object>> ruled(String violation, int number) {
        boolean partial = number == 1;
        return List.of(decided(violation, partial ? "PARTIAL" : "OVERTURN", partial ? some() : none(number), "count"));
    }

    private static Map<String, String> some() {
        return both("但其中两笔由店铺自己下单。", "But two of the orders were the shop's own.");
    }

    static Map<String, String> none(int number) {
        return both("本店第" + (number + 1) + "宗：买家均为真实买家。", "All buyers of shop number " + (number + 1) + " were real.");
    }
}
