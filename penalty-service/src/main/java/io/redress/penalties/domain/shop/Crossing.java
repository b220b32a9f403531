package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.rulebook.ClosureByAccumulation;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A threshold that the booking of a penalty crossed upwards, judged by what is known of all points now.
 *
 * @param tally of the bucket after the booking
 * @param highest whether it is the highest crossed by that booking; of several at once only that one fires
 */
public record Crossing(Penalty penalty, Threshold threshold, int tally, boolean highest) {

    /** The ground that a measure brought by it stands on. */
    public Measure.Ground ground() {
        return new Measure.Ground(threshold.bucket(), threshold.points());
    }

    /** True when it brings measures: thresholds do not fire for imports, but an import may have brought its own. */
    boolean brings() {
        return highest
                && (!penalty.imported() || !penalty.basis().legacyMeasures().isEmpty());
    }

    /**
     * Replays all bookings of a shop, in their order, with the points as corrected until now.
     *
     * @param assumeClosure take thresholds that close a shop as open, although decisions may still become final
     */
    static List<Crossing> replay(ShopFile file, Instant asKnownAt, boolean assumeClosure) {
        List<Penalty> booked = file.penalties().stream()
                .filter(penalty -> penalty.booking().isPresent())
                .sorted(Comparator.comparingInt(penalty -> penalty.booking().getAsInt()))
                .toList();
        List<Crossing> crossings = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        for (Penalty penalty : booked) {
            Set<String> withThis = new HashSet<>(earlier);
            withThis.add(penalty.id());
            for (String bucket : penalty.buckets()) {
                Instant at = penalty.effectiveAt().orElseThrow();
                int booking = penalty.booking().getAsInt();
                int before = tally(file, bucket, earlier, booking, at, asKnownAt);
                int after = tally(file, bucket, withThis, booking, at, asKnownAt);
                crossings.addAll(crossed(file, penalty, bucket, before, after, asKnownAt, assumeClosure));
            }
            earlier = withThis;
        }
        return crossings;
    }

    /** What is credited behind a booking does not undo what the booking crossed. */
    private static int tally(
            ShopFile file, String bucket, Set<String> penalties, int booking, Instant at, Instant asKnownAt) {
        return file.tally(
                entry -> entry.bucket().equals(bucket) && penalties.contains(entry.penaltyId()),
                credit -> credit.bucket().equals(bucket) && credit.behindBooking() < booking,
                at,
                asKnownAt);
    }

    private static List<Crossing> crossed(
            ShopFile file,
            Penalty penalty,
            String bucket,
            int before,
            int after,
            Instant asKnownAt,
            boolean assumeClosure) {
        Rulebook rulebook = file.rulebookOf(penalty);
        List<Threshold> crossed = rulebook.thresholds().stream()
                .filter(threshold -> threshold.bucket().equals(bucket))
                .filter(threshold -> before < threshold.points() && threshold.points() <= after)
                .filter(threshold ->
                        threshold.points() < rulebook.closureByAccumulation().points()
                                || assumeClosure
                                || mayClose(file, rulebook, bucket, asKnownAt))
                .sorted(Comparator.comparingInt(Threshold::points))
                .toList();
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < crossed.size(); i++) {
            crossings.add(new Crossing(penalty, crossed.get(i), after, i == crossed.size() - 1));
        }
        return crossings;
    }

    /**
     * Closure needs a clause of the closed list in a decision that carries more than the cap, or enough points of enough
     * separate final decisions. That each is for acts after the delivery of the one before follows from what joins
     * penalties into one decision.
     */
    private static boolean mayClose(ShopFile file, Rulebook rulebook, String bucket, Instant at) {
        Collection<List<Penalty>> decisions = file.penalties().stream()
                .filter(penalty -> penalty.status().booked() && penalty.pointsIn(bucket) > 0)
                .collect(Collectors.groupingBy(penalty -> penalty.basis().decisionId()))
                .values();
        return decisions.stream().anyMatch(decision -> enumerated(decision, rulebook.singleDecisionCap(), bucket))
                || accumulated(file, decisions, rulebook.closureByAccumulation(), bucket, at);
    }

    /** Whichever of the decision's clauses took the points first: without one of the list it carries no more than the cap. */
    private static boolean enumerated(List<Penalty> decision, int singleDecisionCap, String bucket) {
        int points =
                decision.stream().mapToInt(penalty -> penalty.pointsIn(bucket)).sum();
        return points > singleDecisionCap
                && decision.stream()
                        .flatMap(penalty -> penalty.violations().stream())
                        .anyMatch(violation -> violation.closureEligible()
                                && violation.bucket().equals(bucket));
    }

    private static boolean accumulated(
            ShopFile file, Collection<List<Penalty>> decisions, ClosureByAccumulation rule, String bucket, Instant at) {
        Set<String> ofFinalDecisions = new HashSet<>();
        int finalDecisions = 0;
        for (List<Penalty> decision : decisions) {
            if (decision.stream().allMatch(Penalty::isFinal)) {
                finalDecisions++;
                decision.forEach(penalty -> ofFinalDecisions.add(penalty.id()));
            }
        }
        return finalDecisions >= rule.minFinalDecisions()
                && file.tally(
                                (Entry entry) ->
                                        entry.bucket().equals(bucket) && ofFinalDecisions.contains(entry.penaltyId()),
                                at,
                                at)
                        >= rule.points();
    }
}
