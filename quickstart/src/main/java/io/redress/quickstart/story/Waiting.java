package io.redress.quickstart.story;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what happens asynchronously by asking again and again, on a thread of its own. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Duration limit;

    public Waiting(Duration limit) {
        this.limit = limit;
    }

    /** @return the last value read: the expected one, or another if the limit has passed */
    public <T> T until(T expected, Supplier<T> read) {
        long end = System.nanoTime() + limit.toNanos();
        T value = read.get();
        while (!expected.equals(value) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            value = read.get();
        }
        return value;
    }
}
