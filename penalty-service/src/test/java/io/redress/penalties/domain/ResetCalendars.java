package io.redress.penalties.domain;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Sample rulebook 12 with another reset. */
final class ResetCalendars {

    private ResetCalendars() {}

    static JsonObject carryOver(String bucket, int from, int below, int survive) {
        return new JsonObject()
                .put("bucket", bucket)
                .put("whenTallyFrom", from)
                .put("whenTallyBelow", below)
                .put("entriesSurvive", survive);
    }

    /** In force since 2015, as the only version. */
    static Rulebooks only(String zone, JsonObject reset) {
        return new Rulebooks(List.of(version(12, "2015-01-01T00:00:00Z", zone, reset)));
    }

    static Rulebook version(int version, String effectiveFrom, String zone, JsonObject reset) {
        return RulebookDocument.parse(SampleRulebooks.json(12)
                .put("version", version)
                .put("effectiveFrom", effectiveFrom)
                .put("zone", zone)
                .put("reset", reset)
                .encode());
    }
}
