package io.redress.e2e.planted;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Proves that the harness can fail: every bug of a list has to be found by it, and by what is there to find it. */
public final class PlantedRun {

    private static final int ALL_CAUGHT = 0;
    private static final int SOME_NOT = 1;

    private final Planter planter;
    private final Path directory;
    private final Experiment experiment;
    private final PrintStream out;

    /** @param directory that the bugs' classes go to, each into one of its own */
    public PlantedRun(Planter planter, Path directory, Experiment experiment, PrintStream out) {
        this.planter = planter;
        this.directory = directory;
        this.experiment = experiment;
        this.out = out;
    }

    /**
     * Tries one after the other and prints a line for each. A bug that cannot be planted, or an experiment that breaks,
     * counts as not caught: nothing was proven.
     *
     * @return 0 if each was caught, 1 otherwise
     */
    public int run(List<Planted> bugs) {
        int caught = 0;
        for (Planted bug : bugs) {
            if (caught(bug)) {
                caught++;
            }
        }
        out.println("planted: " + caught + " of " + bugs.size() + " caught");
        return caught == bugs.size() ? ALL_CAUGHT : SOME_NOT;
    }

    private boolean caught(Planted bug) {
        String under = " (" + bug.exposure().fault() + ")";
        try {
            Path classes = planter.plant(bug, directory.resolve(bug.name()));
            List<String> violations = experiment.violations(bug, classes);
            if (violations.isEmpty()) {
                out.println("NOT CAUGHT " + bug.name() + under + ": " + bug.breaks());
                return false;
            }
            String more = violations.size() > 1 ? " and " + (violations.size() - 1) + " more" : "";
            Optional<String> named = bug.named(violations);
            if (named.isEmpty()) {
                out.println("NOT CAUGHT " + bug.name() + under + ": nothing says " + bug.shownBy() + ", only "
                        + violations.get(0) + more);
                return false;
            }
            out.println("ok " + bug.name() + under + ": caught by " + named.get() + more);
            return true;
        } catch (RuntimeException e) {
            out.println("NOT CAUGHT " + bug.name() + under + ": " + e);
            return false;
        }
    }
}
