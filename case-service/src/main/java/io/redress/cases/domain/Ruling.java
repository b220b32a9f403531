package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;

/** The final decision. */
public record Ruling(
        String rulingId,
        String draftId,
        RulingOutcome outcome,
        List<ViolationRuling> violations,
        String ruledBy,
        Instant ruledAt) {

    public Ruling {
        violations = List.copyOf(violations);
    }
}
