package io.redress.penalties.domain.penalty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the points of one decision are taken under its cap: in order, each the lesser of what it asks for and what is left.
 * Only an import may carry more. What a ruling took from a penalty does not pass to another; what a penalty that does not
 * stand would take is left to the others.
 */
public final class DecisionCap {

    private DecisionCap() {}

    /**
     * A violation that asks for points.
     *
     * @param ceiling the most that all violations of its penalty carry together
     */
    public record Asking(String penaltyId, int points, boolean imported, boolean stands, int ceiling) {}

    /** What each carries, in the same order. */
    public static List<Integer> carried(List<Asking> inOrder, int cap) {
        int left = cap;
        Map<String, Integer> ceilings = new HashMap<>();
        List<Integer> carried = new ArrayList<>(inOrder.size());
        for (Asking asking : inOrder) {
            int taken = asking.imported() ? asking.points() : Math.min(asking.points(), left);
            if (asking.stands()) {
                left = Math.max(0, left - taken);
            }
            int ceiling = ceilings.getOrDefault(asking.penaltyId(), asking.ceiling());
            int kept = Math.min(taken, ceiling);
            ceilings.put(asking.penaltyId(), ceiling - kept);
            carried.add(kept);
        }
        return carried;
    }
}
