package io.redress.cases.app.search;

/** The order of a list of cases. */
public enum CaseOrder {
    /** As they were opened, by their ids. */
    OPENED,
    /** By the business time of their opening, where that is what is asked by. */
    OPENED_WITHIN,
    /** By when what they wait for is to be done; those that wait for nothing, or whose clock is paused, are left out. */
    DUE
}
