package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.DecisionFold;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.points.Entry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes points back: a reduction stays with its penalty, a reversal frees what the penalty had taken of its decision's
 * cap and the rest is folded again. A correction is effective when the corrected entry was, and known now.
 */
final class Correcting {

    private Correcting() {}

    /** The penalty is left with at most so many points; 0 reverses it. Then its measures are judged anew. */
    static void correct(ShopDraft draft, String penaltyId, int ceiling, RulingRef ruling, Instant at) {
        Penalty before = draft.penalty(penaltyId);
        draft.put(before.change(change ->
                ceiling == 0 ? change.pointsCeiling(0).status(PenaltyStatus.REVERSED) : change.pointsCeiling(ceiling)));
        ShopFile beforehand = draft.now();
        Set<String> changed = refold(draft, before, at);
        List<Measure> measures = MeasureReview.review(draft, changed, at);
        draft.say(new ShopEvent.PenaltyCorrected(
                draft.penalty(penaltyId),
                before.points(),
                ruling,
                remaining(draft.now(), penaltyId, measures),
                before.effectiveAt().orElse(at)));
        for (String other : changed) {
            if (!other.equals(penaltyId)) {
                int pointsBefore = beforehand.penalty(other).orElseThrow().points();
                draft.say(new ShopEvent.PenaltyRefolded(draft.penalty(other), pointsBefore, penaltyId));
            }
        }
        measures.forEach(measure -> {
            if (measure.state().live()) {
                draft.put(measure);
            } else {
                draft.end(measure, at);
            }
        });
    }

    /** Folds the decision again, writes what differs, and names the penalties that differ. */
    private static Set<String> refold(ShopDraft draft, Penalty corrected, Instant at) {
        List<Penalty> decision = draft.now().decision(corrected.basis().decisionId());
        Map<String, Integer> points =
                DecisionFold.points(decision, draft.now().rulebookOf(corrected).singleDecisionCap());
        Set<String> changed = new LinkedHashSet<>();
        changed.add(corrected.id());
        for (Penalty penalty : decision) {
            boolean differs = penalty.violations().stream()
                    .anyMatch(violation -> violation.points() != points.get(violation.id()));
            if (differs) {
                changed.add(penalty.id());
                if (penalty.booking().isPresent()) {
                    penalty.violations().forEach(violation -> append(draft, penalty, violation, points, at));
                }
                draft.put(penalty.change(change -> change.violations(penalty.violations().stream()
                        .map(violation -> violation.withPoints(points.get(violation.id())))
                        .toList())));
            }
        }
        return changed;
    }

    private static void append(
            ShopDraft draft, Penalty penalty, Violation violation, Map<String, Integer> points, Instant at) {
        int difference = points.get(violation.id()) - violation.points();
        if (difference == 0) {
            return;
        }
        Entry.Kind kind = difference > 0
                ? Entry.Kind.BOOKING
                : penalty.status() == PenaltyStatus.REVERSED ? Entry.Kind.REVERSAL : Entry.Kind.REDUCTION;
        draft.append(new Entry(
                draft.newId("ent"),
                violation.bucket(),
                penalty.id(),
                violation.id(),
                kind,
                difference,
                penalty.effectiveAt().orElseThrow(),
                at));
    }

    private static List<Measure> remaining(ShopFile file, String penaltyId, List<Measure> changes) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        file.measures().forEach(measure -> measures.put(measure.id(), measure));
        changes.forEach(measure -> measures.put(measure.id(), measure));
        return measures.values().stream()
                .filter(measure -> measure.penaltyId().equals(penaltyId))
                .filter(measure -> measure.state() != Measure.State.LIFTED && measure.state() != Measure.State.REVERSED)
                .toList();
    }
}
