package io.redress.cases;

import io.redress.cases.WalkLife.Condition;
import io.redress.cases.WalkLife.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What a walk is about, and what is said in it. */
final class WalkFacts {

    static final List<String> KINDS =
            List.of("PENALTY_APPEAL", "COMPENSATION", "FEE_RELIEF", "SHOP_TRANSFER", "COMPLAINT");

    private static final CaseSuite SUITE = CaseSuite.get();

    final String kind;
    final Penalty penalty;
    private final Shop shop;

    /** @param name which no other walk has */
    WalkFacts(String kind, String name) {
        this.kind = kind;
        this.penalty = new Penalty("pen_" + name, "vio_" + name, "m-" + name, "s-" + name);
        this.shop = new Shop(penalty.merchantId(), penalty.shopId());
    }

    String merchantId() {
        return penalty.merchantId();
    }

    boolean appeal() {
        return kind.equals("PENALTY_APPEAL");
    }

    /** What opens the case. */
    JsonObject opening() {
        return switch (kind) {
            case "PENALTY_APPEAL" -> new JsonObject().put("kind", kind).put("penaltyId", penalty.id());
            case "COMPENSATION" -> shop.loss();
            case "FEE_RELIEF" -> shop.fee();
            case "SHOP_TRANSFER" -> shop.transfer();
            default -> shop.complaint();
        };
    }

    /** The one thing that it is about. */
    String item() {
        return switch (kind) {
            case "PENALTY_APPEAL" -> penalty.violationId();
            case "COMPENSATION" -> "loss";
            case "FEE_RELIEF" -> "fee";
            case "SHOP_TRANSFER" -> "transfer";
            default -> "complaint";
        };
    }

    private String fact() {
        return switch (kind) {
            case "PENALTY_APPEAL", "COMPLAINT" -> "description";
            case "SHOP_TRANSFER" -> "transfereeId";
            default -> "reference";
        };
    }

    /** Who may answer, and one who may not. */
    List<String> respondents() {
        return switch (kind) {
            case "COMPENSATION" -> List.of("cto", "campaigns-1", "gov-vp");
            case "FEE_RELIEF" -> List.of("campaigns-1", "campaigns-1", "enf-2");
            case "SHOP_TRANSFER" -> List.of("gov-vp", "gov-vp", "enf-2");
            default -> List.of("enf-2", "enf-2", "gov-vp");
        };
    }

    JsonObject brief(String item, String ground) {
        return new JsonObject()
                .put(
                        "violations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("violationId", item)
                                        .put("grounds", new JsonArray().add(ground))
                                        .put("argument", CaseSuite.REASONS)));
    }

    /** A draft or, without its outcome, what is ruled. */
    JsonObject draft(String outcome) {
        JsonObject decided = new JsonObject()
                .put("violationId", item())
                .put("outcome", outcome)
                .put("reasons", CaseSuite.REASONS)
                .put("facts", new JsonArray().add(fact()));
        JsonObject draft = new JsonObject().put("outcome", outcome).put("violations", new JsonArray().add(decided));
        if (outcome.equals("PARTLY_GRANT") && !kind.equals("COMPLAINT")) {
            draft.put("moneyBack", Shop.money("100000"));
        }
        return draft;
    }

    JsonObject terms(List<Condition> conditions, int otherwise) {
        JsonArray all = new JsonArray();
        conditions.forEach(condition -> all.add(Milestones.condition(condition.kind, condition.milestoneId)
                .put("fulfilBy", condition.fulfilBy.toString())));
        JsonObject fallback = otherwise == WalkLife.ALL
                ? new JsonObject().put("outcome", "UPHOLD")
                : new JsonObject().put("outcome", "PARTIAL").put("points", otherwise);
        return new JsonObject()
                .put("ifFulfilled", "PARTIAL")
                .put("otherwise", fallback)
                .put("conditions", all);
    }

    /** penalty-service foretells this many lines, with ids that it has never used; of a lapse as many as {@code otherwise}. */
    void foretell(int draft, int lines, int otherwise, boolean conditional) {
        SUITE.peer.effects(penalty.id(), lines("p", draft, lines));
        SUITE.peer.otherwise(penalty.id(), conditional ? lines("o", draft, otherwise) : lines("p", draft, lines));
    }

    private JsonObject[] lines(String end, int draft, int count) {
        JsonObject[] lines = new JsonObject[count];
        for (int i = 0; i < count; i++) {
            String id = "eff_" + end + draft + "_" + i + penalty.id();
            lines[i] = (i == 0 ? penalty.pointsTo24() : penalty.closureLifted()).put("effectId", id);
        }
        return lines;
    }

    /** Everything that the service has to know before the walk; an appeal's statement is read at once, or not issued. */
    void publish(boolean read) {
        String now = SUITE.clock.now().toString();
        JsonObject ids = new JsonObject().put("merchantId", merchantId());
        SUITE.penalties.publish(
                merchantId(),
                merchantId(),
                "MerchantRegistered",
                now,
                ids.copy().put("name", "Lantern Tea Store").put("language", "zh"));
        SUITE.penalties.publish(
                penalty.shopId(),
                penalty.shopId(),
                "ShopRegistered",
                now,
                ids.copy().put("shopId", penalty.shopId()).put("openedAt", "2010-01-01T00:00:00+08:00"));
        if (appeal()) {
            SUITE.penalties.publish(penalty.shopId(), penalty.id(), "PenaltyProposed", now, penalty.proposed());
        }
        if (read) {
            SUITE.statement(penalty);
            SUITE.tellRead(penalty);
        }
    }

    void answerEffect(String caseId, Line line, String result, boolean twice) {
        JsonObject data = new JsonObject()
                .put("effectId", line.effectId)
                .put("caseId", caseId)
                .put("merchantId", merchantId())
                .put("shopId", penalty.shopId())
                .put("result", result);
        for (int i = 0; i < (twice ? 2 : 1); i++) {
            if (line.owner.equals("refunds")) {
                SUITE.refunds.publish(line.subject, line.subject, "EffectAnswered", now(), data);
            } else {
                SUITE.penalties.publish(penalty.shopId(), line.subject, "EffectAnswered", now(), data);
            }
        }
    }

    void report(String caseId, String kind, String milestoneId, Instant achievedAt) {
        boolean condition = kind.equals("CONDITION");
        Milestones.verified(
                SUITE,
                penalty,
                condition ? "CONDITIONAL_RULING" : "UNDERTAKING",
                condition ? caseId : penalty.id(),
                milestoneId,
                achievedAt.toString());
    }

    void fall() {
        SUITE.penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "PenaltyRefused",
                now(),
                new JsonObject()
                        .put("penaltyId", penalty.id())
                        .put("merchantId", merchantId())
                        .put("shopId", penalty.shopId())
                        .put("refusedBy", "enf-lead"));
    }

    private static String now() {
        return SUITE.clock.now().toString();
    }
}
