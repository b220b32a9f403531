package io.redress.cases.domain.queue;

/** How soon a case is to be taken up; the most urgent first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /** 1 for the most urgent. */
    public int rank() {
        return ordinal() + 1;
    }

    public static Priority of(int rank) {
        return values()[rank - 1];
    }
}
