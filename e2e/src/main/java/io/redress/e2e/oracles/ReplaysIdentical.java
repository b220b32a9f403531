package io.redress.e2e.oracles;

import io.redress.e2e.workload.Answer;
import io.redress.e2e.workload.Command;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * I10. Sends a sample of the commands whose end is known once more, with the same key, and compares with what was
 * answered before. Meant to run again after restarts and through other instances. Holds for 72 hours after a command.
 */
public final class ReplaysIdentical implements Oracle {

    private static final String ID = "I10";

    private final List<Settled> sample;
    private final List<String> differences;
    private final Function<Command, Settled> client;

    /**
     * @param differences what was answered unlike within the run
     * @param most how many are replayed; all if there are fewer
     * @param client sends a command until it is answered
     */
    public ReplaysIdentical(
            List<Settled> history, List<String> differences, int most, Random dice, Function<Command, Settled> client) {
        List<Settled> all =
                new ArrayList<>(history.stream().filter(Settled::replayable).toList());
        Collections.shuffle(all, dice);
        this.sample = List.copyOf(all.subList(0, Math.min(most, all.size())));
        this.differences = List.copyOf(differences);
        this.client = client;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String guarantees() {
        return "A command sent again with its key is answered with the same status, body bytes, ETag and Location.";
    }

    @Override
    public List<Violation> check() {
        List<Violation> found = new ArrayList<>();
        differences.forEach(one -> found.add(new Violation(ID, one)));
        for (Settled first : sample) {
            Settled again = client.apply(first.command());
            if (again.answer().isEmpty() || again.outcome() == Outcome.UNKNOWN) {
                found.add(new Violation(ID, first.command() + " was not answered again"));
            } else {
                compare(first, again.answer().get(), found);
            }
        }
        return found;
    }

    private static void compare(Settled first, Answer again, List<Violation> found) {
        Answer before = first.answer().orElseThrow();
        if (!before.sameAs(again)) {
            found.add(new Violation(
                    ID, first.command() + " was answered " + before.brief() + " and again " + again.brief()));
        } else if (!again.header("Idempotent-Replayed").equals(java.util.Optional.of("true"))) {
            found.add(new Violation(ID, first.command() + " was answered alike, but not as a replay"));
        }
    }
}
