package io.redress.cases.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One clock of a case at an instant.
 *
 * @param round 1 for the first of its kind; a further draft has a further time to reply
 * @param team the department that is charged, where there is one
 * @param length all its time, as it counts
 * @param elapsed how much of it was used, up to its end; more than {@code length} where it lapsed and went on
 * @param dueAt when its time is up, while it runs
 * @param lapsedAt when its time was up
 * @param endedAt when what it was for was done, or was over
 * @param marks what part of its time had been used when, as far as that has come
 * @param nextMarkAt when the next such part will have been used, while it runs
 */
public record Clock(
        ClockKind kind,
        int round,
        Optional<String> team,
        Instant startedAt,
        Duration length,
        List<Pause> pauses,
        Duration elapsed,
        ClockState state,
        Optional<Instant> dueAt,
        Optional<Instant> lapsedAt,
        Optional<Instant> endedAt,
        List<Mark> marks,
        Optional<Instant> nextMarkAt) {

    /**
     * A stretch in which it did not run.
     *
     * @param to empty while it lasts
     */
    public record Pause(Instant from, Optional<Instant> to) {}

    /**
     * The instant at which a part of its time had been used.
     *
     * @param dueAt when its time would be up, seen from there
     */
    public record Mark(int percent, Instant at, Instant dueAt) {

        public static final int ALL = 100;

        public boolean lapse() {
            return percent >= ALL;
        }
    }

    public Clock {
        pauses = List.copyOf(pauses);
        marks = List.copyOf(marks);
    }

    /** When it is, or was, to be done; empty while it is paused. */
    public Optional<Instant> doneBy() {
        return lapsedAt.or(() -> dueAt);
    }

    /** True while what it is for is late and still to be done. */
    public boolean pastDue() {
        return lapsedAt.isPresent() && endedAt.isEmpty();
    }
}
