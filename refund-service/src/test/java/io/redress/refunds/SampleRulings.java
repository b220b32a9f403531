package io.redress.refunds;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Previews as a ruling's author asks for them, and rulings as the case service tells them. */
final class SampleRulings {
    private SampleRulings() {}

    static JsonObject previewOf(String run, String amountMinor, String currency) {
        return new JsonObject()
                .put("caseId", "cas_" + run)
                .put("penaltyId", "pen_" + run)
                .put("merchantId", "m-" + run)
                .put("amountMinor", amountMinor)
                .put("currency", currency);
    }

    static JsonObject ruling(String run, JsonObject line) {
        return new JsonObject()
                .put("caseId", "cas_" + run)
                .put("rulingId", "rul_" + run)
                .put("kind", "PENALTY_APPEAL")
                .put("merchantId", "m-" + run)
                .put("shopId", "s-" + run)
                .put("penaltyId", "pen_" + run)
                .put("outcome", "PARTIAL")
                .put("effects", new JsonArray().add(line));
    }
}
