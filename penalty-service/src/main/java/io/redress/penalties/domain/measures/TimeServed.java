package io.redress.penalties.domain.measures;

import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was already served of a measure, under measures that contain it, and when the rest ends.
 *
 * @param since when the first containing measure began
 * @param served how long the containing measures have run, overlaps counted once
 */
public record TimeServed(Instant since, Duration served) {

    /** A measure's day is 24 hours from the instant it began. */
    public static Instant plusDays(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }

    /**
     * The time served of {@code kind} up to {@code until}; empty when no begun measure among {@code under} contains it.
     */
    public static Optional<TimeServed> of(String kind, Collection<Measure> under, Rulebook rulebook, Instant until) {
        List<Measure> containing = under.stream()
                .filter(Measure::begun)
                .filter(measure -> rulebook.includes(measure.kind(), kind))
                .sorted(Comparator.comparing(Measure::startsAt))
                .toList();
        if (containing.isEmpty()) {
            return Optional.empty();
        }
        Duration served = Duration.ZERO;
        Instant covered = containing.get(0).startsAt();
        for (Measure measure : containing) {
            Instant end = earlier(measure.endedAt().orElse(until), until);
            Instant start = later(measure.startsAt(), covered);
            if (start.isBefore(end)) {
                served = served.plus(Duration.between(start, end));
                covered = end;
            }
        }
        return Optional.of(new TimeServed(containing.get(0).startsAt(), served));
    }

    /** When a measure of so many days ends, if it goes on without a break; empty when open-ended. */
    public Optional<Instant> endsAt(OptionalInt days, Instant now) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(now.plus(Duration.ofDays(days.getAsInt()).minus(served)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
