package io.redress.benchmarks.report;

import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.stats.Estimate;
import java.util.Locale;
import java.util.Optional;

/**
 * Ours beside another's.
 *
 * @param other who it is
 * @param value of the other; empty when it could not be measured
 * @param ratio ours divided by the other's
 * @param floor the ratio that must not be exceeded
 * @param target the ratio that is aimed at
 */
public record Comparison(
        String other, Optional<Estimate> value, Optional<Estimate> ratio, double floor, double target) {

    /** Measured in the same rounds. */
    public static Comparison of(Measured ours, Measured other, String name, double floor, double target) {
        return new Comparison(name, Optional.of(other.estimate()), Optional.of(ours.times(other)), floor, target);
    }

    /** A comparison that was not made, for want of the other. */
    public static Comparison missing(String other, double floor, double target) {
        return new Comparison(other, Optional.empty(), Optional.empty(), floor, target);
    }

    /** By the median. */
    public String verdict() {
        if (ratio.isEmpty()) {
            return "not measured";
        }
        double median = ratio.get().median();
        return median <= target ? "target held" : median <= floor ? "floor held" : "FLOOR MISSED";
    }

    String bounds() {
        return String.format(Locale.ROOT, "≤ %s, target ≤ %s", plain(floor), plain(target));
    }

    private static String plain(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure).replaceAll("0+$", "").replaceAll("\\.$", ".0");
    }
}
