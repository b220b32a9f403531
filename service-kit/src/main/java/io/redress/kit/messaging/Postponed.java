package io.redress.kit.messaging;

/** Rolls back what the handler wrote before it said {@link Handling.NotYet}. */
final class Postponed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Postponed(String reason) {
        super(reason, null, false, false);
    }
}
