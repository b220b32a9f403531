package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;

/** Penalties whose windows close, as case-service says it. */
final class SettledPenalties {

    private static final PenaltySuite SUITE = PenaltySuite.get();

    private SettledPenalties() {}

    /** Proposed for this violation at that instant. */
    static JsonObject proposed(String shop, String at, JsonObject violation) {
        SUITE.clock.set(at);
        Answer answer = SUITE.enforcement().post("/v1/penalties", proposal(shop, violation));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** What is proposed enters into force at once. */
    static JsonObject inForce(JsonObject proposed) {
        SUITE.store(proposed);
        return SUITE.awaitStatus(proposed.getString("id"), "IN_FORCE");
    }

    /** The appeal window of the penalty closes at that instant, which makes it final. */
    static void windowClosed(String shop, JsonObject penalty, String at) {
        SUITE.clock.set(at);
        String id = penalty.getString("id");
        SUITE.cases.publish(
                id,
                id + ":window",
                "AppealWindowClosed",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("penaltyId", id)
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put(
                                "deliveredAt",
                                SUITE.clock.now().minusSeconds(14 * 86_400).toString())
                        .put("closesAt", SUITE.clock.now().toString()));
        awaitFinal(penalty);
    }

    static void awaitFinal(JsonObject penalty) {
        Awaitility.await("it is final").atMost(PenaltySuite.PATIENCE).until(() -> SUITE.penalty(penalty.getString("id"))
                .getBoolean("final"));
    }

    /** The merchant reads the statement now. */
    static void delivered(JsonObject penalty) {
        SUITE.read(penalty);
        Awaitility.await("the statement is delivered")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.penalty(penalty.getString("id")).containsKey("statementDeliveredAt"));
    }
}
