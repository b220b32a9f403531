package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * What the marketplace says of one measure once it has done it.
 *
 * @param shopId the shop it was done to
 * @param measureId the measure
 * @param kind what is done to the shop
 * @param state the state the measure is in now
 * @param targetVersion the version of the shop's target set which asked for it
 * @param at the business time at which it was done
 */
record Confirmation(String shopId, String measureId, String kind, String state, long targetVersion, Instant at)
        implements Deed {

    @Override
    public String path() {
        return "/v1/measure-confirmations";
    }

    @Override
    public String idempotencyKey() {
        return measureId + ":" + state + ":" + targetVersion;
    }

    @Override
    public JsonObject body() {
        return new JsonObject()
                .put("measureId", measureId)
                .put("state", state)
                .put("at", at.toString())
                .put("targetVersion", targetVersion);
    }

    @Override
    public Confirmation doneAt(Instant time) {
        return new Confirmation(shopId, measureId, kind, state, targetVersion, time);
    }
}
