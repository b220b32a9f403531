package io.redress.e2e.torture;

import io.redress.e2e.oracles.Violation;
import io.redress.e2e.workload.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one round.
 *
 * @param reads how long the probe's reads took once the suite was whole again, while clients still worked
 * @param tally of the commands, with their ends as they are known now
 * @param unknown commands that had no answer before the suite was whole again
 */
public record Round(
        int number, List<Course> courses, List<Duration> reads, Tally tally, int unknown, List<Violation> violations) {

    public Round {
        courses = List.copyOf(courses);
        reads = List.copyOf(reads);
        violations = List.copyOf(violations);
    }

    /** How many were sent by clients, however often. */
    public int commands() {
        return tally.commands();
    }

    /** One line, and one for each violation. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((violations.isEmpty() ? "ok " : "FAILED ") + "round " + number + ": "
                + String.join(
                        "; ",
                        courses.stream().map(course -> course.harm().text()).toList())
                + " – " + commands() + " commands, " + unknown + " of them settled afterwards, "
                + violations.size() + " violations");
        violations.forEach(violation -> lines.add("  " + violation.oracle() + ": " + violation.what()));
        return List.copyOf(lines);
    }
}
