package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What shows that a breach was made good: the merchant's word, which a person answers, or a milestone that a partner
 * verified, which needs no answer.
 *
 * @param filedBy of the merchant, or the verifier
 * @param text in the merchant's own words, never linted; empty for a milestone
 * @param attachments references to what the merchant kept
 * @param verificationId of the milestone that decided it
 * @param answerBy the end of the clock; one that nobody answered goes to the approvers and goes on keeping the penalty
 *     from entering into force
 */
public record ProofOfCure(
        String id,
        String filedBy,
        Instant filedAt,
        Optional<String> text,
        List<String> attachments,
        Optional<String> verificationId,
        Instant answerBy,
        boolean escalated,
        Optional<Answer> answer) {

    public ProofOfCure {
        attachments = List.copyOf(attachments);
    }

    /** What comes of it. */
    public enum Outcome {
        /** Education stands in place of the penalty. */
        ACCEPTED,
        /** The penalty takes its course; while its window runs another proof may be filed. */
        REFUSED
    }

    /** An answer with reasons that the merchant reads; a person's, or a verifier's. */
    public record Answer(Outcome outcome, Text reasons, String answeredBy, Instant answeredAt) {}

    /** Where it stands. */
    public enum State {
        OPEN,
        ESCALATED,
        ACCEPTED,
        REFUSED
    }

    public State state() {
        return answer.map(given -> State.valueOf(given.outcome().name()))
                .orElse(escalated ? State.ESCALATED : State.OPEN);
    }

    public boolean unanswered() {
        return answer.isEmpty();
    }

    public ProofOfCure answered(Answer given) {
        return new ProofOfCure(
                id, filedBy, filedAt, text, attachments, verificationId, answerBy, escalated, Optional.of(given));
    }

    /** Decided by a milestone. */
    public ProofOfCure verified(String byVerification, Answer given) {
        return new ProofOfCure(
                id,
                filedBy,
                filedAt,
                text,
                attachments,
                Optional.of(byVerification),
                answerBy,
                escalated,
                Optional.of(given));
    }

    public ProofOfCure asEscalated() {
        return new ProofOfCure(id, filedBy, filedAt, text, attachments, verificationId, answerBy, true, answer);
    }
}
