package io.redress.e2e.oracles;

import java.util.List;

/** One thing that must hold of a suite at rest. Reads only, and may be asked again and again. */
public interface Oracle {

    /** The invariant, {@code I1} to {@code I12}; several oracles may look at one from different sides. */
    String id();

    /** What holds as long as there are no violations, in one line. */
    String guarantees();

    /** Everything that contradicts it; empty when it holds. */
    List<Violation> check();
}
