package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An advocate goes on, on her own motion, with what the merchant has taken back. The merchant risks nothing by it and may
 * opt out, which is to withdraw once more. That the appeal window has closed meanwhile does not matter: the case was
 * opened in time.
 */
public final class Continuing {

    private Continuing() {}

    /**
     * Where it was when it was taken back: before its brief with the advocate, after it to be claimed anew.
     *
     * @param stands whether the penalty does
     * @param another whether another case about the penalty excludes this one
     */
    public static Outcome<CaseChange> on(CaseFile file, Actor actor, boolean stands, boolean another, Instant now) {
        CaseCommand command = file.counted() ? CaseCommand.CONTINUE_SUBMITTED : CaseCommand.CONTINUE;
        Optional<Refusal> refusal = CaseAdmission.refusal(file, command, actor, now)
                .or(() ->
                        CaseAdmission.concerned(file, actor) ? Optional.of(CaseAdmission.ownCause()) : Optional.empty())
                .or(() -> matterRefusal(stands, another));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        CaseFile continued = file.with(file.opening().continued())
                .with(file.people().unclaimedWith(actor.id()))
                .with(file.proceedings().continued())
                .with(CaseTransitions.find(file.status(), command).orElseThrow().to());
        return Outcome.done(new CaseChange(continued, List.of(new CaseEvent.CaseContinued(actor.id()))));
    }

    /** An own-motion case that somebody else than its advocate took back: the merchant does not want it. */
    static boolean optedOut(CaseFile file) {
        return file.opening().ownMotion()
                && file.proceedings()
                        .ending()
                        .filter(ending -> !file.people().advocate(ending.by()))
                        .isPresent();
    }

    private static Optional<Refusal> matterRefusal(boolean stands, boolean another) {
        if (!stands) {
            return Optional.of(Refusal.of(
                    CaseRefusal.PENALTY_NOT_STANDING,
                    "This penalty was refused or reversed: nothing is left to appeal."));
        }
        return another
                ? Optional.of(Refusal.of(CaseRefusal.DUPLICATE, "This penalty has its one appeal already."))
                : Optional.empty();
    }
}
