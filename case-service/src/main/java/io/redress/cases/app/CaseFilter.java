package io.redress.cases.app;

import io.redress.cases.domain.CaseStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cases a list holds.
 *
 * @param merchantId always set for the merchant's side
 * @param statuses those of the cases in the list
 */
public record CaseFilter(Optional<String> merchantId, Optional<String> penaltyId, Set<CaseStatus> statuses) {

    public CaseFilter {
        statuses = Set.copyOf(statuses);
    }

    /**
     * What the caller asks for.
     *
     * @param status this one only
     * @param open only cases that have not ended
     */
    public static CaseFilter asked(
            Optional<String> merchantId, Optional<String> penaltyId, Optional<CaseStatus> status, boolean open) {
        Set<CaseStatus> statuses = Arrays.stream(CaseStatus.values())
                .filter(each -> status.isEmpty() || status.get() == each)
                .filter(each -> !open || !each.ended())
                .collect(Collectors.toSet());
        return new CaseFilter(merchantId, penaltyId, statuses);
    }

    CaseFilter of(Optional<String> merchant) {
        return new CaseFilter(merchant, penaltyId, statuses);
    }
}
