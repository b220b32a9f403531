package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.Suspension;
import io.redress.penalties.domain.measures.TimeServed;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges after a correction which measures the points still justify: those that they do not are lifted, or reversed if
 * they never began; what they justify and a lifted measure contained goes on, with the time already served. Nothing new
 * is brought that the shop was not under before: nobody is worse off by appealing. What a ruling ends by name is justified
 * by no points, and goes on under no other threshold.
 */
final class MeasureReview {

    private MeasureReview() {}

    /** Reviews the shop as the draft has it; {@code corrected} are the penalties whose points changed. */
    static List<Measure> review(ShopDraft draft, Set<String> corrected, Instant at) {
        ShopFile file = draft.now();
        List<Crossing> crossings = Crossing.replay(file, at, false);
        List<Measure> ended = file.measures().stream()
                .filter(measure -> measure.state().live())
                .filter(measure -> !justified(measure, crossings, corrected))
                .map(measure -> measure.takenBack(at))
                .toList();
        List<Measure> changes = new ArrayList<>(ended);
        for (Crossing crossing : crossings) {
            if (crossing.brings()) {
                for (Threshold.Order order : crossing.threshold().orders()) {
                    continued(draft, crossing, order, ended, at).ifPresent(changes::add);
                }
            }
        }
        return changes;
    }

    private static boolean justified(Measure measure, List<Crossing> crossings, Set<String> corrected) {
        if (measure.byRuling()) {
            return false;
        }
        if (measure.ground().isPresent()) {
            return crossings.stream().anyMatch(crossing -> crossing.ground()
                    .equals(measure.ground().get()));
        }
        return !corrected.contains(measure.penaltyId())
                || crossings.stream()
                        .filter(crossing ->
                                crossing.highest() && crossing.penalty().id().equals(measure.penaltyId()))
                        .flatMap(crossing -> crossing.threshold().order(measure.kind()).stream())
                        .anyMatch(
                                order -> order.days().isEmpty() || order.days().equals(measure.days()));
    }

    private static Optional<Measure> continued(
            ShopDraft draft, Crossing crossing, Threshold.Order order, List<Measure> ended, Instant at) {
        ShopFile file = draft.now();
        boolean already = file.measures().stream()
                .filter(measure -> measure.byRuling()
                        || ended.stream().noneMatch(gone -> gone.id().equals(measure.id())))
                .filter(measure -> measure.kind().equals(order.kind()))
                .anyMatch(measure -> measure.ground().equals(Optional.of(crossing.ground()))
                        || ((measure.byRuling() || measure.ground().isEmpty())
                                && measure.penaltyId().equals(crossing.penalty().id())));
        if (already || order.days().isEmpty() && outlived(file, crossing, at)) {
            return Optional.empty();
        }
        return TimeServed.of(order.kind(), ended, file.rulebookOf(crossing.penalty()), at)
                .map(served -> goesOn(draft.newId("mea"), crossing, order, served, at));
    }

    /** What a reset has ended meanwhile does not go on; days are served whatever the points do. */
    private static boolean outlived(ShopFile file, Crossing crossing, Instant at) {
        Instant since = crossing.penalty().effectiveAt().orElseThrow();
        return PointsCleared.outlived(file, crossing.ground(), since, at);
    }

    private static Measure goesOn(String id, Crossing crossing, Threshold.Order order, TimeServed served, Instant at) {
        Optional<Instant> endsAt = served.endsAt(order.days(), at);
        boolean over = endsAt.filter(end -> !end.isAfter(at)).isPresent();
        return new Measure(
                id,
                crossing.penalty().id(),
                Optional.of(crossing.ground()),
                order.kind(),
                order.days(),
                Measure.Origin.CONTINUED,
                over ? Measure.State.SERVED : Measure.State.IN_FORCE,
                true,
                served.since(),
                endsAt,
                over ? endsAt : Optional.empty(),
                Optional.empty(),
                Suspension.NONE);
    }
}
