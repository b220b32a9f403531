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
     * @param ofBoth whether {@code actor} is a member of the queue where it lies and of the one where it goes
     */
    public static Outcome<CaseChange> move(
            CaseFile file, Actor actor, String from, Destination to, boolean ofBoth, String reasons, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.MOVE_TO_QUEUE, actor, now)
                .or(() -> ofBoth || actor.roles().contains("operator")
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                CaseRefusal.NOT_YOUR_QUEUE,
                                "Members of both queues, or an operator, move a case between them.")));
        return refusal.map(Outcome::<CaseChange>refused)
                .orElseGet(() -> Outcome.done(
                        new CaseChange(file, List.of(new CaseEvent.CaseMoved(from, to, actor.id(), reasons)))));
    }
}
