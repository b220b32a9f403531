package io.redress.cases.domain.clock;

import io.redress.cases.domain.clock.Clock.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What of a clock is kept, for reports and so that everybody is told once: all that stands still between two steps.
 *
 * @param elapsed once it has ended, and while it is paused
 * @param told the highest part of its time, in percent, that was told; 0 if none
 */
public record KeptClock(
        ClockKind kind,
        int round,
        Optional<String> team,
        Instant startedAt,
        Duration length,
        ClockState state,
        Optional<Instant> dueAt,
        Optional<Instant> lapsedAt,
        Optional<Instant> endedAt,
        Optional<Duration> elapsed,
        int told) {

    /** What is to be kept of this clock, all of its marks being told. */
    public static KeptClock of(Clock clock) {
        boolean still = clock.endedAt().isPresent() || clock.state() == ClockState.PAUSED;
        return new KeptClock(
                clock.kind(),
                clock.round(),
                clock.team(),
                clock.startedAt(),
                clock.length(),
                clock.state(),
                clock.dueAt(),
                clock.lapsedAt(),
                clock.endedAt(),
                still ? Optional.of(clock.elapsed()) : Optional.empty(),
                clock.marks().stream().mapToInt(Mark::percent).max().orElse(0));
    }

    /** When it was settled whether it was met or has lapsed; empty before that, and for ever where it was neither. */
    public Optional<Instant> settledAt() {
        return state == ClockState.MET ? endedAt : lapsedAt;
    }

    boolean of(ClockKind otherKind, int otherRound) {
        return kind == otherKind && round == otherRound;
    }
}
