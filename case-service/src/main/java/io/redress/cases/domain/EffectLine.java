package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One effect of a ruling.
 *
 * @param subject the penalty, measure or claim it is about
 * @param dueAt by when its owner has to answer; set by the ruling
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
        boolean overdue) {

    /** As a peer proposes it. */
    public static EffectLine pinned(
            String effectId, EffectOwner owner, EffectKind kind, String subject, EffectTarget target) {
        return new EffectLine(
                effectId, owner, kind, subject, target, EffectState.PENDING, Optional.empty(), Optional.empty(), false);
    }

    EffectLine ordered(Instant due) {
        return new EffectLine(effectId, owner, kind, subject, target, state, reason, Optional.of(due), overdue);
    }

    EffectLine answered(EffectState result, Optional<String> why) {
        return new EffectLine(effectId, owner, kind, subject, target, result, why, dueAt, overdue);
    }

    EffectLine late() {
        return new EffectLine(effectId, owner, kind, subject, target, state, reason, dueAt, true);
    }
}
