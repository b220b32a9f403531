package io.redress.penalties.messaging;

import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.shop.ShopEvent;
import io.vertx.core.json.JsonObject;

/** What shows that a breach was made good, as messages; the merchant's own words stay where they are. */
final class CurePayloads {

    private CurePayloads() {}

    static PenaltyEvents.Message message(ShopEvent.OfCure event, JsonObject data) {
        if (event instanceof ShopEvent.ProofOfCureFiled filed) {
            return new PenaltyEvents.Message("ProofOfCureFiled", waiting(data, event.penalty(), filed.proof()));
        }
        if (event instanceof ShopEvent.ProofOfCureEscalated escalated) {
            return new PenaltyEvents.Message("ProofOfCureEscalated", waiting(data, event.penalty(), escalated.proof()));
        }
        if (event instanceof ShopEvent.ProofOfCureAnswered answered) {
            return new PenaltyEvents.Message("ProofOfCureAnswered", answered(data, answered.proof()));
        }
        return new PenaltyEvents.Message("PenaltyCured", data);
    }

    private static JsonObject waiting(JsonObject data, Penalty penalty, ProofOfCure proof) {
        penalty.approvedBy().ifPresent(approver -> data.put("approvedBy", approver));
        return data.put("proofId", proof.id())
                .put("proposedBy", penalty.basis().proposedBy())
                .put("answerBy", Payloads.time(proof.answerBy()));
    }

    private static JsonObject answered(JsonObject data, ProofOfCure proof) {
        ProofOfCure.Answer answer = proof.answer().orElseThrow();
        proof.verificationId().ifPresent(verification -> data.put("verificationId", verification));
        return data.put("proofId", proof.id())
                .put("outcome", answer.outcome().name())
                .put("reasons", Payloads.text(answer.reasons()))
                .put("answeredBy", answer.answeredBy())
                .put("at", Payloads.time(answer.answeredAt()));
    }
}
