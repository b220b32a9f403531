package io.redress.cases.domain.consistency;

import java.util.Optional;
import java.util.SortedMap;

/**
 * How the shares of decisions are distributed. Quantiles are by nearest rank: the lowest share that at least so many
 * percent of the decisions do not exceed, so that each is what somebody decided; of an even number the median is the lower
 * one in the middle. The usual band runs from the tenth percentile to the ninetieth, both inclusive: the middle 80 %.
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

    /** @param byShare how many decisions have each share; empty where there are none */
    public static Optional<Distribution> of(SortedMap<Integer, Integer> byShare) {
        int decisions = byShare.values().stream().mapToInt(Integer::intValue).sum();
        return decisions == 0
                ? Optional.empty()
                : Optional.of(new Distribution(
                        decisions,
                        byShare.firstKey(),
                        quantile(byShare, decisions, 10),
                        quantile(byShare, decisions, 25),
                        quantile(byShare, decisions, 50),
                        quantile(byShare, decisions, 75),
                        quantile(byShare, decisions, 90),
                        byShare.lastKey()));
    }

    public boolean usual(int share) {
        return tenth <= share && share <= ninetieth;
    }

    private static int quantile(SortedMap<Integer, Integer> byShare, int decisions, int percent) {
        long rank = ((long) decisions * percent + PERCENT - 1) / PERCENT;
        long passed = 0;
        for (var group : byShare.entrySet()) {
            passed += group.getValue();
            if (passed >= rank) {
                return group.getKey();
            }
        }
        return byShare.lastKey();
    }
}
