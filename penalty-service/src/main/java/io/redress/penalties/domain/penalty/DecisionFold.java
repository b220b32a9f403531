package io.redress.penalties.domain.penalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the penalties of one decision carry together: the cap is the rulebook's, or from its booking on the highest tariff
 * of a clause of the closed list among them. Points are taken by {@link DecisionCap} in order of booking, inside a penalty the highest
 * tariff first; what a reversed penalty had taken is free again.
 */
public final class DecisionFold {

    private DecisionFold() {}

    /** The most that a decision of these penalties carries. */
    public static int cap(Collection<Penalty> decision, int singleDecisionCap) {
        return decision.stream()
                .filter(penalty -> penalty.status().stands())
                .flatMap(penalty -> penalty.violations().stream())
                .mapToInt(DecisionFold::raisesTo)
                .reduce(singleDecisionCap, Math::max);
    }

    /**
     * The points of each violation.
     *
     * @param decision its penalties in order of booking; one not booked yet comes last
     */
    public static Map<String, Integer> points(List<Penalty> decision, int singleDecisionCap) {
        List<String> violations = new ArrayList<>();
        List<DecisionCap.Asking> asking = new ArrayList<>();
        for (Penalty penalty : decision) {
            for (Violation violation : heaviestFirst(penalty)) {
                violations.add(violation.id());
                asking.add(asking(penalty, violation));
            }
        }
        List<Integer> points = DecisionCap.carried(asking, singleDecisionCap);
        Map<String, Integer> carried = new HashMap<>();
        for (int i = 0; i < violations.size(); i++) {
            carried.put(violations.get(i), points.get(i));
        }
        return carried;
    }

    /** The points of one more violation, if it joined the decision now. */
    public static int further(List<Penalty> decision, Violation violation, int singleDecisionCap) {
        List<DecisionCap.Asking> asking = new ArrayList<>();
        decision.forEach(penalty -> heaviestFirst(penalty).forEach(earlier -> asking.add(asking(penalty, earlier))));
        asking.add(new DecisionCap.Asking(
                violation.id(), violation.assessed(), false, true, Integer.MAX_VALUE, raisesTo(violation)));
        return DecisionCap.carried(asking, singleDecisionCap).get(asking.size() - 1);
    }

    private static DecisionCap.Asking asking(Penalty penalty, Violation violation) {
        boolean stands = penalty.status().stands();
        int ceiling = stands ? penalty.pointsCeiling().orElse(Integer.MAX_VALUE) : 0;
        return new DecisionCap.Asking(
                penalty.id(), violation.assessed(), penalty.imported(), stands, ceiling, raisesTo(violation));
    }

    private static int raisesTo(Violation violation) {
        return violation.closureEligible() ? violation.tariff() : 0;
    }

    /** The decision that a new penalty joins; empty when it begins one. */
    public static Optional<String> joined(
            List<Penalty> ofShopInOrderOfProposal, Optional<String> investigationId, Instant earliestAct) {
        List<Penalty> standing = ofShopInOrderOfProposal.stream()
                .filter(penalty -> penalty.status().stands())
                .toList();
        Optional<Penalty> sameInvestigation = investigationId.flatMap(id -> standing.stream()
                .filter(penalty -> penalty.basis().investigationId().equals(Optional.of(id)))
                .findFirst());
        return sameInvestigation
                .or(() -> standing.stream()
                        .filter(penalty -> !deliveredBy(penalty, earliestAct))
                        .findFirst())
                .map(penalty -> penalty.basis().decisionId());
    }

    private static boolean deliveredBy(Penalty penalty, Instant act) {
        return penalty.statement()
                .flatMap(Statement::deliveredAt)
                .filter(delivered -> !delivered.isAfter(act))
                .isPresent();
    }

    private static List<Violation> heaviestFirst(Penalty penalty) {
        return penalty.violations().stream()
                .sorted(Comparator.comparingInt(Violation::assessed).reversed())
                .toList();
    }
}
