package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.rulebook.ClosureByAccumulation;
import java.time.Instant;
import java.util.Optional;

/** A penalty becomes final: its window is over, or it was ruled on. */
public final class Finality {

    private Finality() {}

    /** The appeal window has closed; a penalty that stands no more is final too. Empty when it is final already. */
    public static Optional<ShopChange> windowClosed(ShopFile file, String penaltyId, IdSource ids, Instant at) {
        ShopDraft draft = new ShopDraft(file, ids);
        finalise(draft, penaltyId, at);
        ShopChange change = draft.change();
        return change.events().isEmpty() ? Optional.empty() : Optional.of(change);
    }

    static void finalise(ShopDraft draft, String penaltyId, Instant at) {
        Penalty penalty = draft.penalty(penaltyId);
        if (penalty == null || penalty.isFinal()) {
            return;
        }
        Penalty settled = penalty.change(Penalty.Draft::asFinal);
        draft.put(settled);
        draft.say(new ShopEvent.PenaltyFinal(settled));
        if (settled.refuses(PenaltyCommand.FINALISE).isEmpty()) {
            closeByAccumulation(draft, settled, at);
        }
    }

    /** Enough final decisions may now justify what they did not before; the merchant is told in advance. */
    private static void closeByAccumulation(ShopDraft draft, Penalty settled, Instant at) {
        ShopFile file = draft.now();
        ClosureByAccumulation rule = file.rulebookOf(settled).closureByAccumulation();
        for (Crossing crossing : Crossing.replay(file, at, false)) {
            Optional<Measure.Ground> ground = Optional.of(crossing.ground());
            boolean fired = file.measures().stream()
                    .anyMatch(measure -> measure.ground().equals(ground));
            boolean approved = !rule.held() || crossing.penalty().approvedBy().isPresent();
            if (crossing.highest()
                    && !crossing.penalty().imported()
                    && crossing.threshold().points() >= rule.points()
                    && approved
                    && !fired) {
                EnteringIntoForce.fire(draft, crossing, at, at.plus(rule.advanceNotice()));
            }
        }
    }
}
