package io.redress.cases.app.search;

import java.time.Instant;
import java.util.Optional;

/**
 * Behind which case a part of a list begins.
 *
 * @param at what the list is ordered by before the id; empty in a list that is in the order of ids
 */
public record CasePosition(Optional<Instant> at, String caseId) {

    /** Of the last case of a part in this order. */
    public static CasePosition of(CaseSummary last, CaseOrder order) {
        return switch (order) {
            case OPENED -> new CasePosition(Optional.empty(), last.id());
            case OPENED_WITHIN -> new CasePosition(Optional.of(last.openedAt()), last.id());
            case DUE -> new CasePosition(last.dueBy(), last.id());
        };
    }

    /** Whether it is one of a list in this order. */
    public boolean fits(CaseOrder order) {
        return at.isPresent() == (order != CaseOrder.OPENED);
    }
}
