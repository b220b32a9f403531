package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;

/** Penalties with a sealed record, and what is done about them. */
final class SealedPenalties {

    static final String SECRET = "the burgundy signal fired";

    private static final PenaltySuite SUITE = PenaltySuite.get();

    private SealedPenalties() {}

    static JsonObject record() {
        return new JsonObject()
                .put("summary", SECRET)
                .put("signals", new JsonArray().add("signal-7"))
                .put("detectorVersion", "7");
    }

    static JsonObject sealedPenalty(String shop) {
        Answer proposed = SUITE.enforcement()
                .post(
                        "/v1/penalties",
                        PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-" + shop))
                                .put("detectionRecord", record()));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(proposed.text()).doesNotContain(SECRET).doesNotContain("detectionRecord");
        return proposed.json();
    }

    static String readings(JsonObject penalty) {
        return "/v1/penalties/" + penalty.getString("id") + "/detection-record/readings";
    }

    static String challenges(JsonObject penalty) {
        return "/v1/penalties/" + penalty.getString("id") + "/detection-record/challenges";
    }

    static JsonObject purpose() {
        return new JsonObject().put("purpose", "To prepare the brief.");
    }

    /** A case with this advocate and adjudicator, as case-service says it. */
    static void appeal(JsonObject penalty, String advocate, String adjudicator) {
        String caseId = "cas_" + penalty.getString("id").substring(4);
        String now = SUITE.clock.now().toString();
        JsonObject base = new JsonObject().put("caseId", caseId).put("merchantId", penalty.getString("merchantId"));
        SUITE.cases.publish(
                caseId,
                caseId,
                "CaseOpened",
                now,
                base.copy()
                        .put("kind", "PENALTY_APPEAL")
                        .put("shopId", penalty.getString("shopId"))
                        .put("penaltyId", penalty.getString("id"))
                        .put("openedBy", advocate)
                        .put("ownMotion", true)
                        .put("language", "zh"));
        SUITE.cases.publish(caseId, caseId, "AdvocateAssigned", now, base.copy().put("advocateId", advocate));
        SUITE.cases.publish(caseId, caseId, "CaseClaimed", now, base.copy().put("adjudicatorId", adjudicator));
        ApiClient judge = SUITE.staff(adjudicator, "adjudicator");
        Awaitility.await("the case's people are known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> judge.get(challenges(penalty)).status() == 200);
    }
}
