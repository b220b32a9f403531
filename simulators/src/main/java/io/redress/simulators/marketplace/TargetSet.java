package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All measures a shop shall be under, as one measure event tells them.
 *
 * @param shopId the shop
 * @param version grows with every change; an older set says nothing any more
 * @param measures every measure of the shop, those that are over included
 * @param saidAt the business time at which it was said
 */
record TargetSet(String shopId, long version, List<Measure> measures, Instant saidAt) {

    /** One measure of the set and the state it shall be in. */
    record Measure(String measureId, String kind, String state) {}

    /** Reads a CloudEvent; empty for one that carries no target set. */
    static Optional<TargetSet> read(JsonObject envelope) {
        JsonObject data = envelope.getJsonObject("data", new JsonObject());
        JsonObject target = data.getJsonObject("target");
        if (target == null || !(target.getValue("version") instanceof Number) || !data.containsKey("shopId")) {
            return Optional.empty();
        }
        List<Measure> measures = new ArrayList<>();
        for (Object item : target.getJsonArray("measures")) {
            JsonObject measure = (JsonObject) item;
            measures.add(
                    new Measure(measure.getString("measureId"), measure.getString("kind"), measure.getString("state")));
        }
        return Optional.of(new TargetSet(
                data.getString("shopId"),
                target.getLong("version"),
                List.copyOf(measures),
                Instant.parse(envelope.getString("businesstime"))));
    }
}
