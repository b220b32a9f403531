package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A penalty as this service knows it from events.
 *
 * @param proposedBy the employee who proposed it; of an imported one, who did so originally
 * @param approvers whoever approved it as held
 * @param points that it carries now
 * @param shopClosed whether its shop is closed by a measure in force
 */
public record PenaltyUnderAppeal(
        String penaltyId,
        String merchantId,
        String shopId,
        Optional<String> departmentId,
        String proposedBy,
        Set<String> approvers,
        List<PenaltyViolation> violations,
        int points,
        boolean shopClosed)
        implements Subject {

    /** Of a shop that is open, or of which it is not asked. */
    public PenaltyUnderAppeal(
            String penaltyId,
            String merchantId,
            String shopId,
            Optional<String> departmentId,
            String proposedBy,
            Set<String> approvers,
            List<PenaltyViolation> violations,
            int points) {
        this(penaltyId, merchantId, shopId, departmentId, proposedBy, approvers, violations, points, false);
    }

    public PenaltyUnderAppeal {
        approvers = Set.copyOf(approvers);
        violations = List.copyOf(violations);
    }

    @Override
    public CaseKind kind() {
        return CaseKind.PENALTY_APPEAL;
    }

    @Override
    public List<DisputedItem> items() {
        return violations.stream()
                .map(violation -> new DisputedItem(violation.violationId(), violation.disclosedFacts()))
                .toList();
    }

    /** True for those who brought the penalty about. */
    @Override
    public boolean imposedBy(String employee) {
        return proposedBy.equals(employee) || approvers.contains(employee);
    }

    /** None: that a department imposed it does not make all of its people part of the case. */
    @Override
    public Set<String> departments() {
        return Set.of();
    }
}
