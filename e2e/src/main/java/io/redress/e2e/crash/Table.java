package io.redress.e2e.crash;

import io.redress.e2e.crash.Row.Step;
import io.redress.kit.faults.CrashPoint;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The matrix as text: a line for each row, as soon as it is known, and under it why cells are empty. */
final class Table {

    private static final int TITLE = 46;

    private final PrintStream out;
    private final List<String> reasons = new ArrayList<>();
    private int held;
    private int failed;

    Table(PrintStream out) {
        this.out = out;
        StringBuilder steps = new StringBuilder(" ".repeat(TITLE));
        StringBuilder sides = new StringBuilder(" ".repeat(TITLE));
        for (Step step : Step.values()) {
            steps.append(String.format(Locale.ROOT, "%-14s", step.name().toLowerCase(Locale.ROOT)));
            sides.append("before after  ");
        }
        out.println(steps.toString().stripTrailing());
        out.println(sides.toString().stripTrailing());
    }

    void print(Row row, Map<CrashPoint, Verdict> verdicts) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + TITLE + "s", row.title()));
        for (CrashPoint point : CrashPoint.values()) {
            Verdict verdict = verdicts.get(point);
            line.append(String.format(Locale.ROOT, "%-7s", verdict == null ? "–" : verdict.ok() ? "ok" : "FAILED"));
            if (verdict != null && verdict.ok()) {
                held++;
            } else if (verdict != null) {
                failed++;
            }
        }
        out.println(line.toString().stripTrailing());
        reasons.add("– " + row.title() + ": " + row.without());
    }

    void end() {
        reasons.forEach(out::println);
        out.println("crash matrix: " + held + " ok, " + failed + " failed");
    }
}
