package io.redress.cases;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A shop of the tests, with what its merchant can ask for. */
record Shop(String merchantId, String id) {

    /** 4,500 yuan lost on 1 April 2018; technology and campaigns are named as liable. */
    JsonObject loss() {
        return of("COMPENSATION")
                .put(
                        "loss",
                        new JsonObject()
                                .put("reference", "inc-" + id)
                                .put("amount", money("450000"))
                                .put("lostAt", "2018-04-01T12:00:00+08:00")
                                .put(
                                        "liableDepartments",
                                        new JsonArray().add("technology").add("campaigns"))
                                .put("description", "Orders were lost when the order page broke."));
    }

    /** 80,000 yuan charged on 1 April 2018 by campaigns. */
    JsonObject fee() {
        return of("FEE_RELIEF")
                .put(
                        "fee",
                        new JsonObject()
                                .put("reference", "fee-" + id)
                                .put("amount", money("8000000"))
                                .put("chargedAt", "2018-04-01T12:00:00+08:00")
                                .put("chargedBy", "campaigns")
                                .put("campaignId", "c-618"));
    }

    /** To the registrant's grandchild; a child and a parent could claim it. */
    JsonObject transfer() {
        return of("SHOP_TRANSFER")
                .put(
                        "transfer",
                        new JsonObject()
                                .put("transfereeId", "grandchild-1")
                                .put(
                                        "claimants",
                                        new JsonArray()
                                                .add(claimant("child-1", "child of the registrant"))
                                                .add(claimant("parent-1", "parent of the registrant"))));
    }

    JsonObject complaint() {
        return of("COMPLAINT").put("complaint", new JsonObject().put("about", "enforcement"));
    }

    static JsonObject money(String amountMinor) {
        return new JsonObject().put("amountMinor", amountMinor).put("currency", "CNY");
    }

    private static JsonObject claimant(String claimant, String relation) {
        return new JsonObject().put("id", claimant).put("relation", relation);
    }

    private JsonObject of(String kind) {
        return new JsonObject().put("kind", kind).put("shopId", id);
    }
}
