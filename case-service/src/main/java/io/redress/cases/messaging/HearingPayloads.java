package io.redress.cases.messaging;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Hearing;
import io.vertx.core.json.JsonObject;

/** What is told of a case that is heard together with others, or alone again; of the others nothing but the lead's id. */
final class HearingPayloads {

    private HearingPayloads() {}

    static JsonObject joined(JsonObject data, CaseFile file, Hearing.Group group) {
        return CasePayloads.withAdvocate(data, file)
                .put("kind", file.kind().name())
                .put("leadId", group.leadId())
                .put("question", CasePayloads.text(group.question()))
                .put("adjudicatorId", group.joinedBy());
    }

    /** The merchant's side's own reasons stay in the case. */
    static JsonObject left(JsonObject data, CaseFile file, Hearing.Departure departure) {
        if (departure.cause() == Hearing.Cause.ADJUDICATOR) {
            data.put("reasons", CasePayloads.text(departure.reasons()));
        }
        return CasePayloads.withAdvocate(data, file)
                .put("kind", file.kind().name())
                .put("cause", departure.cause().name())
                .put("by", departure.by());
    }
}
