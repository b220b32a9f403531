package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A proposal that several tests begin with: 24 points on C-01 for one listing of one shop, on 5 January 2018. */
public final class CounterfeitLamps {

    private CounterfeitLamps() {}

    /** The body of {@code POST /v1/penalties}. */
    public static JsonObject proposal(String shopId, String listingId) {
        JsonObject violation = new JsonObject()
                .put("clauseId", "C-01")
                .put("from", "2018-01-05T10:00:00+08:00")
                .put("to", "2018-01-05T11:00:00+08:00")
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", listingId)))
                .put(
                        "facts",
                        new JsonObject()
                                .put("description", text("出售仿冒灯具。", "Counterfeit lamps were sold."))
                                .put("listings", new JsonArray().add(listingId)));
        return new JsonObject()
                .put("shopId", shopId)
                .put("departmentId", "enforcement")
                .put("explanation", text("经抽检认定为假冒商品。", "A sample was judged to be counterfeit."))
                .put("automation", new JsonObject().put("detection", false).put("decision", false))
                .put("territory", "CN")
                .put("violations", new JsonArray().add(violation));
    }
}
