package io.redress.cases.domain;

/** How a case, or one of its violations, is decided. CONDITIONAL has no transition yet. */
public enum RulingOutcome {
    UPHOLD,
    OVERTURN,
    PARTIAL,
    CONDITIONAL
}
