package io.redress.penalties.domain.penalty;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the penalties of one decision carry together: the cap is the rulebook's, or the highest tariff of a clause of
 * the closed list among them. Points are taken in order of booking, inside a penalty the highest tariff first, each the
 * lesser of what it asks for and what is left. What a ruling took from one does not pass to another; what a reversed
 * penalty had taken is free again. Only an import may carry more than the cap.
 */
public final class DecisionFold {

    private DecisionFold() {}

    /** The most that a decision of these penalties carries. */
    public static int cap(Collection<Penalty> decision, int singleDecisionCap) {
        return decision.stream()
                .filter(penalty -> penalty.status().stands())
                .flatMap(penalty -> penalty.violations().stream())
                .filter(Violation::closureEligible)
                .mapToInt(Violation::tariff)
                .reduce(singleDecisionCap, Math::max);
    }

    /**
     * The points of each violation.
     *
     * @param decision its penalties in order of booking; one not booked yet comes last
     */
    public static Map<String, Integer> points(List<Penalty> decision, int singleDecisionCap) {
        int left = cap(decision, singleDecisionCap);
        Map<String, Integer> carried = new HashMap<>();
        for (Penalty penalty : decision) {
            int ceiling = penalty.status().stands() ? penalty.pointsCeiling().orElse(Integer.MAX_VALUE) : 0;
            for (Violation violation : heaviestFirst(penalty)) {
                int taken = penalty.imported() ? violation.assessed() : Math.min(violation.assessed(), left);
                if (penalty.status().stands()) {
                    left = Math.max(0, left - taken);
                }
                int kept = Math.min(taken, ceiling);
                ceiling -= kept;
                carried.put(violation.id(), kept);
            }
        }
        return carried;
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
