package io.redress.e2e.torture;

import io.redress.e2e.oracles.Violation;
import io.redress.e2e.workload.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A run in numbers: what was done to the suite, how long that was felt, what clients were told, what did not hold. */
final class Summary {

    private static final int HUNDREDTHS = 99;

    private final List<Course> courses = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Duration> before;
    private final List<Duration> after = new ArrayList<>();
    private int unknown;

    /** @param calm a round in which nothing was done */
    Summary(Round calm) {
        this.before = calm.reads();
        violations.addAll(calm.violations());
    }

    void add(Round round) {
        after.addAll(round.reads());
        courses.addAll(round.courses());
        violations.addAll(round.violations());
        unknown += round.unknown();
        for (Outcome outcome : Outcome.values()) {
            outcomes.merge(outcome, round.tally().of(outcome), Integer::sum);
        }
    }

    int faults() {
        return courses.size();
    }

    int commands() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    int violations() {
        return violations.size();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-44s %5s %9s  %s", "fault", "times", "felt", "reads answered again (median, longest)"));
        new TreeMap<>(courses.stream()
                        .collect(Collectors.groupingBy(course -> course.harm().kind())))
                .forEach((kind, all) -> lines.add(line(kind, all)));
        lines.add("breakers of the gateway: opened " + figures(courses, Course::opened)
                + " after a fault began, closed " + figures(courses, Course::closed) + " after it ended");
        lines.add("a read of every service at once: " + percentiles(before) + " before any fault, " + percentiles(after)
                + " when the suite was whole again");
        lines.add("commands: " + outcomes.getOrDefault(Outcome.OK, 0) + " accepted, "
                + outcomes.getOrDefault(Outcome.REFUSED, 0) + " refused, " + unknown
                + " without an answer until the suite was whole, " + outcomes.getOrDefault(Outcome.UNKNOWN, 0)
                + " of them for good");
        new TreeMap<>(violations.stream().collect(Collectors.groupingBy(Violation::oracle)))
                .forEach((oracle, found) -> lines.add("violations of " + oracle + ": " + found.size()));
        return List.copyOf(lines);
    }

    private static String line(String kind, List<Course> all) {
        List<Course> felt = all.stream().filter(Course::noticed).toList();
        return String.format(
                        Locale.ROOT, "%-44s %5d %9d  %s", kind, all.size(), felt.size(), figures(felt, Course::back))
                .stripTrailing();
    }

    private static String figures(List<Course> courses, Function<Course, Optional<Duration>> figure) {
        List<Duration> sorted =
                courses.stream().map(figure).flatMap(Optional::stream).sorted().toList();
        if (sorted.isEmpty()) {
            return "–";
        }
        return sorted.size() + " times, " + seconds(sorted.get(sorted.size() / 2)) + ", "
                + seconds(sorted.get(sorted.size() - 1));
    }

    private static String percentiles(List<Duration> lengths) {
        if (lengths.isEmpty()) {
            return "–";
        }
        List<Duration> sorted = lengths.stream().sorted().toList();
        return "median " + sorted.get(sorted.size() / 2).toMillis() + " ms, 99 of 100 within "
                + sorted.get((sorted.size() - 1) * HUNDREDTHS / 100).toMillis() + " ms";
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
