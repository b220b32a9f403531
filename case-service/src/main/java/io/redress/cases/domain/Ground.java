package io.redress.cases.domain;

/** What a brief may argue. HARDSHIP is named so that it can be refused: it is context, never a ground. */
public enum Ground {
    NOT_ENUMERATED,
    FACTS_WRONG,
    EVIDENCE_INSUFFICIENT,
    DISPROPORTIONATE,
    PROCEDURE_BREACHED,
    MANIFEST_UNFAIRNESS,
    PLATFORM_FAULT,
    IMPOSSIBLE_PROOF,
    RULE_DEFECT,
    HARDSHIP
}
