package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What time and the marketplace do to a measure. */
public final class MeasureCourse {

    private MeasureCourse() {}

    /** Its start has come. Empty when it is not waiting for that. */
    public static Optional<ShopChange> begin(ShopFile file, String measureId, IdSource ids, Instant at) {
        Optional<Measure> scheduled = file.measure(measureId)
                .filter(measure -> measure.state() == Measure.State.SCHEDULED)
                .filter(measure -> !measure.startsAt().isAfter(at));
        return scheduled.map(measure -> {
            ShopDraft draft = new ShopDraft(file, ids);
            Penalty penalty = draft.penalty(measure.penaltyId());
            draft.put(
                    EnteringIntoForce.waitsForRuling(file, penalty, measure)
                            ? measure.in(Measure.State.SUSPENDED, at)
                            : measure.began(at));
            return draft.change();
        });
    }

    /** Its days are over. Empty when it ended before. */
    public static Optional<ShopChange> serve(ShopFile file, String measureId, IdSource ids, Instant at) {
        Optional<Measure> over = file.measure(measureId)
                .filter(measure -> measure.state() == Measure.State.IN_FORCE)
                .filter(measure ->
                        measure.endsAt().filter(end -> !end.isAfter(at)).isPresent());
        return over.map(measure -> {
            ShopDraft draft = new ShopDraft(file, ids);
            draft.end(measure.in(Measure.State.SERVED, at), at);
            Penalty penalty = draft.penalty(measure.penaltyId());
            boolean allOver = draft.now().measuresOf(penalty.id()).stream()
                    .noneMatch(other -> other.state().live());
            if (allOver && penalty.status() == PenaltyStatus.IN_FORCE) {
                Penalty served = penalty.change(change -> change.status(PenaltyStatus.SERVED));
                draft.put(served);
                draft.say(new ShopEvent.PenaltyServed(served));
            }
            PointsCleared.expire(draft, penalty.id(), at);
            return draft.change();
        });
    }

    /**
     * The marketplace confirms a state; effect lines that waited for it are answered. Empty when it is older than what
     * was confirmed before.
     *
     * @param waiting effect lines on this measure that are not answered yet
     */
    public static Optional<ShopChange> confirm(
            ShopFile file, Measure measure, Measure.Confirmation confirmation, List<EffectLine> waiting, IdSource ids) {
        boolean stale = measure.confirmation()
                .filter(known -> known.targetVersion() > confirmation.targetVersion() || known.equals(confirmation))
                .isPresent();
        if (stale) {
            return Optional.empty();
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Measure confirmed = measure.confirmed(confirmation);
        draft.annotate(confirmed);
        draft.say(new ShopEvent.MeasureConfirmed(confirmed, confirmation));
        if (confirmed.endConfirmed()) {
            waiting.forEach(line -> Ruling.answer(draft, line, EffectResult.APPLIED, null));
        }
        return Optional.of(draft.change());
    }
}
