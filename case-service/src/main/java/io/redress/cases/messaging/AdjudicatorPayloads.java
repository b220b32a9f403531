package io.redress.cases.messaging;

import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.vertx.core.json.JsonObject;

/** What is told when a case gets another adjudicator, or lies in another queue. */
final class AdjudicatorPayloads {

    private AdjudicatorPayloads() {}

    static JsonObject changed(JsonObject data, CaseFile file, CaseEvent.AdjudicatorChanged changed) {
        if (changed.formerOutside()) {
            data.put("formerOutside", true);
        }
        if (changed.heardAlone()) {
            CasePayloads.withAdvocate(data, file).put("heardAlone", true);
        }
        changed.adjudicatorId().ifPresent(adjudicator -> data.put("adjudicatorId", adjudicator));
        changed.formerAdjudicatorId().ifPresent(former -> data.put("formerAdjudicatorId", former));
        changed.reasons().ifPresent(reasons -> data.put("reasons", CasePayloads.text(reasons)));
        return data.put("cause", changed.cause().name());
    }

    static JsonObject moved(JsonObject data, CaseEvent.CaseMoved moved) {
        return data.put("fromQueue", moved.fromQueue())
                .put("toQueue", moved.to().queueId())
                .put("priority", moved.to().priority().name())
                .put("movedBy", moved.movedBy())
                .put("reasons", moved.reasons());
    }
}
