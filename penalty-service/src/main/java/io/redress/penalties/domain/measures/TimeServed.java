package io.redress.penalties.domain.measures;

import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was already served of a measure, under measures that contain it, and when the rest ends.
 *
 * @param since when the first containing measure began
 * @param served how long the containing measures have run, overlaps counted once, pauses not at all
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
        for (Stretch stretch : stretches(containing, until)) {
            Instant start = later(stretch.from(), covered);
            if (start.isBefore(stretch.until())) {
                served = served.plus(Duration.between(start, stretch.until()));
                covered = stretch.until();
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

    private record Stretch(Instant from, Instant until) {}

    /** When these measures ran, without their pauses, in order. */
    private static List<Stretch> stretches(List<Measure> measures, Instant until) {
        List<Stretch> stretches = new ArrayList<>();
        for (Measure measure : measures) {
            Instant from = measure.startsAt();
            for (Pause pause : measure.suspension().pauses()) {
                stretches.add(new Stretch(from, earlier(pause.from(), until)));
                from = pause.until().orElse(until);
            }
            stretches.add(new Stretch(from, earlier(measure.endedAt().orElse(until), until)));
        }
        stretches.sort(Comparator.comparing(Stretch::from));
        return stretches;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
