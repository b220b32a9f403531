package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What ends when points cease to count: penalties none of whose points is left and none of whose measures runs, and
 * open-ended measures that the points which are left do not justify any more. A measure with days is never shortened, and
 * one that later points brought is left alone.
 */
public final class PointsCleared {

    private static final int MOST = 20;

    private PointsCleared() {}

    /**
     * All measures that end, and at most {@value #MOST} of the penalties that expire; the others are the next change, of
     * the shop as it is behind this one. Empty when nothing ends.
     */
    public static Optional<ShopChange> at(ShopFile file, Instant at, IdSource ids) {
        ShopDraft draft = new ShopDraft(file, ids);
        ending(file, at).forEach(measure -> draft.end(measure.takenBack(at), at));
        Set<String> counting = file.counting(at);
        file.penalties().stream()
                .filter(penalty -> broughtBefore(penalty, at))
                .filter(penalty -> over(draft, penalty, counting))
                .limit(MOST)
                .forEach(penalty -> expire(draft, penalty));
        ShopChange change = draft.change();
        return change.events().isEmpty() ? Optional.empty() : Optional.of(change);
    }

    /** The penalty expires if it has nothing left: points that were booked and count no more, and no live measure. */
    static void expire(ShopDraft draft, String penaltyId, Instant at) {
        Penalty penalty = draft.penalty(penaltyId);
        if (over(draft, penalty, draft.now().counting(at))) {
            expire(draft, penalty);
        }
    }

    private static boolean over(ShopDraft draft, Penalty penalty, Set<String> counting) {
        return PenaltyCommand.EXPIRE.allowedIn(penalty.status())
                && penalty.points() > 0
                && !draft.underMeasure(penalty.id())
                && penalty.violations().stream().map(Violation::id).noneMatch(counting::contains);
    }

    private static void expire(ShopDraft draft, Penalty penalty) {
        Penalty expired = penalty.change(change -> change.status(PenaltyStatus.EXPIRED));
        draft.put(expired);
        draft.say(new ShopEvent.PenaltyExpired(expired));
    }

    /** The measures that end at this instant, as far as points are known then. */
    public static List<Measure> ending(ShopFile file, Instant at) {
        return file.measures().stream()
                .filter(measure -> measure.state().live() && measure.days().isEmpty())
                .filter(measure -> file.penalty(measure.penaltyId())
                        .filter(penalty -> broughtBefore(penalty, at))
                        .filter(penalty -> grounds(file, penalty, measure).noneMatch(ground -> holds(file, ground, at)))
                        .isPresent())
                .toList();
    }

    /** Whether points that crossed this threshold at {@code since} have ceased to justify it by {@code at}. */
    static boolean outlived(ShopFile file, Measure.Ground ground, Instant since, Instant at) {
        return Stream.concat(
                        file.rulebooks().clearings(since, at).resets().stream().map(reset -> reset.at()), Stream.of(at))
                .anyMatch(instant -> tally(file, ground, instant, at) < ground.threshold());
    }

    private static boolean broughtBefore(Penalty penalty, Instant at) {
        return penalty.basis().proposedAt().isBefore(at)
                && penalty.effectiveAt()
                        .filter(effective -> effective.isBefore(at))
                        .isPresent();
    }

    private static boolean holds(ShopFile file, Measure.Ground ground, Instant at) {
        return tally(file, ground, at, at) >= ground.threshold();
    }

    /** Without what was credited: a credit ends no measure, neither at once nor later. */
    private static int tally(ShopFile file, Measure.Ground ground, Instant at, Instant asKnownAt) {
        return file.tally((Entry entry) -> entry.bucket().equals(ground.bucket()), at, asKnownAt);
    }

    /**
     * What the measure may stand on. An imported one names no threshold: it stands on those of its penalty's buckets
     * that bring its kind, or on any points where none does.
     */
    private static Stream<Measure.Ground> grounds(ShopFile file, Penalty penalty, Measure measure) {
        if (measure.ground().isPresent()) {
            return measure.ground().stream();
        }
        List<Measure.Ground> bringing = file.rulebookOf(penalty).thresholds().stream()
                .filter(threshold -> penalty.buckets().contains(threshold.bucket()))
                .filter(threshold -> threshold.order(measure.kind()).isPresent())
                .map(PointsCleared::ground)
                .toList();
        return bringing.isEmpty()
                ? penalty.buckets().stream().map(bucket -> new Measure.Ground(bucket, 1))
                : bringing.stream();
    }

    private static Measure.Ground ground(Threshold threshold) {
        return new Measure.Ground(threshold.bucket(), threshold.points());
    }
}
