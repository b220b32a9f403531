package io.redress.notifications.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The pauses between attempts, in machine time; after the last one a delivery is given up.
 *
 * @param pauses the pause after the first attempt, after the second, and so on; at least one
 */
public record RetryTable(List<Duration> pauses) {
    private static final double SPREAD = 0.2;

    public RetryTable {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("a retry table has at least one pause");
        }
    }

    /**
     * The pause before the next attempt, spread by a fifth either way so that what failed together does not come back
     * together.
     *
     * @param attempts how many there were, the failed one included
     * @param chance from 0 to 1
     * @return empty when that was the last
     */
    public Optional<Duration> pauseAfter(int attempts, double chance) {
        return attempts > pauses.size() ? Optional.empty() : Optional.of(spread(pauses.get(attempts - 1), chance));
    }

    /** The pause while the server cannot be reached at all; such an attempt does not count. */
    public Duration pauseWhileUnreachable(double chance) {
        return spread(pauses.get(0), chance);
    }

    private static Duration spread(Duration pause, double chance) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}
