package io.redress.kit.messaging;

/** Where an event stands in its subject's sequence. */
enum Place {
    /** Handled before. */
    DUPLICATE,
    /** Its key has an open dead letter, which it must not overtake. */
    BLOCKED,
    /** The next one. */
    NEXT,
    /** An earlier one is missing. */
    GAP;

    static Place of(long sequence, long lastHandled, boolean keyHasDeadLetter) {
        if (sequence <= lastHandled) {
            return DUPLICATE;
        }
        if (keyHasDeadLetter) {
            return BLOCKED;
        }
        return sequence == lastHandled + 1 ? NEXT : GAP;
    }
}
