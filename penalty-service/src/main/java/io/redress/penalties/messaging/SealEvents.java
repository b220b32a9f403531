package io.redress.penalties.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.app.seal.SealEventPayloads;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.seal.SealAnswer;
import io.redress.penalties.domain.seal.SealChallenge;
import io.redress.penalties.domain.seal.SealEvent;
import io.vertx.core.json.JsonObject;

/** What happened to seals, as messages of the topic; never anything of what is sealed. */
public final class SealEvents implements SealEventPayloads {

    private static final String TERMS = "sealed-terms";

    @Override
    public OutgoingEvent outgoing(Penalty penalty, SealEvent event) {
        JsonObject data = new JsonObject()
                .put("penaltyId", penalty.id())
                .put("merchantId", penalty.basis().merchantId())
                .put("shopId", penalty.basis().shopId());
        return OutgoingEvent.of(PenaltyEvents.TOPIC, penalty.basis().shopId(), type(event), filled(data, event));
    }

    @Override
    public OutgoingEvent termsChanged(long version) {
        return OutgoingEvent.of(
                PenaltyEvents.TOPIC, TERMS, "SealedTermsChanged", new JsonObject().put("version", version));
    }

    private static String type(SealEvent event) {
        if (event instanceof SealEvent.RecordSealed) {
            return "DetectionRecordSealed";
        }
        if (event instanceof SealEvent.RecordRead) {
            return "DetectionRecordRead";
        }
        if (event instanceof SealEvent.ChallengeRaised) {
            return "SealChallenged";
        }
        if (event instanceof SealEvent.ChallengeAnswered) {
            return "SealChallengeAnswered";
        }
        return event instanceof SealEvent.DisclosureIssued ? "DisclosureIssued" : "SealChallengeLapsed";
    }

    private static JsonObject filled(JsonObject data, SealEvent event) {
        if (event instanceof SealEvent.RecordRead read) {
            return data.put("readBy", read.reading().readBy())
                    .put("role", read.reading().role().name())
                    .put("purpose", read.reading().purpose());
        }
        if (event instanceof SealEvent.ChallengeRaised raised) {
            return challenge(data, raised.challenge())
                    .put("raisedBy", raised.challenge().raisedBy())
                    .put("answerBy", Payloads.time(raised.challenge().answerBy()));
        }
        if (event instanceof SealEvent.ChallengeAnswered answered) {
            return challenge(data, answered.challenge())
                    .put("raisedBy", answered.challenge().raisedBy())
                    .put("outcome", answer(answered.challenge()).result().name())
                    .put("answeredBy", answer(answered.challenge()).answeredBy());
        }
        if (event instanceof SealEvent.DisclosureIssued issued) {
            SealAnswer answer = answer(issued.challenge());
            return challenge(data, issued.challenge())
                    .put("disclosure", Payloads.text(answer.disclosure().orElseThrow()))
                    .put("at", Payloads.time(answer.answeredAt()));
        }
        if (event instanceof SealEvent.ChallengeLapsed lapsed) {
            return challenge(data, lapsed.challenge())
                    .put("answerBy", Payloads.time(lapsed.challenge().answerBy()));
        }
        return data;
    }

    private static JsonObject challenge(JsonObject data, SealChallenge challenge) {
        return data.put("challengeId", challenge.id());
    }

    private static SealAnswer answer(SealChallenge challenge) {
        return challenge.answer().orElseThrow();
    }
}
