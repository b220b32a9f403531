package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An appeal against a penalty for lamps, from its opening to the ruling, each step by the person whose step it is. */
final class LampAppeal {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ApiClient ADVOCATE = SUITE.gateway("adv-2", "advocate");
    private static final ApiClient ADJUDICATOR = SUITE.gateway("adj-2", "adjudicator");
    private static final ApiClient RESPONDENT = SUITE.gateway("enf-2", "enforcement", "respondent");

    private LampAppeal() {}

    /**
     * The path of the case, ruled.
     *
     * @param more what the draft says beside its outcome and reasons
     */
    static String ruled(ApiClient merchant, JsonObject penalty, String outcome, JsonObject reasons, JsonObject more) {
        String violationId = penalty.getJsonArray("violations").getJsonObject(0).getString("violationId");
        JsonObject opening = new JsonObject().put("kind", "PENALTY_APPEAL").put("penaltyId", penalty.getString("id"));
        Answer opened = Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.post("/v1/cases", opening), answer -> answer.status() == 201);
        String caseFile = "/v1/cases/" + opened.json().getString("id");
        move(ADVOCATE, caseFile, "/advocate", new JsonObject().put("advocateId", "adv-2"));
        move(ADVOCATE, caseFile, "/briefs", brief(violationId));
        move(ADJUDICATOR, caseFile, "/claim", null);
        move(RESPONDENT, caseFile, "/answers", new JsonObject().put("text", text("授权属实。", "The licence is genuine.")));
        JsonArray reasoned = new JsonArray()
                .add(new JsonObject()
                        .put("violationId", violationId)
                        .put("outcome", outcome)
                        .put("reasons", reasons)
                        .put("deviationReasons", reasons)
                        .put("facts", new JsonArray().add("description")));
        move(
                ADJUDICATOR,
                caseFile,
                "/draft-rulings",
                more.copy().put("outcome", outcome).put("violations", reasoned));
        move(merchant, caseFile, "/replies", new JsonObject().put("text", "Thank you."));
        move(RESPONDENT, caseFile, "/replies", new JsonObject().put("text", "No objection."));
        String draftId = ADJUDICATOR.get(caseFile).json().getJsonObject("draft").getString("id");
        move(
                ADJUDICATOR,
                caseFile,
                "/rulings",
                new JsonObject().put("draftId", draftId).put("violations", reasoned));
        return caseFile;
    }

    private static JsonObject brief(String violationId) {
        return new JsonObject()
                .put("relief", "Overturn it.")
                .put(
                        "violations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("violationId", violationId)
                                        .put("grounds", new JsonArray().add("FACTS_WRONG"))
                                        .put("argument", text("商品为正品,有授权。", "The lamps are genuine and licensed."))
                                        .put(
                                                "evidence",
                                                new JsonArray()
                                                        .add(new JsonObject()
                                                                .put("kind", "brandAuthorisation")
                                                                .put("reference", "e-9001")))));
    }

    private static void move(ApiClient who, String caseFile, String command, JsonObject body) {
        ApiClient seen = who.ifMatch(SUITE.gateway("integrity-1", "integrity").get(caseFile));
        Answer answer = seen.post(caseFile + command, body == null ? new JsonObject() : body);
        assertThat(answer.status()).as(command + ": " + answer.text()).isBetween(200, 201);
    }
}
