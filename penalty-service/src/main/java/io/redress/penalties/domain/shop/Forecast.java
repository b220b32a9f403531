package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Reset;
import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a shop's points if nothing happens: each reset or expiry to come, until no points are left, but not
 * more than {@value #MOST_STEPS}. Judged by the rules registered now and by what is known now.
 */
public record Forecast(List<Step> steps) {

    private static final int MOST_STEPS = 100;

    public Forecast {
        steps = List.copyOf(steps);
    }

    /**
     * One change to come.
     *
     * @param lastDay the last day on which what goes still counts, in the platform's zone
     * @param at the end of that day, exclusive
     * @param ending open-ended measures that what is left does not justify
     */
    public record Step(LocalDate lastDay, Instant at, List<Tally> tallies, List<Measure> ending) {
        public Step {
            tallies = List.copyOf(tallies);
            ending = List.copyOf(ending);
        }
    }

    /** A bucket's points before and after; buckets without any are left out. */
    public record Tally(String bucket, int before, int after) {}

    public static Forecast of(ShopFile file, Instant now) {
        TreeSet<Instant> expiries = file.entries().stream()
                .flatMap(entry ->
                        file.rulebooks().expiries().stream().flatMap(expiry -> expiry.of(entry.effectiveAt()).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Step> steps = new ArrayList<>();
        TreeSet<String> ended = new TreeSet<>();
        Instant cursor = now;
        while (steps.size() < MOST_STEPS && pointsLeft(file, cursor, now)) {
            Optional<Instant> next = next(file, expiries, cursor);
            if (next.isEmpty()) {
                break;
            }
            steps.add(step(file, cursor, next.get(), now, ended));
            cursor = next.get();
        }
        return new Forecast(steps);
    }

    private static boolean pointsLeft(ShopFile file, Instant at, Instant now) {
        return buckets(file).stream().anyMatch(bucket -> file.tally(bucket, at, now) > 0);
    }

    private static Optional<Instant> next(ShopFile file, TreeSet<Instant> expiries, Instant cursor) {
        return Stream.concat(
                        file.rulebooks().nextReset(cursor).map(Reset::at).stream(),
                        Stream.ofNullable(expiries.higher(cursor)))
                .min(Instant::compareTo);
    }

    private static Step step(ShopFile file, Instant from, Instant at, Instant now, TreeSet<String> ended) {
        List<Tally> tallies = buckets(file).stream()
                .map(bucket -> new Tally(bucket, file.tally(bucket, from, now), file.tally(bucket, at, now)))
                .filter(tally -> tally.before() > 0)
                .toList();
        List<Measure> ending = PointsCleared.ending(file, at).stream()
                .filter(measure -> ended.add(measure.id()))
                .toList();
        LocalDate lastDay = file.rulebooks()
                .inForceAt(at)
                .map(Rulebook::zone)
                .map(zone -> at.minusNanos(1).atZone(zone).toLocalDate())
                .orElseThrow();
        return new Step(lastDay, at, tallies, ending);
    }

    private static TreeSet<String> buckets(ShopFile file) {
        return file.entries().stream().map(Entry::bucket).collect(Collectors.toCollection(TreeSet::new));
    }
}
