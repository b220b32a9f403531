package io.redress.cases.domain.clock;

import io.redress.cases.domain.clock.Clock.Mark;
import io.redress.cases.domain.clock.Clock.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts one clock.
 *
 * @param plannedEnd when its time would be up if it never paused
 * @param end when it was over and whether in the way it was meant to be; empty while it is not
 * @param endsWithItsTime whether nothing can be done about it once its time is up
 */
record ClockCount(
        ClockKind kind,
        int round,
        Optional<String> team,
        Instant startedAt,
        Instant plannedEnd,
        BusinessTime time,
        List<Pause> pauses,
        Optional<End> end,
        boolean endsWithItsTime,
        List<Integer> warnAt) {

    /** How it was over. */
    record End(Instant at, boolean met) {}

    /** A stretch in which it ran. */
    private record Run(Instant from, Optional<Instant> to) {}

    Clock asOf(Instant asOf) {
        Duration length = time.between(startedAt, plannedEnd);
        Optional<Instant> up = used(length, length);
        Optional<Instant> lapsedAt = up.filter(instant -> !instant.isAfter(asOf));
        Optional<Instant> endedAt = endsWithItsTime && lapsedAt.isPresent() ? lapsedAt : end.map(End::at);
        List<Mark> marks = new ArrayList<>();
        Optional<Instant> next = Optional.empty();
        for (int percent : percents()) {
            Duration part = length.multipliedBy(percent).dividedBy(Mark.ALL).truncatedTo(ChronoUnit.MICROS);
            Optional<Instant> at = used(part, length);
            if (at.isPresent() && !at.get().isAfter(asOf)) {
                marks.add(new Mark(percent, at.get(), dueSeenFrom(at.get(), length.minus(part))));
            } else if (next.isEmpty()) {
                next = at;
            }
        }
        ClockState state = state(lapsedAt);
        return new Clock(
                kind,
                round,
                team,
                startedAt,
                length,
                pauses,
                elapsed(endedAt.orElse(asOf)),
                state,
                state == ClockState.RUNNING ? up : Optional.empty(),
                lapsedAt,
                endedAt,
                marks,
                next);
    }

    private List<Integer> percents() {
        List<Integer> percents = new ArrayList<>(warnAt);
        percents.add(Mark.ALL);
        return percents;
    }

    private ClockState state(Optional<Instant> lapsedAt) {
        if (lapsedAt.isPresent()) {
            return ClockState.LAPSED;
        }
        if (end.isPresent()) {
            return end.get().met() ? ClockState.MET : ClockState.ENDED;
        }
        return paused() ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private boolean paused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).to().isEmpty();
    }

    /** When this much had been used; empty if that has not come when it ended, or while it is paused. */
    private Optional<Instant> used(Duration amount, Duration length) {
        if (amount.isZero()) {
            return Optional.of(startedAt);
        }
        if (pauses.isEmpty() && amount.equals(length)) {
            return Optional.of(plannedEnd).filter(this::beforeItsEnd);
        }
        Duration left = amount;
        for (Run run : runs()) {
            Instant at = time.after(run.from(), left);
            if (run.to().isEmpty() || !at.isAfter(run.to().get())) {
                return Optional.of(at);
            }
            left = left.minus(time.between(run.from(), run.to().get()));
        }
        return Optional.empty();
    }

    private boolean beforeItsEnd(Instant instant) {
        return end.isEmpty() || !instant.isAfter(end.get().at());
    }

    private Instant dueSeenFrom(Instant instant, Duration left) {
        boolean neverPaused = pauses.isEmpty() || !pauses.get(0).from().isBefore(instant);
        return neverPaused ? plannedEnd : time.after(instant, left);
    }

    private Duration elapsed(Instant until) {
        Duration elapsed = Duration.ZERO;
        for (Run run : runs()) {
            Instant to = run.to().filter(end -> end.isBefore(until)).orElse(until);
            elapsed = elapsed.plus(time.between(run.from(), to));
        }
        return elapsed;
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        Instant from = startedAt;
        for (Pause pause : pauses) {
            runs.add(new Run(from, Optional.of(pause.from())));
            if (pause.to().isEmpty()) {
                return runs;
            }
            from = pause.to().get();
        }
        runs.add(new Run(from, end.map(End::at)));
        return runs;
    }
}
