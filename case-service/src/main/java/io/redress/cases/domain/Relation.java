package io.redress.cases.domain;

/** What an employee has declared to have to do with a shop or a merchant. */
public enum Relation {
    OWN,
    FAMILY,
    FORMER,
    /** Has acted for somebody who complained about it. */
    COMPLAINANT
}
