package io.redress.benchmarks.rounds;

import io.redress.benchmarks.stats.Estimate;
import java.util.Arrays;
import java.util.Map;

/**
 * What a contender used, round by round.
 *
 * @param micros CPU time an operation, by round
 * @param parts the same of each part, counted or only noted
 * @param perSecond operations a second of wall-clock time, by round; no claim, other work runs on the machine
 */
public record Measured(String name, double[] micros, Map<String, double[]> parts, double[] perSecond) {

    private static final long SEED = 20180115;

    public Estimate estimate() {
        return Estimate.of(micros, SEED);
    }

    /** How many times the other's time this one's is. */
    public Estimate times(Measured other) {
        return Estimate.ofRatios(micros, other.micros(), SEED);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measured that && name.equals(that.name) && Arrays.equals(micros, that.micros);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(micros);
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(micros);
    }
}
