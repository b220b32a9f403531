package io.redress.notifications.domain;

import java.util.Objects;
import java.util.Optional;

/** What a notice is about: the ids by which its reader finds the penalty, statement, case or measure. */
public record About(
        Optional<String> penaltyId, Optional<String> statementId, Optional<String> caseId, Optional<String> measureId) {
    public About {
        Objects.requireNonNull(penaltyId, "penaltyId");
        Objects.requireNonNull(statementId, "statementId");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(measureId, "measureId");
    }

    /** Takes from an event whichever of the four ids it carries. */
    public static About of(PartyEvent event) {
        return new About(
                event.value("penaltyId"), event.value("statementId"), event.value("caseId"), event.value("measureId"));
    }
}
