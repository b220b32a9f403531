package io.redress.e2e.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clients of a run know: every command with its end, and what did not go as it should have. For any number of
 * threads; never trimmed, so a run's length bounds it.
 */
public final class History {

    private final Map<String, Settled> commands = new LinkedHashMap<>();
    private final List<String> surprises = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    /** Notes a command, or what has become known of it since. */
    synchronized void note(Settled settled) {
        commands.merge(settled.command().id(), settled, Settled::with);
        settled.end()
                .filter(end -> !settled.command().expected().contains(end))
                .ifPresent(end -> surprises.add(settled.command() + " was to end as "
                        + settled.command().expected() + ", not as " + end + ": "
                        + settled.answer().map(Answer::brief).orElse("no answer")));
    }

    /** Notes that one command was answered twice, and not alike. */
    synchronized void differed(Command command, Answer first, Answer second) {
        differences.add(command + " was answered " + first.brief() + " and again " + second.brief());
    }

    /** In the order in which they were first noted. */
    public synchronized List<Settled> all() {
        return List.copyOf(commands.values());
    }

    public List<Settled> of(Outcome outcome) {
        return all().stream().filter(one -> one.outcome() == outcome).toList();
    }

    /** Commands that ended otherwise than on a suite without faults. */
    public synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Replays, and twins of one key, that were not answered alike. */
    public synchronized List<String> differences() {
        return List.copyOf(differences);
    }
}
