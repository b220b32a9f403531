package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A penalty as this service knows it from events.
 *
 * @param proposedBy the employee who proposed it; of an imported one, who did so originally
 * @param approvers whoever approved it as held
 */
public record PenaltyUnderAppeal(
        String penaltyId,
        String merchantId,
        String shopId,
        Optional<String> departmentId,
        String proposedBy,
        Set<String> approvers,
        List<PenaltyViolation> violations) {

    public PenaltyUnderAppeal {
        approvers = Set.copyOf(approvers);
        violations = List.copyOf(violations);
    }

    /** True for those who brought the penalty about. */
    public boolean imposedBy(String employee) {
        return proposedBy.equals(employee) || approvers.contains(employee);
    }

    public Optional<PenaltyViolation> violation(String violationId) {
        return violations.stream()
                .filter(violation -> violation.violationId().equals(violationId))
                .findFirst();
    }
}
