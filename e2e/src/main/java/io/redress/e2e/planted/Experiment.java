package io.redress.e2e.planted;

import java.nio.file.Path;
import java.util.List;

/** Runs a suite with a bug planted in it, has it work under the fault that exposes the bug, and asks the oracles. */
@FunctionalInterface
public interface Experiment {

    /**
     * @param classes to be put in front of the jars of the bug's services
     * @return what the oracles found, each beginning with the invariant, {@code I6: …}; empty if they found nothing
     */
    List<String> violations(Planted bug, Path classes);
}
