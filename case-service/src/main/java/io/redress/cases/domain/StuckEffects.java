package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What operators do about an effect line that its owner has not made true: it failed, or was not answered in its time. The
 * order to the marketplace is given again, or two operators without a part in the case settle the line by hand, the one
 * proposing, the other confirming. An answer of its owner that comes before is taken, one that comes afterwards changes
 * nothing.
 */
public final class StuckEffects {

    private StuckEffects() {}

    /** Whether an operator has to look after this line. */
    static boolean stuck(EffectLine line) {
        return line.state() == EffectState.FAILED || (line.state() == EffectState.PENDING && line.overdue());
    }

    static boolean any(CaseFile file) {
        return file.proceedings().effects().stream().anyMatch(StuckEffects::stuck);
    }

    /** True for who argued, brought about or decided what the line is an effect of. */
    static boolean partIn(CaseFile file, Actor actor) {
        return CaseAdmission.concerned(file, actor)
                || file.people().advocate(actor.id())
                || file.people().adjudicator(actor.id())
                || Review.tookPart(file, actor);
    }

    /**
     * Gives the order to the marketplace once more, under the same id. Other owners carry out what they were told when
     * they are whole again; to tell them again would change nothing.
     *
     * @param effectsWithin how long the marketplace has to answer now
     */
    public static Outcome<CaseChange> orderAgain(
            CaseFile file, Actor actor, String effectId, BilingualText reasons, Duration effectsWithin, Instant now) {
        Optional<EffectLine> line = line(file, effectId);
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.ORDER_EFFECT_AGAIN, actor, now)
                .or(() -> lineRefusal(line))
                .or(() -> line.get().owner() == EffectOwner.MARKETPLACE
                        ? Optional.empty()
                        : refuse(
                                CaseRefusal.ORDER_NOT_REPEATABLE,
                                "Only orders to the marketplace are given again; settle this line by hand."))
                .or(() -> reasonsRefusal(reasons));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        EffectLine again = line.get().orderedAgain(now.plus(effectsWithin));
        CaseEvent.Again by = new CaseEvent.Again(actor.id(), reasons);
        String rulingId = file.proceedings().ruling().orElseThrow().rulingId();
        return Outcome.done(new CaseChange(
                with(file, again), List.of(new CaseEvent.ShopTransferOrdered(rulingId, again, Optional.of(by)))));
    }

    /** The first operator says what has become of the line; a later proposal takes the place of an earlier one. */
    public static Outcome<CaseChange> propose(CaseFile file, Actor actor, Settlement settlement, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.PROPOSE_SETTLEMENT, actor, now)
                .or(() -> lineRefusal(line(file, settlement.effectId())))
                .or(() -> reasonsRefusal(settlement.reasons()));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : Outcome.done(new CaseChange(file, List.of(new CaseEvent.EffectSettlementProposed(settlement))));
    }

    /**
     * The second operator confirms it, and the line is settled; the last one closes the case.
     *
     * @param proposed for this line; empty when nobody has proposed anything
     */
    public static Outcome<CaseChange> confirm(
            CaseFile file, Actor actor, String effectId, Optional<Settlement> proposed, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.CONFIRM_SETTLEMENT, actor, now)
                .or(() -> lineRefusal(line(file, effectId)))
                .or(() -> proposed.isPresent()
                        ? Optional.empty()
                        : refuse(
                                CaseRefusal.SETTLEMENT_NOT_PROPOSED,
                                "Nobody has said yet what has become of this effect line."))
                .or(() -> proposed.get().proposedBy().equals(actor.id())
                        ? refuse(CaseRefusal.OWN_CAUSE, "A second operator confirms what the first one says.")
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        EffectLine settled = line(file, effectId).orElseThrow().settledByHand(proposed.get(), now);
        List<CaseEvent> events = new ArrayList<>(List.of(new CaseEvent.EffectConfirmed(
                effectId, settled.state(), Optional.of(new CaseEvent.ByHand(proposed.get(), actor.id())))));
        return Outcome.done(Judgment.closedWhenSettled(with(file, settled), actor.id(), now, events));
    }

    private static Optional<EffectLine> line(CaseFile file, String effectId) {
        return file.proceedings().effects().stream()
                .filter(line -> line.effectId().equals(effectId))
                .findFirst();
    }

    private static CaseFile with(CaseFile file, EffectLine changed) {
        return file.with(file.proceedings()
                .with(file.proceedings().effects().stream()
                        .map(line -> line.effectId().equals(changed.effectId()) ? changed : line)
                        .toList()));
    }

    private static Optional<Refusal> lineRefusal(Optional<EffectLine> line) {
        if (line.isEmpty()) {
            return refuse(CaseRefusal.UNKNOWN_EFFECT, "The ruling of this case has ordered no such effect.");
        }
        return stuck(line.get())
                ? Optional.empty()
                : refuse(
                        CaseRefusal.EFFECT_NOT_STUCK,
                        line.get().state() == EffectState.PENDING
                                ? "The effect's owner still has time to answer."
                                : "The effect line is settled: " + line.get().state() + ".");
    }

    private static Optional<Refusal> reasonsRefusal(BilingualText reasons) {
        return reasons.incomplete()
                ? refuse(CaseRefusal.REASONS_MISSING, "Why this is done is said in zh and in en.")
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
