package io.redress.kit.boot;

import java.time.Clock;
import java.time.Instant;

/** The time that timeouts, token expiry, retention and leases live in; it is never moved. */
@FunctionalInterface
public interface MachineClock {

    Instant now();

    /** The machine's own clock. */
    static MachineClock system() {
        return Clock.systemUTC()::instant;
    }
}
