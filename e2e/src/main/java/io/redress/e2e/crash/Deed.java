package io.redress.e2e.crash;

import java.util.List;

/**
 * What is done in one cell, and what has to come of it.
 *
 * @param repeats what the service keeps of the answer
 * @param facts true when everything is at rest, whatever happened in between
 */
record Deed(Request request, Repeats repeats, List<Fact> facts) {

    /** What an answer to the same key is like. */
    enum Repeats {
        /** The bytes of the first one. */
        WHOLE,
        /** The first one without what is shown once; from the second on the same bytes. */
        WITHOUT_THE_SECRET,
        /** Nothing is kept: the command has no effect that could be there twice. */
        NOTHING
    }

    Deed {
        facts = List.copyOf(facts);
    }
}
