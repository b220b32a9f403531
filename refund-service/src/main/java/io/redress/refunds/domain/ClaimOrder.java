package io.redress.refunds.domain;

import java.util.Objects;

/**
 * An effect line of a ruling that orders money back for a penalty.
 *
 * @param claimId the claim that the line was pinned with, {@code clm_…}
 * @param effectId the line's id; the answer carries it
 * @param amount what the merchant gets
 */
public record ClaimOrder(
        String claimId,
        String effectId,
        String merchantId,
        String caseId,
        String rulingId,
        String penaltyId,
        Money amount) {
    public ClaimOrder {
        Objects.requireNonNull(claimId, "claimId");
        Objects.requireNonNull(effectId, "effectId");
        Objects.requireNonNull(amount, "amount");
    }
}
