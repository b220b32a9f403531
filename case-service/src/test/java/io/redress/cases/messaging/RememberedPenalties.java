package io.redress.cases.messaging;

import io.redress.cases.app.opening.KnownPenalties;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.kit.pg.Write;
import java.util.Optional;

/** Takes what it is told and holds it to be well-formed. */
final class RememberedPenalties implements KnownPenalties {

    @Override
    public Write merchant(String merchantId, String name, String language) {
        return Write.none();
    }

    @Override
    public Write shop(String shopId, String merchantId) {
        return Write.none();
    }

    @Override
    public Write proposed(PenaltyUnderAppeal penalty, Optional<String> decisionId, boolean imported) {
        if (penalty.violations().isEmpty()
                || penalty.violations().get(0).disclosedFacts().isEmpty()) {
            throw new AssertionError("a penalty without violations, or without disclosed facts");
        }
        return Write.none();
    }

    @Override
    public Write approved(String penaltyId, String approvedBy) {
        return Write.none();
    }

    @Override
    public Write points(String penaltyId, int points) {
        return Write.none();
    }

    @Override
    public Write fallen(String penaltyId) {
        return Write.none();
    }
}
