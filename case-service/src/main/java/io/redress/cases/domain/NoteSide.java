package io.redress.cases.domain;

/** Whose note it is. */
public enum NoteSide {
    /** The merchant's advocate: what she notes is privileged. */
    ADVOCACY,
    ADJUDICATION,
    /** The department that answers. */
    DEPARTMENT
}
