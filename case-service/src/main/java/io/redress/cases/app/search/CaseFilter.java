package io.redress.cases.app.search;

import io.redress.cases.app.CaseSight;
import io.redress.cases.domain.CaseStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cases a list holds, and in which order.
 *
 * @param merchantId always set for the merchant's side
 * @param statuses those of the cases in the list
 * @param staff what only staff ask by
 * @param viewer whom nothing is listed for that is hidden from him; empty for the merchant's side
 */
public record CaseFilter(
        Optional<String> merchantId,
        Optional<String> penaltyId,
        Set<CaseStatus> statuses,
        StaffFilter staff,
        Optional<CaseSight.Viewer> viewer) {

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
            Optional<String> merchantId,
            Optional<String> penaltyId,
            Optional<CaseStatus> status,
            boolean open,
            StaffFilter staff) {
        Set<CaseStatus> statuses = Arrays.stream(CaseStatus.values())
                .filter(each -> status.isEmpty() || status.get() == each)
                .filter(each -> !open || !each.ended())
                .collect(Collectors.toSet());
        return new CaseFilter(merchantId, penaltyId, statuses, staff, Optional.empty());
    }

    CaseFilter of(Optional<String> merchant) {
        return new CaseFilter(merchant, penaltyId, statuses, staff, viewer);
    }

    CaseFilter seenBy(Optional<CaseSight.Viewer> who) {
        return new CaseFilter(merchantId, penaltyId, statuses, staff, who);
    }

    /** Whether the status leaves nothing out. */
    public boolean anyStatus() {
        return statuses.size() == CaseStatus.values().length;
    }

    /** In which order the list is. */
    public CaseOrder order() {
        if (staff.byDue() || staff.pastDue()) {
            return CaseOrder.DUE;
        }
        return staff.openedFrom().isPresent() || staff.openedTo().isPresent()
                ? CaseOrder.OPENED_WITHIN
                : CaseOrder.OPENED;
    }
}
