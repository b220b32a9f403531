package io.redress.cases.messaging;

import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Condition;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.Terms;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What is told of a conditional ruling and of its conditions. */
final class ConditionPayloads {

    private ConditionPayloads() {}

    /** The terms, as a part of RulingIssued: what would follow is told, and ordered only by a later event. */
    static JsonObject terms(Terms terms, List<EffectLine> fulfilledEffects) {
        JsonArray conditions = new JsonArray();
        terms.conditions()
                .forEach(condition -> conditions.add(new JsonObject()
                        .put("conditionId", condition.conditionId())
                        .put("kind", condition.kind().name())
                        .put("text", CasePayloads.text(condition.text()))
                        .put("programmeId", condition.programmeId())
                        .put("milestoneId", condition.milestoneId())
                        .put("fulfilBy", condition.fulfilBy().toString())
                        .put("reportBy", condition.reportBy().toString())));
        Instant first = terms.conditions().stream()
                .map(Condition::fulfilBy)
                .min(Instant::compareTo)
                .orElseThrow();
        return new JsonObject()
                .put("fulfilBy", first.toString())
                .put("conditions", conditions)
                .put("ifFulfilled", end(terms.fulfilled().name(), fulfilledEffects))
                .put("otherwise", end(terms.otherwise().name(), terms.otherwiseEffects()));
    }

    private static JsonObject end(String outcome, List<EffectLine> effects) {
        return new JsonObject().put("outcome", outcome).put("effects", CasePayloads.effects(effects));
    }

    static JsonObject fulfilled(JsonObject data, CaseEvent.ConditionFulfilled event) {
        Condition condition = event.condition();
        return data.put("conditionId", condition.conditionId())
                .put("kind", condition.kind().name())
                .put("verificationId", condition.verificationId().orElseThrow());
    }

    /** The terms are settled, by all conditions or by one that has lapsed: these lines are ordered now. */
    static JsonObject settled(JsonObject data, CaseFile file) {
        Terms terms = file.proceedings().terms().orElseThrow();
        return CasePayloads.withPenalty(CasePayloads.withAdvocate(data, file), file)
                .put("rulingId", file.proceedings().ruling().orElseThrow().rulingId())
                .put("kind", file.kind().name())
                .put("shopId", file.party().shopId())
                .put("outcome", (terms.allFulfilled() ? terms.fulfilled() : terms.otherwise()).name())
                .put("effects", CasePayloads.effects(file.proceedings().effects()));
    }

    static JsonObject lapsed(JsonObject data, CaseFile file, Condition condition) {
        return settled(data, file)
                .put("conditionId", condition.conditionId())
                .put("condition", CasePayloads.text(condition.text()))
                .put("fulfilBy", condition.fulfilBy().toString());
    }
}
