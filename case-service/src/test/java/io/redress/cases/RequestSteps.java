package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A merchant's request brought to a step of its life, each by the person whose step it is. */
final class RequestSteps {

    private static final CaseSuite SUITE = CaseSuite.get();

    private RequestSteps() {}

    static Answer opened(Shop shop, JsonObject body) {
        return ok(SUITE.request(SUITE.merchant(shop.merchantId()), body));
    }

    static Answer assigned(Shop shop, JsonObject body) {
        return ok(SUITE.command(
                SUITE.staff("ops-1", "operator"),
                opened(shop, body),
                "advocate",
                new JsonObject().put("advocateId", "adv-1")));
    }

    static Answer submitted(Answer assigned, String item, String ground) {
        JsonObject point = new JsonObject()
                .put("violationId", item)
                .put("grounds", new JsonArray().add(ground))
                .put("argument", CaseSuite.REASONS)
                .put(
                        "evidence",
                        new JsonArray()
                                .add(new JsonObject().put("kind", "orderExport").put("reference", "e-77")));
        return ok(SUITE.command(
                SUITE.staff("adv-1", "advocate"),
                assigned,
                "briefs",
                new JsonObject().put("violations", new JsonArray().add(point))));
    }

    static Answer claimed(Answer submitted) {
        return ok(SUITE.command(SUITE.staff("adj-1", "adjudicator"), submitted, "claim", CaseSuite.NOTHING));
    }

    static Answer answered(Answer claimed, ApiClient respondent) {
        return ok(SUITE.command(respondent, claimed, "answers", new JsonObject().put("text", CaseSuite.REASONS)));
    }

    /** From a case with its advocate to one that waits for a draft. */
    static Answer heard(Answer assigned, String item, String ground, ApiClient respondent) {
        return answered(claimed(submitted(assigned, item, ground)), respondent);
    }

    static Answer draft(Answer answered, JsonObject draft) {
        return SUITE.command(SUITE.staff("adj-1", "adjudicator"), answered, "draft-rulings", draft);
    }

    /** Rules as drafted, three business days after the draft. */
    static Answer ruled(Answer drafted) {
        return ok(rule(drafted));
    }

    static Answer rule(Answer drafted) {
        JsonObject draft = ok(drafted).json().getJsonObject("draft");
        SUITE.clock.set("2018-05-05T00:00:00+08:00");
        return SUITE.command(
                SUITE.staff("adj-1", "adjudicator"),
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", draft.getString("id"))
                        .put("violations", draft.getJsonArray("violations")));
    }

    static JsonObject decision(String outcome, String item, String fact) {
        return new JsonObject()
                .put("outcome", outcome)
                .put(
                        "violations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("violationId", item)
                                        .put("outcome", outcome)
                                        .put("reasons", CaseSuite.REASONS)
                                        .put("facts", new JsonArray().add(fact))));
    }

    /** refund-service has booked the money. */
    static void booked(Answer ruled) {
        answered(ruled, "APPLIED", null);
    }

    /** refund-service has answered; {@code reason} may be null. */
    static void answered(Answer ruled, String result, String reason) {
        JsonObject line = ruled.json().getJsonArray("effects").getJsonObject(0);
        SUITE.refunds.publish(
                line.getString("subject"),
                line.getString("subject"),
                "EffectAnswered",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("effectId", line.getString("effectId"))
                        .put("caseId", ruled.json().getString("id"))
                        .put("rulingId", ruled.json().getJsonObject("ruling").getString("id"))
                        .put("merchantId", ruled.json().getString("merchantId"))
                        .put("claimId", line.getString("subject"))
                        .put("result", result)
                        .put("reason", reason == null ? result : reason));
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }
}
