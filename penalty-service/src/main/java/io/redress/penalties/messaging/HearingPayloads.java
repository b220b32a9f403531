package io.redress.penalties.messaging;

import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.ShopEvent;
import io.vertx.core.json.JsonObject;

/** What merchants clarified and what was asked for them, as messages; the merchant's own words stay where they are. */
final class HearingPayloads {

    private static final Text SILENCE = new Text(
            "规定时间内无人作出决定,而措施将在裁决之前执行完毕,故视为准许。",
            "Nobody decided in time, and the measure would be served before the ruling; silence grants it.");

    private HearingPayloads() {}

    static PenaltyEvents.Message clarification(ShopEvent.OfPenalty event, JsonObject data) {
        Penalty penalty = event.penalty();
        if (event instanceof ShopEvent.ClarificationFiled filed) {
            return new PenaltyEvents.Message("ClarificationFiled", waiting(data, penalty, filed.clarification()));
        }
        if (event instanceof ShopEvent.ClarificationEscalated escalated) {
            return new PenaltyEvents.Message(
                    "ClarificationEscalated", waiting(data, penalty, escalated.clarification()));
        }
        if (event instanceof ShopEvent.ClarificationAnswered answered) {
            Clarification.Answer answer = answered.clarification().answer().orElseThrow();
            return new PenaltyEvents.Message(
                    "ClarificationAnswered",
                    data.put("clarificationId", answered.clarification().id())
                            .put("outcome", answer.outcome().name())
                            .put("reasons", Payloads.text(answer.reasons()))
                            .put("answeredBy", answer.answeredBy())
                            .put("at", Payloads.time(answer.answeredAt())));
        }
        return new PenaltyEvents.Message("PenaltyWithdrawn", data);
    }

    private static JsonObject waiting(JsonObject data, Penalty penalty, Clarification said) {
        penalty.approvedBy().ifPresent(approver -> data.put("approvedBy", approver));
        return data.put("clarificationId", said.id())
                .put("proposedBy", penalty.basis().proposedBy())
                .put("answerBy", Payloads.time(said.answerBy()));
    }

    static PenaltyEvents.Message relief(ShopEvent.OfMeasure event) {
        if (event instanceof ShopEvent.InterimReliefAsked asked) {
            return new PenaltyEvents.Message("InterimReliefAsked", asked(event, asked.relief()));
        }
        if (event instanceof ShopEvent.InterimReliefLapsed lapsed) {
            return new PenaltyEvents.Message("InterimReliefLapsed", asked(event, lapsed.relief()));
        }
        if (event instanceof ShopEvent.InterimReliefDecided decided) {
            return new PenaltyEvents.Message("InterimReliefDecided", decided(event, decided.relief()));
        }
        ShopEvent.InterimReliefClosed closed = (ShopEvent.InterimReliefClosed) event;
        return new PenaltyEvents.Message("InterimReliefClosed", common(event, closed.relief()));
    }

    private static JsonObject decided(ShopEvent.OfMeasure event, InterimRelief relief) {
        InterimRelief.Decision decision = relief.decision().orElseThrow();
        JsonObject data = common(event, relief)
                .put("outcome", decision.outcome().name())
                .put("bySilence", decision.bySilence())
                .put("reasons", Payloads.text(decision.reasons().orElse(SILENCE)))
                .put("at", Payloads.time(decision.decidedAt()));
        decision.decidedBy().ifPresent(person -> data.put("decidedBy", person));
        return data;
    }

    private static JsonObject asked(ShopEvent.OfMeasure event, InterimRelief relief) {
        return common(event, relief).put("decideBy", Payloads.time(relief.decideBy()));
    }

    private static JsonObject common(ShopEvent.OfMeasure event, InterimRelief relief) {
        return new JsonObject()
                .put("measureId", event.measure().id())
                .put("penaltyId", event.measure().penaltyId())
                .put("kind", event.measure().kind())
                .put("reliefId", relief.id())
                .put("caseId", relief.caseId())
                .put("advocateId", relief.askedBy());
    }
}
