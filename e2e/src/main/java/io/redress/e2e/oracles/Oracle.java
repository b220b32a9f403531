package io.redress.e2e.oracles;

import java.util.List;

/** Looks for breaches of one invariant in a suite at rest. */
public interface Oracle {

    /** The invariant's number, {@code I1} to {@code I12}. */
    String id();

    /** What holds when nothing is found, in one sentence. */
    String guarantees();

    List<Violation> check();
}
