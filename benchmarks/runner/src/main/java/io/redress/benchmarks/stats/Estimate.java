package io.redress.benchmarks.stats;

import java.util.Locale;
import java.util.Random;

/**
 * A median with its confidence interval of 95%, by the percentile bootstrap. With seven figures the interval is wide,
 * which is the point of giving it.
 */
public record Estimate(double median, double low, double high) {

    private static final int RESAMPLES = 10_000;
    private static final double TAIL = 0.025;

    /** The same figures and seed give the same interval. */
    public static Estimate of(double[] figures, long seed) {
        double median = Medians.of(figures);
        Random random = new Random(seed);
        double[] medians = new double[RESAMPLES];
        double[] resample = new double[figures.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < resample.length; j++) {
                resample[j] = figures[random.nextInt(figures.length)];
            }
            medians[i] = Medians.of(resample);
        }
        java.util.Arrays.sort(medians);
        return new Estimate(median, medians[(int) (RESAMPLES * TAIL)], medians[(int) (RESAMPLES * (1 - TAIL)) - 1]);
    }

    /**
     * How many times the divisor the dividend is, round by round.
     *
     * @throws IllegalArgumentException if the rounds differ in number, or a divisor is not positive
     */
    public static Estimate ofRatios(double[] dividends, double[] divisors, long seed) {
        if (dividends.length != divisors.length) {
            throw new IllegalArgumentException("a ratio needs both sides of each round");
        }
        double[] ratios = new double[dividends.length];
        for (int i = 0; i < ratios.length; i++) {
            if (divisors[i] <= 0) {
                throw new IllegalArgumentException("round " + i + " used no time to divide by");
            }
            ratios[i] = dividends[i] / divisors[i];
        }
        return of(ratios, seed);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, low, high);
    }
}
