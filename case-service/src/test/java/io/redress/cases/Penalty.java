package io.redress.cases;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A penalty of the tests: 48 points on C-02, proposed by enf-1, approved by nobody. */
record Penalty(String id, String violationId, String merchantId, String shopId) {

    JsonObject proposed() {
        return new JsonObject()
                .put("penaltyId", id)
                .put("decisionId", "dec_" + id)
                .put("merchantId", merchantId)
                .put("shopId", shopId)
                .put("departmentId", "enforcement")
                .put("proposedBy", "enf-1")
                .put("imported", true)
                .put("points", 48)
                .put("rulebookVersion", 12)
                .put("highImpact", true)
                .put(
                        "violations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("violationId", violationId)
                                        .put("clauseId", "C-02")
                                        .put("rulebookVersion", 12)
                                        .put("bucket", "COUNTERFEIT")
                                        .put("points", 48)
                                        .put("tariff", 24)
                                        .put("actKind", "OFF_PLATFORM_COUNTERFEIT")
                                        .put("from", "2018-03-01T12:00:00+08:00")
                                        .put("to", "2018-03-01T12:00:00+08:00")
                                        .put(
                                                "objects",
                                                new JsonArray()
                                                        .add(new JsonObject()
                                                                .put("type", "LISTING")
                                                                .put("id", "l-" + id)))
                                        .put(
                                                "facts",
                                                new JsonObject()
                                                        .put(
                                                                "description",
                                                                new JsonObject()
                                                                        .put("zh", "引流站外售假")
                                                                        .put("en", "sold off the platform"))
                                                        .put("orders", new JsonArray().add("o-" + id)))));
    }

    JsonObject pointsTo24() {
        return new JsonObject()
                .put("effectId", "eff_p" + id)
                .put("owner", "penalties")
                .put("kind", "POINTS")
                .put("subject", id)
                .put("target", new JsonObject().put("points", 24));
    }

    JsonObject closureLifted() {
        return new JsonObject()
                .put("effectId", "eff_m" + id)
                .put("owner", "penalties")
                .put("kind", "MEASURE")
                .put("subject", "mea_" + id)
                .put("target", new JsonObject().put("state", "LIFTED").put("measureKind", "SHOP_CLOSURE"));
    }
}
