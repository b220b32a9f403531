package io.redress.cases.domain;

/** Whether a file of evidence can be read. */
public enum EvidenceState {
    AVAILABLE,
    /** Infected, or not known to be clean: nobody reads it, no brief cites it. */
    QUARANTINED,
    /** Its bytes are gone; that it was there, and its hash, stay known. */
    DELETED
}
