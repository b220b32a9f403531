package io.redress.refunds.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * An effect line of a ruling that orders money back.
 *
 * @param claimId the claim that the line was pinned with, {@code clm_…}
 * @param effectId the line's id; the answer carries it
 * @param penaltyId of the reversal of a penalty, which always has one
 * @param amount what the merchant gets
 */
public record ClaimOrder(
        ClaimKind kind,
        String claimId,
        String effectId,
        String merchantId,
        String caseId,
        String rulingId,
        Optional<String> penaltyId,
        Money amount) {
    /** Money back for a penalty. */
    public ClaimOrder(
            String claimId,
            String effectId,
            String merchantId,
            String caseId,
            String rulingId,
            String penaltyId,
            Money amount) {
        this(
                ClaimKind.PENALTY_REVERSAL,
                claimId,
                effectId,
                merchantId,
                caseId,
                rulingId,
                Optional.of(penaltyId),
                amount);
    }

    public ClaimOrder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(claimId, "claimId");
        Objects.requireNonNull(effectId, "effectId");
        Objects.requireNonNull(amount, "amount");
    }
}
