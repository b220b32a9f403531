package io.redress.cases.domain.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks of a case are worked out from.
 *
 * @param respondentDepartment as the case knows it
 * @param steps in their order, the opening first
 */
public record CaseHistory(String caseId, String merchantId, Optional<String> respondentDepartment, List<Step> steps) {

    public CaseHistory {
        steps = List.copyOf(steps);
    }

    public Instant openedAt() {
        return steps.get(0).at();
    }

    /** When the last of them was. */
    public Instant lastAt() {
        return steps.get(steps.size() - 1).at();
    }
}
