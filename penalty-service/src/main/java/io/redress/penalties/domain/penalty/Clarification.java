package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the merchant says of the facts before a closure enters into force; once for each penalty.
 *
 * @param text in the merchant's own words; never linted
 * @param attachments references to what it kept
 * @param answerBy the end of the clock; one that nobody answered goes to the approvers and goes on keeping the penalty
 *     from entering into force
 */
public record Clarification(
        String id,
        String filedBy,
        Instant filedAt,
        String text,
        List<String> attachments,
        Instant answerBy,
        boolean escalated,
        Optional<Answer> answer) {

    public Clarification {
        attachments = List.copyOf(attachments);
    }

    /** What comes of it. */
    public enum Outcome {
        /** The penalty takes its course. */
        UPHELD,
        /** The penalty is proposed no longer. */
        WITHDRAWN
    }

    /** A person's answer, with reasons that the merchant reads. */
    public record Answer(Outcome outcome, Text reasons, String answeredBy, Instant answeredAt) {}

    /** Where it stands. */
    public enum State {
        OPEN,
        ESCALATED,
        ANSWERED
    }

    public State state() {
        return answer.isPresent() ? State.ANSWERED : escalated ? State.ESCALATED : State.OPEN;
    }

    public boolean unanswered() {
        return answer.isEmpty();
    }

    public Clarification answered(Answer given) {
        return new Clarification(id, filedBy, filedAt, text, attachments, answerBy, escalated, Optional.of(given));
    }

    public Clarification asEscalated() {
        return new Clarification(id, filedBy, filedAt, text, attachments, answerBy, true, answer);
    }
}
