package io.redress.e2e.torture;

import io.redress.e2e.oracles.Violation;
import java.util.List;

/**
 * What came of one round.
 *
 * @param commands sent by clients, however often
 * @param unknown of them had no answer before the suite was whole again
 */
public record Round(int number, List<Harm> harms, int commands, int unknown, List<Violation> violations) {

    /** One line, and one for each violation. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add((violations.isEmpty() ? "ok " : "FAILED ") + "round " + number + ": "
                + String.join("; ", harms.stream().map(Harm::text).toList()) + " – " + commands + " commands, "
                + unknown
                + " of them settled afterwards, " + violations.size() + " violations");
        violations.forEach(violation -> lines.add("  " + violation.oracle() + ": " + violation.what()));
        return List.copyOf(lines);
    }
}
