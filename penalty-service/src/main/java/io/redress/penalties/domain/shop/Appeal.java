package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import java.time.Instant;
import java.util.Optional;

/** What an open appeal does to a penalty: a measure that has not begun may have to wait for the ruling. */
public final class Appeal {

    private Appeal() {}

    /** A case was opened. Empty when it is known already. */
    public static Optional<ShopChange> opened(
            ShopFile file, String penaltyId, String caseId, IdSource ids, Instant at) {
        Optional<Penalty> penalty =
                file.penalty(penaltyId).filter(found -> !found.appealCaseId().equals(Optional.of(caseId)));
        if (penalty.isEmpty()) {
            return Optional.empty();
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Penalty appealed = penalty.get().change(change -> change.appeal(Optional.of(caseId)));
        draft.put(appealed);
        draft.say(new ShopEvent.PenaltyAppealOpened(appealed, caseId));
        for (Measure measure : file.measuresOf(penaltyId)) {
            if (measure.state() == Measure.State.SCHEDULED
                    && EnteringIntoForce.waitsForRuling(draft.now(), appealed, measure)) {
                draft.put(measure.in(Measure.State.SUSPENDED, at));
            }
        }
        return Optional.of(draft.change());
    }

    /** The case ended. Empty when it is not the one that was open. */
    public static Optional<ShopChange> ended(ShopFile file, String penaltyId, String caseId, IdSource ids, Instant at) {
        ShopDraft draft = new ShopDraft(file, ids);
        end(draft, penaltyId, caseId, at);
        ShopChange change = draft.change();
        return change.events().isEmpty() ? Optional.empty() : Optional.of(change);
    }

    static void end(ShopDraft draft, String penaltyId, String caseId, Instant at) {
        Penalty penalty = draft.penalty(penaltyId);
        if (penalty == null || !penalty.appealCaseId().equals(Optional.of(caseId))) {
            return;
        }
        Penalty unappealed = penalty.change(change -> change.appeal(Optional.empty()));
        draft.put(unappealed);
        draft.say(new ShopEvent.PenaltyAppealEnded(unappealed, caseId));
        for (Measure measure : draft.now().measuresOf(penaltyId)) {
            Measure free = MeasureRelief.moot(draft, measure, at);
            if (free.state() == Measure.State.SUSPENDED) {
                draft.put(goesOn(free, at));
            }
        }
    }

    private static Measure goesOn(Measure suspended, Instant at) {
        if (suspended.begun()) {
            return suspended.resumed(at);
        }
        return suspended.startsAt().isAfter(at) ? suspended.in(Measure.State.SCHEDULED, at) : suspended.began(at);
    }
}
