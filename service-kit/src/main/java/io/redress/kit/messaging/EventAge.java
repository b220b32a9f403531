package io.redress.kit.messaging;

import io.redress.kit.boot.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says which events are too old to be handled without anybody being asked. Sequences are remembered for ever, so age
 * decides nothing about duplicates; but an event that comes later than everything that is planned for (the topic's
 * retention, a long outage of its sender, a replay) is a sign of something that no program can judge.
 */
final class EventAge {

    private final MachineClock clock;
    private final Duration window;

    /** @param window in machine time, from when an event was recorded */
    EventAge(MachineClock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** Why it is too old; empty if it is not, or does not say when it was recorded. */
    Optional<String> tooOld(IncomingEvent event) {
        Instant oldest = clock.now().minus(window);
        return event.recordedAt()
                .filter(recorded -> recorded.isBefore(oldest))
                .map(recorded -> "too old: recorded " + recorded + ", more than " + window + " ago");
    }
}
