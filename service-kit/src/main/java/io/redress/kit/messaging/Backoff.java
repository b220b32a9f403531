package io.redress.kit.messaging;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing pauses between attempts: doubled each time up to a limit, and spread by half, so that many who failed
 * together do not come back together. Not thread-safe.
 */
final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private final long firstMillis;
    private final long limitMillis;
    private int failures;

    Backoff(long firstMillis, long limitMillis) {
        this.firstMillis = firstMillis;
        this.limitMillis = limitMillis;
    }

    /** Milliseconds to wait after one more failure: between half of the step and the whole of it, at least 1. */
    long nextMillis() {
        long step = Math.min(limitMillis, firstMillis << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        return Math.max(1, step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }

    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }
}
