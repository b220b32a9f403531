package io.redress.cases.app.search;

import io.redress.cases.domain.CaseStatus;
import java.util.Optional;

/**
 * A filter as it was asked for, to be asked again.
 *
 * @param open only cases that have not ended
 */
public record CaseQuestion(
        Optional<String> merchantId,
        Optional<String> penaltyId,
        Optional<CaseStatus> status,
        boolean open,
        StaffFilter staff) {

    public CaseFilter filter() {
        return CaseFilter.asked(merchantId, penaltyId, status, open, staff);
    }
}
