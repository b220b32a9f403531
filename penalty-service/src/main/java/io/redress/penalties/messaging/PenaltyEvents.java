package io.redress.penalties.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.PartyEventPayloads;
import io.redress.penalties.app.ShopEventPayloads;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What happened, as messages of topic {@code penalties.events.v1}; the key is the shop, for merchants the merchant. */
public final class PenaltyEvents implements ShopEventPayloads, PartyEventPayloads {

    public static final String TOPIC = "penalties.events.v1";

    @Override
    public OutgoingEvent outgoing(ShopFile shop, ShopEvent event) {
        Message message = message(shop, event);
        JsonObject data = message.data().put("merchantId", shop.merchantId()).put("shopId", shop.shopId());
        Optional<String> effectId = event instanceof ShopEvent.EffectAnswered answered
                ? Optional.of(answered.line().effectId())
                : Optional.empty();
        return new OutgoingEvent(TOPIC, shop.shopId(), message.type(), data, effectId);
    }

    @Override
    public OutgoingEvent registered(Parties.Merchant merchant) {
        JsonObject data = new JsonObject()
                .put("merchantId", merchant.id())
                .put("name", merchant.name())
                .put("language", merchant.language());
        merchant.email().ifPresent(email -> data.put("email", email));
        return OutgoingEvent.of(TOPIC, merchant.id(), "MerchantRegistered", data);
    }

    @Override
    public OutgoingEvent registered(Parties.Shop shop) {
        JsonObject data = new JsonObject()
                .put("merchantId", shop.merchantId())
                .put("shopId", shop.id())
                .put("openedAt", Payloads.time(shop.openedAt()));
        return OutgoingEvent.of(TOPIC, shop.id(), "ShopRegistered", data);
    }

    @Override
    public OutgoingEvent registered(Rulebook rulebook) {
        JsonObject data = new JsonObject()
                .put("version", rulebook.version())
                .put("publishedAt", Payloads.time(rulebook.publishedAt()))
                .put("effectiveFrom", Payloads.time(rulebook.effectiveFrom()));
        return OutgoingEvent.of(TOPIC, "rulebook-" + rulebook.version(), "RulebookRegistered", data);
    }

    record Message(String type, JsonObject data) {}

    private static Message message(ShopFile shop, ShopEvent event) {
        if (event instanceof ShopEvent.OfPenalty ofPenalty) {
            return ofPenalty(shop, ofPenalty);
        }
        if (event instanceof ShopEvent.OfMeasure ofMeasure) {
            return ofMeasure(ofMeasure);
        }
        if (event instanceof ShopEvent.ThresholdReached reached) {
            return new Message(
                    "ThresholdReached",
                    new JsonObject()
                            .put("bucket", reached.bucket())
                            .put("threshold", reached.threshold())
                            .put("tally", reached.tally())
                            .put("measures", new JsonArray(reached.measureIds())));
        }
        if (event instanceof ShopEvent.PointsCredited credited) {
            return new Message("PointsCredited", Payloads.credited(credited));
        }
        ShopEvent.EffectAnswered answered = (ShopEvent.EffectAnswered) event;
        EffectLine line = answered.line();
        JsonObject data = new JsonObject()
                .put("effectId", line.effectId())
                .put("caseId", line.ruling().caseId())
                .put("rulingId", line.ruling().rulingId())
                .put("result", answered.result().name());
        answered.reason().ifPresent(reason -> data.put("reason", reason));
        return new Message("EffectAnswered", data);
    }

    private static Message ofMeasure(ShopEvent.OfMeasure event) {
        if (event instanceof ShopEvent.MeasureChanged changed) {
            String type =
                    switch (changed.measure().state()) {
                        case SCHEDULED -> "MeasureScheduled";
                        case IN_FORCE -> "MeasureInForce";
                        case SUSPENDED -> "MeasureSuspended";
                        case LIFTED -> "MeasureLifted";
                        case SERVED -> "MeasureServed";
                        case REVERSED -> "MeasureReversed";
                    };
            return new Message(
                    type, Payloads.measure(changed.measure()).put("target", Payloads.target(changed.target())));
        }
        if (!(event instanceof ShopEvent.MeasureConfirmed)) {
            return HearingPayloads.relief(event);
        }
        ShopEvent.MeasureConfirmed confirmed = (ShopEvent.MeasureConfirmed) event;
        return new Message(
                "MeasureConfirmed",
                new JsonObject()
                        .put("measureId", confirmed.measure().id())
                        .put("kind", confirmed.measure().kind())
                        .put("state", confirmed.confirmation().state().name())
                        .put("at", Payloads.time(confirmed.confirmation().at()))
                        .put("targetVersion", confirmed.confirmation().targetVersion()));
    }

    private static Message ofPenalty(ShopFile shop, ShopEvent.OfPenalty event) {
        Penalty penalty = event.penalty();
        JsonObject data = new JsonObject().put("penaltyId", penalty.id());
        if (event instanceof ShopEvent.PenaltyProposed) {
            return new Message("PenaltyProposed", Payloads.proposed(data, penalty));
        }
        if (event instanceof ShopEvent.PenaltyHeld) {
            return new Message("PenaltyHeld", data);
        }
        if (event instanceof ShopEvent.PenaltyApproved) {
            return new Message(
                    "PenaltyApproved",
                    data.put("approvedBy", penalty.approvedBy().orElseThrow()));
        }
        if (event instanceof ShopEvent.PenaltyRefused refused) {
            return new Message("PenaltyRefused", data.put("refusedBy", refused.refusedBy()));
        }
        if (event instanceof ShopEvent.PenaltyAnnounced announced) {
            return new Message("PenaltyAnnounced", data.put("until", Payloads.time(announced.until())));
        }
        if (event instanceof ShopEvent.StatementIssued issued) {
            return new Message("StatementIssued", Payloads.statement(data, shop, issued));
        }
        if (event instanceof ShopEvent.StatementStored stored) {
            return new Message(
                    "StatementStored",
                    data.put("statementId", stored.statement().id())
                            .put(
                                    "at",
                                    Payloads.time(stored.statement().storedAt().orElseThrow())));
        }
        if (event instanceof ShopEvent.StatementDelivered delivered) {
            return new Message(
                    "StatementDelivered",
                    data.put("statementId", delivered.statement().id())
                            .put(
                                    "deliveredAt",
                                    Payloads.time(
                                            delivered.statement().deliveredAt().orElseThrow())));
        }
        return laterLife(event, penalty, data);
    }

    private static Message laterLife(ShopEvent.OfPenalty event, Penalty penalty, JsonObject data) {
        if (event instanceof ShopEvent.PenaltyInForce) {
            return new Message("PenaltyInForce", Payloads.inForce(data, penalty));
        }
        if (event instanceof ShopEvent.PenaltyCorrected corrected) {
            String type = penalty.status() == PenaltyStatus.REVERSED ? "PenaltyReversed" : "PenaltyReduced";
            return new Message(type, Payloads.corrected(data, corrected));
        }
        if (event instanceof ShopEvent.PenaltyRefolded refolded) {
            return new Message(
                    "PenaltyRefolded",
                    data.put("pointsBefore", refolded.pointsBefore())
                            .put("pointsAfter", penalty.points())
                            .put("reversedPenaltyId", refolded.reversedPenaltyId()));
        }
        if (event instanceof ShopEvent.PenaltyServed) {
            return new Message("PenaltyServed", data.put("points", penalty.points()));
        }
        if (event instanceof ShopEvent.PenaltyExpired) {
            return new Message("PenaltyExpired", data.put("points", penalty.points()));
        }
        if (event instanceof ShopEvent.PenaltyFinal) {
            return new Message("PenaltyFinal", data.put("points", penalty.points()));
        }
        if (event instanceof ShopEvent.OfCure ofCure) {
            return CurePayloads.message(ofCure, data);
        }
        if (event instanceof ShopEvent.PenaltyAppealOpened opened) {
            return new Message("PenaltyAppealOpened", data.put("caseId", opened.caseId()));
        }
        if (!(event instanceof ShopEvent.PenaltyAppealEnded)) {
            return HearingPayloads.clarification(event, data);
        }
        ShopEvent.PenaltyAppealEnded ended = (ShopEvent.PenaltyAppealEnded) event;
        return new Message("PenaltyAppealEnded", data.put("caseId", ended.caseId()));
    }
}
