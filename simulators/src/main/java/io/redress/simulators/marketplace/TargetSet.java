package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one measure event tells: the measures that bear on a shop from now on, and what became of the event's own.
 *
 * @param shopId the shop
 * @param version grows with every change; an older set says nothing any more
 * @param measures the shop's measures; one that is over may be left out
 * @param ended the event's own measure when it is over and left out
 * @param saidAt the business time at which it was said
 */
record TargetSet(String shopId, long version, List<Measure> measures, Optional<Measure> ended, Instant saidAt) {
    private static final Set<String> LIVE = Set.of("SCHEDULED", "IN_FORCE", "SUSPENDED");

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
            measures.add(measure((JsonObject) item));
        }
        Measure own = measure(data);
        boolean ended = own.measureId() != null
                && own.state() != null
                && !LIVE.contains(own.state())
                && measures.stream().noneMatch(measure -> measure.measureId().equals(own.measureId()));
        return Optional.of(new TargetSet(
                data.getString("shopId"),
                target.getLong("version"),
                List.copyOf(measures),
                ended ? Optional.of(own) : Optional.empty(),
                Instant.parse(envelope.getString("businesstime"))));
    }

    private static Measure measure(JsonObject measure) {
        return new Measure(measure.getString("measureId"), measure.getString("kind"), measure.getString("state"));
    }
}
