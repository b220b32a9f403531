package io.redress.penalties.domain.measures;

import java.time.Instant;
import java.util.Optional;

/** A time in which a measure that had begun was suspended; without an end while it is. */
public record Pause(Instant from, Optional<Instant> until) {

    Pause endedAt(Instant at) {
        return new Pause(from, Optional.of(at));
    }
}
