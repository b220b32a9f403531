package io.redress.e2e.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tally of commands that nobody sent. */
public final class WorkloadTally {

    private WorkloadTally() {}

    public static Tally of(int accepted, int refused, int unknown) {
        List<Settled> history = new ArrayList<>();
        add(history, Outcome.OK, accepted);
        add(history, Outcome.REFUSED, refused);
        add(history, Outcome.UNKNOWN, unknown);
        return new Tally(history);
    }

    private static void add(List<Settled> history, Outcome outcome, int count) {
        for (int i = 0; i < count; i++) {
            Command command = Command.get(outcome + "-" + i, io.redress.quickstart.story.User.machine("m"), "/");
            history.add(new Settled(command, outcome, 1, 0, Optional.empty()));
        }
    }
}
