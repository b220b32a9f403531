package io.redress.cases.domain;

/** How a case, or one of its violations, is decided. CONDITIONAL: by what is achieved until a date. */
public enum RulingOutcome {
    UPHOLD,
    OVERTURN,
    PARTIAL,
    CONDITIONAL
}
