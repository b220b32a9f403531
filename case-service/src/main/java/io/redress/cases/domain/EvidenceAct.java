package io.redress.cases.domain;

/** What was done with a file of evidence. */
public enum EvidenceAct {
    ADDED,
    READ,
    FILED,
    SCANNED,
    HELD,
    RELEASED,
    DELETED
}
