package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;

/**
 * An earlier ruling that is cited, by reference: this is all that a reader of another case learns of it.
 *
 * @param caseId it decided; not shown
 * @param clauses of the penalty it was about; empty for a request
 * @param stands its case is closed and was not reopened; only then it can be cited
 */
public record Precedent(
        String rulingId,
        String caseId,
        CaseKind kind,
        List<String> clauses,
        RulingOutcome outcome,
        Instant ruledAt,
        boolean stands) {

    public Precedent {
        clauses = List.copyOf(clauses);
    }
}
