package io.redress.penalties.domain.seal;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * An advocate's challenge to a seal, answered by somebody who had no part in the penalty.
 *
 * @param askedFor what should be disclosed
 * @param answerBy the end of the clock; a challenge that lapses is flagged, stays open and goes to integrity
 */
public record SealChallenge(
        String id,
        String penaltyId,
        String raisedBy,
        Text grounds,
        String askedFor,
        Instant raisedAt,
        Instant answerBy,
        boolean lapsed,
        Optional<SealAnswer> answer) {

    public boolean open() {
        return answer.isEmpty();
    }

    /**
     * Answers it.
     *
     * @param people of the cases about the penalty
     * @return refusals: OWN_CAUSE, DISCLOSURE_MISMATCH, ILLEGAL_TRANSITION
     */
    public Outcome<SealChallenge> answered(Penalty penalty, CasePeople people, SealAnswer given) {
        if (hasPart(penalty, people, given.answeredBy())) {
            return Outcome.refused(
                    PenaltyRefusal.OWN_CAUSE,
                    "Whoever proposed, imported or approved the penalty, argues or decides a case about it, or challenged"
                            + " its seal, does not answer the challenge.");
        }
        if (!open()) {
            return Outcome.refused(PenaltyRefusal.ILLEGAL_TRANSITION, "This challenge is answered.");
        }
        if ((given.result() == SealAnswer.Result.DISCLOSED)
                != given.disclosure().isPresent()) {
            return Outcome.refused(
                    PenaltyRefusal.DISCLOSURE_MISMATCH,
                    "A disclosure is given when something is disclosed, and only then.");
        }
        return Outcome.done(with(lapsed, Optional.of(given)));
    }

    private boolean hasPart(Penalty penalty, CasePeople people, String person) {
        Optional<String> one = Optional.of(person);
        return penalty.basis().proposedBy().equals(person)
                || penalty.basis().importedBy().equals(one)
                || penalty.approvedBy().equals(one)
                || people.advocates().contains(person)
                || people.adjudicators().contains(person)
                || raisedBy.equals(person);
    }

    public SealChallenge asLapsed() {
        return with(true, answer);
    }

    private SealChallenge with(boolean isLapsed, Optional<SealAnswer> given) {
        return new SealChallenge(id, penaltyId, raisedBy, grounds, askedFor, raisedAt, answerBy, isLapsed, given);
    }
}
