package io.redress.cases.domain;

/** What the virus scanner says of a file. */
public enum ScanVerdict {
    /** There is no scanner. */
    NOT_CONFIGURED,
    CLEAN,
    INFECTED,
    /** The scanner did not answer, or could not say. */
    UNKNOWN;

    /** Whether it may be read. */
    public boolean opens() {
        return this == NOT_CONFIGURED || this == CLEAN;
    }
}
