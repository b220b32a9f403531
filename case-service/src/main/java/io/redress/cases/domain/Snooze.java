package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * A case laid aside by somebody on whose desk it is. No clock pauses for it, and it comes back before its date when
 * anybody else takes a step in the case.
 *
 * @param until business time
 * @param reason for himself; told to nobody
 */
public record Snooze(String caseId, String person, Instant until, String reason, Instant since) {

    private static final Duration LONGEST = Duration.ofDays(90);

    /** Why it came back. */
    public enum End {
        DUE,
        /** Somebody else took a step in the case. */
        STEP,
        BY_HAND
    }

    /**
     * Refusals: illegal-transition, not-your-desk, snooze-date-invalid.
     *
     * @param leases whether this person has the case on lease
     */
    public static Outcome<Snooze> of(
            CaseFile file, Actor actor, boolean leases, Instant until, String reason, Instant now) {
        if (!leases && !onDesk(file, actor)) {
            return Outcome.refused(
                    CaseRefusal.NOT_YOUR_DESK,
                    "The case's advocate, its adjudicator or who has it on lease lays it aside.");
        }
        if (file.status().ended()) {
            return Outcome.refused(Refusal.of(
                            CaseRefusal.ILLEGAL_TRANSITION, "A case that is " + file.status() + " waits for nothing.")
                    .with("currentStatus", file.status().name()));
        }
        return until.isAfter(now) && !until.isAfter(now.plus(LONGEST))
                ? Outcome.done(new Snooze(file.id(), actor.id(), until, reason, now))
                : Outcome.refused(
                        CaseRefusal.SNOOZE_DATE_INVALID, "A case is laid aside until a time within the next 90 days.");
    }

    private static boolean onDesk(CaseFile file, Actor actor) {
        return file.people().advocate(actor.id()) || file.people().adjudicator(actor.id());
    }

    /** Until when, and why, is the same. */
    public boolean sameAs(Snooze other) {
        return until.equals(other.until) && reason.equals(other.reason);
    }
}
