package io.redress.penalties.domain.measures;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * An advocate's request that a measure be suspended until the case has ended; once for each measure and case.
 *
 * @param decideBy the end of the clock; silence grants where the measure would be served before the ruling
 * @param lapsed the clock has run out and silence did not grant: it stays open, and integrity is told
 */
public record InterimRelief(
        String id,
        String caseId,
        String askedBy,
        Text grounds,
        Instant askedAt,
        Instant decideBy,
        boolean lapsed,
        Optional<Decision> decision) {

    /** What came of it. */
    public enum Outcome {
        GRANTED,
        REFUSED,
        /** The measure or the case had ended before. */
        MOOT
    }

    /**
     * @param decidedBy the duty adjudicator; empty for silence, and where there was nothing left to decide
     * @param reasons of the duty adjudicator
     */
    public record Decision(Outcome outcome, Optional<String> decidedBy, Optional<Text> reasons, Instant decidedAt) {

        /** True when nobody decided and the clock did. */
        public boolean bySilence() {
            return outcome == Outcome.GRANTED && decidedBy.isEmpty();
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        LAPSED,
        GRANTED,
        REFUSED,
        MOOT
    }

    public State state() {
        return decision.map(taken -> State.valueOf(taken.outcome().name())).orElse(lapsed ? State.LAPSED : State.OPEN);
    }

    public boolean open() {
        return decision.isEmpty();
    }

    public InterimRelief decided(Decision taken) {
        return new InterimRelief(id, caseId, askedBy, grounds, askedAt, decideBy, lapsed, Optional.of(taken));
    }

    public InterimRelief asLapsed() {
        return new InterimRelief(id, caseId, askedBy, grounds, askedAt, decideBy, true, decision);
    }
}
