package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a case that was claimed gets another adjudicator. Its clocks run on, and what was answered and drafted stays. */
public final class AdjudicatorChanges {

    private AdjudicatorChanges() {}

    /** Why the adjudicator is not the same any more. */
    public enum Cause {
        /** He gave the case back: it waits for another one. */
        RELEASED,
        /** Another one has taken what was given back. */
        CLAIMED,
        /** It was given to another one. */
        REASSIGNED
    }

    /**
     * Whom a case is to be given to.
     *
     * @param named the employee
     * @param ofQueue whether he is an adjudicator of the case's queue
     * @param interest why an interest keeps him from the case; empty if none does
     * @param formerOutside whether the case's queue hides it from the one who has it, once he has it no more
     */
    public record Successor(String named, boolean ofQueue, Optional<Refusal> interest, boolean formerOutside) {}

    /** Gives back what one has claimed. */
    public static Outcome<CaseChange> release(CaseFile file, Actor actor, Instant now) {
        return CaseAdmission.refusal(file, CaseCommand.RELEASE_CLAIM, actor, now)
                .map(Outcome::<CaseChange>refused)
                .orElseGet(() -> Outcome.done(
                        alone(file, file.people().unclaimed(), Cause.RELEASED, Optional.empty(), false, actor, now)));
    }

    /** Takes what was given back. */
    static Outcome<CaseChange> claimReleased(CaseFile file, Actor actor, Instant now) {
        return CaseAdmission.refusal(file, CaseCommand.CLAIM_RELEASED, actor, now)
                .map(Outcome::<CaseChange>refused)
                .orElseGet(() -> Outcome.done(new CaseChange(
                        file.with(file.people().withAdjudicator(actor.id())),
                        List.of(new CaseEvent.AdjudicatorChanged(
                                Optional.of(actor.id()),
                                Optional.empty(),
                                Cause.CLAIMED,
                                Optional.empty(),
                                false,
                                false)))));
    }

    /**
     * Gives the case to another adjudicator.
     *
     * @param head whether {@code actor} heads the department that decides
     * @param respondents who have no say in it
     */
    public static Outcome<CaseChange> reassign(
            CaseFile file,
            Actor actor,
            boolean head,
            Successor to,
            BilingualText reasons,
            Respondents respondents,
            Instant now) {
        if (file.people().adjudicatorId().isPresent()
                && respondents.standing(actor.id(), actor.department()).isPresent()) {
            return Outcome.refused(
                    CaseRefusal.ADJUDICATOR_IS_FREE,
                    "A respondent, or who is above one, does not say who decides a case.");
        }
        return CaseAdmission.refusal(file, CaseCommand.REASSIGN_CLAIM, actor, now)
                .or(() -> head || actor.roles().contains("operator")
                        ? Optional.empty()
                        : refuse(
                                CaseRefusal.NOT_THE_HEAD,
                                "The head of the department that decides, or an operator, gives a case to another."))
                .or(() -> successor(file, to))
                .or(() -> reasons.incomplete()
                        ? refuse(CaseRefusal.REASONS_MISSING, "Why it is given to another, in zh and en.")
                        : Optional.empty())
                .map(Outcome::<CaseChange>refused)
                .orElseGet(() -> Outcome.done(alone(
                        file,
                        file.people().withAdjudicator(to.named()),
                        Cause.REASSIGNED,
                        Optional.of(reasons),
                        to.formerOutside(),
                        actor,
                        now)));
    }

    private static Optional<Refusal> successor(CaseFile file, Successor to) {
        if (file.subject().imposedBy(to.named())
                || file.people().advocate(to.named())
                || CaseAdmission.argued(file, to.named())
                || Review.tookPart(file, to.named())
                || file.people().adjudicator(to.named())) {
            return Optional.of(CaseAdmission.ownCause());
        }
        return to.ofQueue()
                ? to.interest()
                : refuse(CaseRefusal.NOT_YOUR_QUEUE, "Only adjudicators of a case's queue decide the case.");
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }

    /** Cases are heard together by one adjudicator. */
    private static CaseChange alone(
            CaseFile file,
            People people,
            Cause cause,
            Optional<BilingualText> reasons,
            boolean formerOutside,
            Actor actor,
            Instant now) {
        CaseEvent event = new CaseEvent.AdjudicatorChanged(
                people.adjudicatorId(),
                file.people().adjudicatorId(),
                cause,
                reasons,
                formerOutside,
                file.hearing().group().isPresent());
        Hearing alone = file.hearing().left(Hearing.Cause.OTHER_ADJUDICATOR, actor.id(), now);
        return new CaseChange(file.with(people).with(alone), List.of(event));
    }
}
