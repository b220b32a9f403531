package io.redress.cases.domain.consistency;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.PenaltyViolation;

/**
 * Which decisions are compared with each other: of appeals those on the same clause, of requests those of the same kind
 * that the same department answers.
 *
 * @param scope the clause, or the responding department; empty where none answers
 */
public record ComparableRulings(CaseKind kind, String scope) {

    /** Those that this item of the case is compared with. */
    public static ComparableRulings of(CaseFile file, String itemId) {
        String scope = file.penalty()
                .map(penalty -> penalty.violations().stream()
                        .filter(violation -> violation.violationId().equals(itemId))
                        .map(PenaltyViolation::clauseId)
                        .findFirst()
                        .orElseThrow())
                .orElseGet(() -> file.people().respondentDepartment().orElse(""));
        return new ComparableRulings(file.kind(), scope);
    }
}
