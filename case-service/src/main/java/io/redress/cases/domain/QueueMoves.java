package io.redress.cases.domain;

import io.redress.cases.domain.queue.Destination;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A person puts a case into another queue; why is in its history. */
public final class QueueMoves {

    private QueueMoves() {}

    /**
     * Moves a case.
     *
     * @param ofQueues whether {@code actor} is a member of the queue where it lies, and unless that is a restricted one also
     *     of the one where it goes
     * @param respondents who have no say in who defends or decides, which the queue says
     */
    public static Outcome<CaseChange> move(
            CaseFile file,
            Actor actor,
            String from,
            Destination to,
            boolean ofQueues,
            Respondents respondents,
            String reasons,
            Instant now) {
        if (respondents.standing(actor.id(), actor.department()).isPresent()) {
            return Outcome.refused(
                    CaseRefusal.ADJUDICATOR_IS_FREE,
                    "A respondent, or who is above one, does not say in whose queue a case lies.");
        }
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.MOVE_TO_QUEUE, actor, now)
                .or(() -> ofQueues || actor.roles().contains("operator")
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                CaseRefusal.NOT_YOUR_QUEUE,
                                "Members of both queues, or an operator, move a case between them.")));
        return refusal.map(Outcome::<CaseChange>refused)
                .orElseGet(() -> Outcome.done(
                        new CaseChange(file, List.of(new CaseEvent.CaseMoved(from, to, actor.id(), reasons)))));
    }
}
