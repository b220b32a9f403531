package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.penalties.app.hearing.Clarifications;
import io.redress.penalties.app.hearing.ReliefRequests;
import io.redress.penalties.app.hearing.RelieveMeasure;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies about how merchants are heard: exceptions from notice, clarifications, interim relief. */
final class HearingViews {

    private HearingViews() {}

    record ExceptionBody(String kind, Text reasons) {}

    record Approve(ExceptionBody withoutNotice) {

        /** Why there is no notice; its reasons have to be there. */
        Optional<WithoutNotice> exception() {
            return Optional.ofNullable(withoutNotice).map(stated -> new WithoutNotice(stated.kind(), stated.reasons()));
        }

        boolean withoutReasons() {
            return withoutNotice != null && withoutNotice.reasons() == null;
        }
    }

    record Clarify(String text, List<String> attachments) {

        List<String> references() {
            return attachments == null ? List.of() : attachments;
        }
    }

    record AnswerBody(String outcome, Text reasons) {

        Clarification.Answer answer(String by, Instant at) {
            return new Clarification.Answer(Clarification.Outcome.valueOf(outcome), reasons, by, at);
        }
    }

    /** A clarification; who of the platform answered it is told to staff only. */
    record ClarificationView(
            String id,
            String penaltyId,
            String merchantId,
            String shopId,
            String state,
            Instant filedAt,
            String text,
            List<String> attachments,
            Instant answerBy,
            Optional<String> outcome,
            Optional<Text> reasons,
            Optional<String> answeredBy,
            Optional<Instant> answeredAt,
            List<String> nextActions) {

        static ClarificationView of(Clarifications.Listed listed, Caller caller) {
            Clarification said = listed.clarification();
            return new ClarificationView(
                    said.id(),
                    listed.penaltyId(),
                    listed.merchantId(),
                    listed.shopId(),
                    said.state().name(),
                    said.filedAt(),
                    said.text(),
                    said.attachments(),
                    said.answerBy(),
                    said.answer().map(given -> given.outcome().name()),
                    said.answer().map(Clarification.Answer::reasons),
                    said.answer().map(Clarification.Answer::answeredBy).filter(name -> !caller.ofMerchantSide()),
                    said.answer().map(Clarification.Answer::answeredAt),
                    NextActions.of(listed, caller));
        }
    }

    record AskRelief(Text grounds) {}

    record DecideRelief(String outcome, Text reasons) {

        InterimRelief.Decision decision(String by, Instant at) {
            return new InterimRelief.Decision(
                    InterimRelief.Outcome.valueOf(outcome), Optional.of(by), Optional.of(reasons), at);
        }
    }

    /** A request for interim relief; who of the platform decided is told to staff only. */
    record ReliefView(
            String id,
            String measureId,
            String penaltyId,
            String merchantId,
            String shopId,
            String kind,
            String caseId,
            String state,
            Optional<String> askedBy,
            Instant askedAt,
            Text grounds,
            Instant decideBy,
            boolean bySilence,
            Optional<Text> reasons,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            List<String> nextActions) {

        static ReliefView of(RelieveMeasure.Result result, Caller caller) {
            return of(
                    new ReliefRequests.Listed(
                            result.measure().id(),
                            result.penalty().id(),
                            result.penalty().basis().merchantId(),
                            result.penalty().basis().shopId(),
                            result.measure().kind(),
                            result.penalty().punishedBy(),
                            result.measure().suspension().relief().orElseThrow()),
                    caller);
        }

        static ReliefView of(ReliefRequests.Listed listed, Caller caller) {
            InterimRelief relief = listed.relief();
            boolean staff = !caller.ofMerchantSide();
            return new ReliefView(
                    relief.id(),
                    listed.measureId(),
                    listed.penaltyId(),
                    listed.merchantId(),
                    listed.shopId(),
                    listed.kind(),
                    relief.caseId(),
                    relief.state().name(),
                    Optional.of(relief.askedBy()).filter(name -> staff),
                    relief.askedAt(),
                    relief.grounds(),
                    relief.decideBy(),
                    relief.decision().filter(InterimRelief.Decision::bySilence).isPresent(),
                    relief.decision().flatMap(InterimRelief.Decision::reasons),
                    relief.decision().flatMap(InterimRelief.Decision::decidedBy).filter(name -> staff),
                    relief.decision().map(InterimRelief.Decision::decidedAt),
                    NextActions.of(listed, caller));
        }
    }
}
