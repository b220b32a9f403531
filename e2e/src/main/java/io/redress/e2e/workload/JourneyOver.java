package io.redress.e2e.workload;

/** A journey cannot go on: a command's end is not known, or something has not come true in time. */
final class JourneyOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JourneyOver(String reason) {
        super(reason);
    }
}
