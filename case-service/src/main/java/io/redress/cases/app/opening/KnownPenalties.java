package io.redress.cases.app.opening;

import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.kit.pg.Write;
import java.util.Optional;

/** What is known of merchants, shops and penalties from events; penalty-service is never asked. */
public interface KnownPenalties {

    Write merchant(String merchantId, String name, String language);

    Write shop(String shopId, String merchantId);

    Write proposed(PenaltyUnderAppeal penalty, Optional<String> decisionId, boolean imported);

    Write approved(String penaltyId, String approvedBy);

    /** Points of the penalty after a reduction. */
    Write points(String penaltyId, int points);

    /** It was refused or reversed. */
    Write fallen(String penaltyId);
}
