package io.redress.penalties.domain.penalty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the points of one decision are taken under its cap: in order, each the lesser of what it asks for and what is left.
 * A clause of the closed list raises the cap for its own penalty and those after it: what was taken before stays as it
 * was, so that an entry in the ledger is what the fold says. Only an import may carry more. What a ruling took from a penalty does not pass to another; what a penalty that does not
 * stand would take is left to the others.
 */
public final class DecisionCap {

    private DecisionCap() {}

    /**
     * A violation that asks for points.
     *
     * @param ceiling the most that all violations of its penalty carry together
     * @param raisesTo the cap that its clause allows the decision; 0 where it is not of the closed list
     */
    public record Asking(String penaltyId, int points, boolean imported, boolean stands, int ceiling, int raisesTo) {}

    /**
     * What each carries, in the same order.
     *
     * @param inOrder of booking; the violations of a penalty beside each other
     * @param cap of a decision without a clause of the closed list
     */
    public static List<Integer> carried(List<Asking> inOrder, int cap) {
        Map<String, Integer> raised = new HashMap<>();
        for (Asking asking : inOrder) {
            raised.merge(asking.penaltyId(), asking.stands() ? asking.raisesTo() : 0, Math::max);
        }
        int most = cap;
        int used = 0;
        Map<String, Integer> ceilings = new HashMap<>();
        List<Integer> carried = new ArrayList<>(inOrder.size());
        for (Asking asking : inOrder) {
            most = Math.max(most, raised.get(asking.penaltyId()));
            int taken = asking.imported() ? asking.points() : Math.min(asking.points(), Math.max(0, most - used));
            if (asking.stands()) {
                used += taken;
            }
            int ceiling = ceilings.getOrDefault(asking.penaltyId(), asking.ceiling());
            int kept = Math.min(taken, ceiling);
            ceilings.put(asking.penaltyId(), ceiling - kept);
            carried.add(kept);
        }
        return carried;
    }
}
