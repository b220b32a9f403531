package io.redress.benchmarks.rounds;

import java.util.List;

/** Something that does one kind of operation. */
public interface Contender {

    String name();

    /** How many operations are enough for a leg that is long beside the steps of the clock. */
    int operations();

    /** How many operations it needs before it is as fast as it gets. */
    int warmUp();

    /** Whose CPU time is read. */
    List<Part> parts();

    /** Before a leg, not measured: it must find the same state as at every other leg. */
    void wake();

    /** Does the operations and returns when all of their work is done, what follows of itself included. */
    void work(int operations);

    /** After a leg, not measured: from here on it must use nothing. */
    void rest();
}
