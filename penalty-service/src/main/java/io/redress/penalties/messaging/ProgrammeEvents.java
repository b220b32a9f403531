package io.redress.penalties.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.penalties.app.milestone.ProgrammeEventPayloads;
import io.redress.penalties.domain.milestone.Claim;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Programme;
import io.redress.penalties.domain.milestone.ProgrammeEvent;
import io.vertx.core.json.JsonObject;

/** What happened to programmes and enrolments, as messages of the topic; the key is the programme, else the shop. */
public final class ProgrammeEvents implements ProgrammeEventPayloads {

    @Override
    public OutgoingEvent outgoing(ProgrammeEvent event) {
        if (event instanceof ProgrammeEvent.ProgrammeCreated created) {
            Programme programme = created.programme();
            JsonObject data = new JsonObject()
                    .put("programmeId", programme.id())
                    .put("title", Payloads.text(programme.title()))
                    .put("opensAt", Payloads.time(programme.opensAt()))
                    .put("closesAt", Payloads.time(programme.closesAt()))
                    .put("yearlyCap", programme.yearlyCap());
            return OutgoingEvent.of(PenaltyEvents.TOPIC, programme.id(), "ProgrammeCreated", data);
        }
        if (event instanceof ProgrammeEvent.ShopEnrolled enrolled) {
            JsonObject data = enrolment(enrolled.enrolment())
                    .put("title", Payloads.text(enrolled.programme().title()));
            return OutgoingEvent.of(PenaltyEvents.TOPIC, enrolled.enrolment().shopId(), "ShopEnrolled", data);
        }
        ProgrammeEvent.MilestoneVerified verified = (ProgrammeEvent.MilestoneVerified) event;
        Claim claim = verified.verification().claim();
        JsonObject data = enrolment(verified.enrolment())
                .put("verificationId", verified.verification().id())
                .put("milestoneId", claim.milestoneId())
                .put("title", Payloads.text(verified.milestone().title()))
                .put("purpose", verified.milestone().purpose().name())
                .put("verifierId", verified.verification().verifierId())
                .put("reference", claim.reference())
                .put("achievedAt", Payloads.time(claim.achievedAt()))
                .put("credited", verified.verification().credited())
                .put("limitedBy", verified.limitedBy().name());
        claim.about().ifPresent(about -> data.put("matterId", about));
        return OutgoingEvent.of(PenaltyEvents.TOPIC, claim.shopId(), "MilestoneVerified", data);
    }

    private static JsonObject enrolment(Enrolment enrolment) {
        return new JsonObject()
                .put("enrolmentId", enrolment.id())
                .put("programmeId", enrolment.programmeId())
                .put("merchantId", enrolment.merchantId())
                .put("shopId", enrolment.shopId());
    }
}
