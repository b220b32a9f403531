package io.redress.testkit;

import io.redress.kit.boot.BusinessClock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Business time that stands still until a test moves it. */
public final class TestClock implements BusinessClock {

    private final AtomicReference<Instant> time;

    /** @param start an instant such as {@code 2018-04-20T10:00:00+08:00} */
    public TestClock(String start) {
        this.time = new AtomicReference<>(parse(start));
    }

    @Override
    public Instant now() {
        return time.get();
    }

    public void set(String instant) {
        time.set(parse(instant));
    }

    private static Instant parse(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
