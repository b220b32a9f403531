package io.redress.cases.domain;

import io.redress.cases.domain.queue.QueuePhase;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.Optional;

/** Who of a queue's members takes a case to himself for a while: nobody who could not go on to defend or decide it. */
public final class QueueTaking {

    private QueueTaking() {}

    /**
     * Why this person does not take the case; empty when he may.
     *
     * @param panel that has {@code actor}
     */
    public static Optional<Refusal> refusal(CaseFile file, QueuePhase phase, Actor actor, AdvocatePanel panel) {
        if (CaseAdmission.concerned(file, actor)) {
            return Optional.of(CaseAdmission.ownCause());
        }
        boolean advocate = file.people().advocate(actor.id());
        if (phase == QueuePhase.ADVOCACY) {
            return advocate ? Optional.empty() : defending(actor, panel);
        }
        boolean hadAPart = phase != QueuePhase.EXECUTION
                && (Review.tookPart(file, actor) || CaseAdmission.argued(file, actor.id()));
        return advocate || hadAPart ? Optional.of(CaseAdmission.ownCause()) : panel.interestOf(actor.id());
    }

    private static Optional<Refusal> defending(Actor actor, AdvocatePanel panel) {
        return actor.roles().contains("advocate") && panel.named(actor.id()) instanceof Outcome.Refused<String> refused
                ? Optional.of(refused.refusal())
                : panel.interestOf(actor.id());
    }
}
