package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One effect of a ruling. Together the lines are what has to be restored; the case is closed when each is settled.
 *
 * @param subject the penalty, measure, claim or shop it is about
 * @param dueAt by when its owner has to answer; set by the ruling
 * @param settledAt when its owner's answer settled it, or an operator did
 * @param byHand whether operators settled it
 */
public record EffectLine(
        String effectId,
        EffectOwner owner,
        EffectKind kind,
        String subject,
        EffectTarget target,
        EffectState state,
        Optional<String> reason,
        Optional<Instant> dueAt,
        boolean overdue,
        Optional<Instant> settledAt,
        boolean byHand) {

    /** As a peer proposes it. */
    public static EffectLine pinned(
            String effectId, EffectOwner owner, EffectKind kind, String subject, EffectTarget target) {
        return new EffectLine(
                effectId,
                owner,
                kind,
                subject,
                target,
                EffectState.PENDING,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    EffectLine ordered(Instant due) {
        return new EffectLine(
                effectId, owner, kind, subject, target, state, reason, Optional.of(due), overdue, settledAt, byHand);
    }

    EffectLine answered(EffectState result, Optional<String> why, Instant at) {
        Optional<Instant> settled = result.settled() ? Optional.of(at) : Optional.empty();
        return new EffectLine(effectId, owner, kind, subject, target, result, why, dueAt, overdue, settled, false);
    }

    EffectLine late() {
        return new EffectLine(effectId, owner, kind, subject, target, state, reason, dueAt, true, settledAt, byHand);
    }

    /** Once more; what became of it before does not count any more. */
    EffectLine orderedAgain(Instant due) {
        return new EffectLine(
                effectId,
                owner,
                kind,
                subject,
                target,
                EffectState.PENDING,
                Optional.empty(),
                Optional.of(due),
                false,
                Optional.empty(),
                false);
    }

    EffectLine settledByHand(Settlement settlement, Instant at) {
        String why = settlement.reasons().zh() + "\n" + settlement.reasons().en();
        return new EffectLine(
                effectId,
                owner,
                kind,
                subject,
                target,
                settlement.result(),
                Optional.of(why),
                dueAt,
                overdue,
                Optional.of(at),
                true);
    }
}
