package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The merchant's side asks that a closed case be decided anew. It is answered by an adjudicator who refuses it, or by the
 * second one of the two who reopen a case.
 *
 * @param reasons of the merchant's side perhaps in one language only
 * @param from whoever wrote it
 * @param dueAt when it is to be answered
 * @param overdue true once that time was up without an answer
 * @param reopeningId the proposal that takes it up
 */
public record ReopeningRequest(
        String requestId,
        Reopening.Ground ground,
        BilingualText reasons,
        List<Evidence> evidence,
        Correspondent from,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        boolean overdue,
        Optional<String> reopeningId,
        Optional<Answer> answer) {

    /** What has become of it. */
    public enum State {
        OPEN,
        /** An adjudicator has proposed what it asks for. */
        PROPOSED,
        GRANTED,
        REFUSED
    }

    /** What the merchant's side is told. */
    public record Answer(boolean granted, BilingualText reasons, String answeredBy, Instant answeredAt) {}

    public ReopeningRequest {
        evidence = List.copyOf(evidence);
    }

    public State state() {
        return answer.map(given -> given.granted() ? State.GRANTED : State.REFUSED)
                .orElse(reopeningId.isPresent() ? State.PROPOSED : State.OPEN);
    }

    /** True until it is answered. */
    public boolean waits() {
        return answer.isEmpty();
    }

    ReopeningRequest takenUp(String reopening) {
        return new ReopeningRequest(
                requestId,
                ground,
                reasons,
                evidence,
                from,
                requestedBy,
                requestedAt,
                dueAt,
                overdue,
                Optional.of(reopening),
                answer);
    }

    ReopeningRequest late() {
        return new ReopeningRequest(
                requestId, ground, reasons, evidence, from, requestedBy, requestedAt, dueAt, true, reopeningId, answer);
    }

    ReopeningRequest answered(Answer given) {
        return new ReopeningRequest(
                requestId,
                ground,
                reasons,
                evidence,
                from,
                requestedBy,
                requestedAt,
                dueAt,
                overdue,
                reopeningId,
                Optional.of(given));
    }
}
