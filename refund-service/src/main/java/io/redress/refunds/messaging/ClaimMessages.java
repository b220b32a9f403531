package io.redress.refunds.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.refunds.domain.Claim;
import io.redress.refunds.domain.ClaimEvent;
import io.redress.refunds.domain.ClaimOrder;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What this service tells others of a claim. */
public final class ClaimMessages {
    private static final String TOPIC = "refunds.events.v1";

    private ClaimMessages() {}

    /** The message of one event of a claim. */
    public static OutgoingEvent of(ClaimEvent event) {
        Claim claim = event.claim();
        if (event instanceof ClaimEvent.EffectAnswered answered) {
            return new OutgoingEvent(
                    TOPIC,
                    claim.id(),
                    "EffectAnswered",
                    answer(answered),
                    Optional.of(claim.order().effectId()));
        }
        JsonObject data = claim(claim.order());
        if (event instanceof ClaimEvent.Booked booked) {
            return OutgoingEvent.of(TOPIC, claim.id(), "ClaimBooked", data.put("entryId", booked.entryId()));
        }
        return OutgoingEvent.of(TOPIC, claim.id(), "ClaimApproved", data);
    }

    private static JsonObject claim(ClaimOrder order) {
        JsonObject data = new JsonObject()
                .put("claimId", order.claimId())
                .put("kind", order.kind().name())
                .put("merchantId", order.merchantId())
                .put("caseId", order.caseId())
                .put("rulingId", order.rulingId())
                .put("amountMinor", Long.toString(order.amount().amountMinor()))
                .put("currency", order.amount().currency());
        order.penaltyId().ifPresent(penaltyId -> data.put("penaltyId", penaltyId));
        return data;
    }

    private static JsonObject answer(ClaimEvent.EffectAnswered answered) {
        ClaimOrder order = answered.claim().order();
        JsonObject data = new JsonObject()
                .put("effectId", order.effectId())
                .put("caseId", order.caseId())
                .put("rulingId", order.rulingId())
                .put("merchantId", order.merchantId())
                .put("claimId", order.claimId())
                .put("result", answered.result().name());
        answered.reason().ifPresent(reason -> data.put("reason", reason));
        return data;
    }
}
