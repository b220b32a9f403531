package io.redress.e2e.oracles;

import io.redress.e2e.workload.Command;
import io.redress.e2e.workload.Kind;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Settled;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * I1. Commands that would have the same effect, such as an appeal opened again under another key, are judged together:
 * once if any of them was accepted. What bears the run's name in a text and belongs to no command is a breach too.
 */
public final class EffectsOnce implements Oracle {

    private static final String ID = "I1";

    private final List<Settled> history;
    private final String run;
    private final Effects effects;

    /**
     * @param run with which every marker of the workload begins that stands in a text
     * @param superuser reads every schema; is not closed here
     */
    public EffectsOnce(List<Settled> history, String run, Connection superuser) {
        this(history, run, new SqlEffects(superuser));
    }

    EffectsOnce(List<Settled> history, String run, Effects effects) {
        this.history = List.copyOf(history);
        this.run = run;
        this.effects = effects;
    }

    /** What is known of an effect from all commands that would have it. */
    private record Claim(List<Command> commands, Outcome best) {

        /** Accepted: exactly once. Unknown: at most once. Refused: never. An unknown one outweighs a refused one. */
        static Claim of(List<Settled> same) {
            Outcome best = same.stream().anyMatch(one -> one.outcome() == Outcome.OK)
                    ? Outcome.OK
                    : same.stream().anyMatch(one -> one.outcome() == Outcome.UNKNOWN)
                            ? Outcome.UNKNOWN
                            : Outcome.REFUSED;
            return new Claim(same.stream().map(Settled::command).toList(), best);
        }

        boolean allows(int count) {
            return switch (best) {
                case OK -> count == 1;
                case UNKNOWN -> count <= 1;
                case REFUSED -> count == 0;
            };
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String guarantees() {
        return "Every acknowledged command's effect exists exactly once, an unknown one's at most once, a refused one's"
                + " never.";
    }

    @Override
    public List<Violation> check() {
        List<Violation> found = new ArrayList<>();
        Map<Kind, Map<String, List<Settled>>> byEffect = new LinkedHashMap<>();
        history.stream()
                .filter(settled -> settled.command().kind().changes())
                .forEach(settled -> byEffect.computeIfAbsent(settled.command().kind(), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(settled.command().marker(), marker -> new ArrayList<>())
                        .add(settled));
        byEffect.forEach((kind, claims) -> {
            judge(kind, claims, "rows", effects.rows(kind), found);
            judge(kind, claims, "events", effects.events(kind), found);
        });
        return found;
    }

    private void judge(
            Kind kind,
            Map<String, List<Settled>> claims,
            String where,
            Map<String, Integer> counts,
            List<Violation> found) {
        claims.forEach((marker, same) -> {
            Claim claim = Claim.of(same);
            int count = counts.getOrDefault(marker, 0);
            if (!claim.allows(count)) {
                found.add(new Violation(
                        ID,
                        kind + " " + marker + " is " + claim.best() + " and has " + count + " " + where + ": "
                                + claim.commands()));
            }
        });
        counts.forEach((marker, count) -> {
            if (marker.startsWith(run + "-j") && !claims.containsKey(marker)) {
                found.add(new Violation(ID, kind + " " + marker + " has " + count + " " + where + " and no command"));
            }
        });
    }
}
