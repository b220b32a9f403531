package io.redress.penalties.domain.consistency;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Points that are proposed, beside comparable decisions.
 *
 * @param decisions empty when there are none
 * @param below decisions that gave fewer points
 * @param equal decisions that gave the same
 * @param outside the usual band, as far as there are enough decisions to speak of one
 */
public record Comparison(int points, Optional<Distribution> decisions, int below, int equal, boolean outside) {

    /** @param enough so many decisions make a usual band */
    public static Comparison of(int points, SortedMap<Integer, Integer> byPoints, int enough) {
        Optional<Distribution> distribution = Distribution.of(byPoints);
        return new Comparison(
                points,
                distribution,
                byPoints.headMap(points).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                byPoints.getOrDefault(points, 0),
                distribution
                        .filter(found -> found.decisions() >= enough && !found.usual(points))
                        .isPresent());
    }

    public int comparable() {
        return decisions.map(Distribution::decisions).orElse(0);
    }

    /** Decisions that gave more points. */
    public int above() {
        return comparable() - below - equal;
    }
}
