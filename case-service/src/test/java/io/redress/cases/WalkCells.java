package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;

/** Which cells of status and command the walks came by, and how it went there. */
final class WalkCells {

    /** RULED is none of them: it is left in the command that leads to it. */
    private static final Set<String> STATUSES = Set.of(
            "OPEN",
            "IN_ADVOCACY",
            "SUBMITTED",
            "IN_DELIBERATION",
            "REPLY_WINDOW",
            "CONDITIONAL",
            "EXECUTING",
            "CLOSED",
            "REOPENED",
            "WITHDRAWN",
            "INADMISSIBLE");

    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> illegal = new TreeSet<>();
    private final Set<String> codes = new TreeSet<>();
    private int asked;

    void add(Walk walk) {
        walk.asked.forEach(this::add);
    }

    private void add(Asked one) {
        asked++;
        codes.add(one.code());
        if (one.code().isEmpty()) {
            accepted.add(one.status() + " " + one.command());
        } else if (one.code().equals("illegal-transition")) {
            illegal.add(one.status() + " " + one.command());
        }
    }

    /** One command, its status before, and the code of the refusal. */
    record Asked(String status, String command, String code) {}

    void everyOneWasSeen() {
        assertThat(unseen(true)).isEmpty();
        assertThat(unseen(false)).isEmpty();
    }

    /** Legal cells in which nothing was accepted, or illegal ones in which nothing was refused as such. */
    private Set<String> unseen(boolean legal) {
        Set<String> unseen = new TreeSet<>();
        for (String status : STATUSES) {
            for (String command : WalkGrid.OPERATIONS.keySet()) {
                if (WalkGrid.legal(command, status) == legal) {
                    unseen.add(status + " " + command);
                }
            }
        }
        unseen.removeAll(legal ? accepted : illegal);
        return unseen;
    }

    @Override
    public String toString() {
        return asked + " commands; refused with " + codes + "; never accepted " + unseen(true)
                + ", never refused as illegal " + unseen(false);
    }
}
