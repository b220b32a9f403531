package io.redress.e2e.workload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run in numbers: commands by kind and outcome. */
public final class Tally {

    private final Map<Kind, Map<Outcome, Integer>> counts = new EnumMap<>(Kind.class);
    private int commands;
    private int attempts;

    Tally(List<Settled> history) {
        for (Settled settled : history) {
            commands++;
            attempts += settled.attempts();
            counts.computeIfAbsent(settled.command().kind(), kind -> new EnumMap<>(Outcome.class))
                    .merge(settled.outcome(), 1, Integer::sum);
        }
    }

    public int commands() {
        return commands;
    }

    public int of(Kind kind, Outcome outcome) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(outcome, 0);
    }

    public int of(Outcome outcome) {
        return counts.keySet().stream().mapToInt(kind -> of(kind, outcome)).sum();
    }

    /** One line for each kind, and one for all. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("command", "ok", "refused", "unknown"));
        for (Kind kind : counts.keySet()) {
            lines.add(line(
                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    of(kind, Outcome.OK),
                    of(kind, Outcome.REFUSED),
                    of(kind, Outcome.UNKNOWN)));
        }
        lines.add(line("all", of(Outcome.OK), of(Outcome.REFUSED), of(Outcome.UNKNOWN)));
        lines.add(commands + " commands in " + attempts + " attempts");
        return lines;
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-18s %8s %8s %8s", cells);
    }
}
