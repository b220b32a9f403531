package io.redress.penalties.app.transparency;

import java.time.Duration;

/** How long a statement rests after an attempt that came to nothing: doubled each time, up to the longest. */
public record Pauses(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    public Pauses {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the first pause is positive, and the longest not shorter");
        }
    }

    Duration after(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
