package io.redress.cases.domain;

/**
 * How a case, or one of the items it is about, is decided. UPHOLD, OVERTURN and PARTIAL are about penalties; GRANT,
 * PARTLY_GRANT and DENY about what else is asked for; CONDITIONAL decides an
 * appeal by what is achieved until a date.
 */
public enum RulingOutcome {
    UPHOLD,
    OVERTURN,
    PARTIAL,
    CONDITIONAL,
    GRANT,
    PARTLY_GRANT,
    DENY
}
