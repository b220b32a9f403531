package io.redress.benchmarks.suite;

/** That work was done, which a benchmark looks at before it tells a figure. */
public final class Demand {

    private Demand() {}

    /** @throws IllegalStateException if it was not */
    public static void equal(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException(what + ": expected " + expected + ", found " + found);
        }
    }
}
