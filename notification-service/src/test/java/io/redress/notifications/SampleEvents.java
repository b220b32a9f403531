package io.redress.notifications;

import io.vertx.core.json.JsonObject;

/** The data of events as the penalty service sends them. */
final class SampleEvents {
    private static final String AT = "2018-04-20T10:00:00+08:00";

    private SampleEvents() {}

    static JsonObject statement(String merchantId, String penaltyId) {
        return new JsonObject()
                .put("penaltyId", penaltyId)
                .put("statementId", "sta_" + penaltyId)
                .put("merchantId", merchantId)
                .put("shopId", "s-1")
                .put("language", "zh")
                .put("statement", new JsonObject().put("zh", "处罚告知书全文").put("en", "The whole statement"))
                .put("appealWindow", "P14D")
                .put("deemedDelivered", "P3D")
                .put("imported", false);
    }

    static JsonObject reversed(String merchantId, String penaltyId) {
        return new JsonObject()
                .put("penaltyId", penaltyId)
                .put("merchantId", merchantId)
                .put("shopId", "s-1")
                .put("pointsBefore", 24)
                .put("pointsAfter", 0);
    }

    static JsonObject measure(String merchantId, String measureId, String origin) {
        return new JsonObject()
                .put("measureId", measureId)
                .put("merchantId", merchantId)
                .put("shopId", "s-1")
                .put("kind", "SHOP_HIDDEN")
                .put("state", "IN_FORCE")
                .put("origin", origin)
                .put("startsAt", AT)
                .put("endsAt", "2018-05-04T10:00:00+08:00");
    }
}
