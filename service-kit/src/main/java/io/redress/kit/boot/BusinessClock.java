package io.redress.kit.boot;

import java.time.Instant;

/** The time that deadlines, windows, points and notices live in. In production it is the machine's; in a development suite it can be moved forward. */
@FunctionalInterface
public interface BusinessClock {

    Instant now();
}
