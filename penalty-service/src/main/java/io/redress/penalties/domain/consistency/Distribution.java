package io.redress.penalties.domain.consistency;

import java.util.Optional;
import java.util.SortedMap;

/**
 * How the points of decisions are distributed. Quantiles are by nearest rank: the lowest points that at least the share of
 * the decisions does not exceed, so that each is what somebody decided; of an even number the median is the lower one in
 * the middle. The usual band runs from the tenth percentile to the ninetieth, both inclusive: the middle 80 %.
 */
public record Distribution(
        int decisions,
        int lowest,
        int tenth,
        int lowerQuartile,
        int median,
        int upperQuartile,
        int ninetieth,
        int highest) {

    private static final int PERCENT = 100;

    /** @param byPoints how many decisions gave so many points; empty where there are none */
    public static Optional<Distribution> of(SortedMap<Integer, Integer> byPoints) {
        int decisions = byPoints.values().stream().mapToInt(Integer::intValue).sum();
        return decisions == 0
                ? Optional.empty()
                : Optional.of(new Distribution(
                        decisions,
                        byPoints.firstKey(),
                        quantile(byPoints, decisions, 10),
                        quantile(byPoints, decisions, 25),
                        quantile(byPoints, decisions, 50),
                        quantile(byPoints, decisions, 75),
                        quantile(byPoints, decisions, 90),
                        byPoints.lastKey()));
    }

    public boolean usual(int points) {
        return tenth <= points && points <= ninetieth;
    }

    private static int quantile(SortedMap<Integer, Integer> byPoints, int decisions, int percent) {
        long rank = ((long) decisions * percent + PERCENT - 1) / PERCENT;
        long passed = 0;
        for (var group : byPoints.entrySet()) {
            passed += group.getValue();
            if (passed >= rank) {
                return group.getKey();
            }
        }
        return byPoints.lastKey();
    }
}
