package io.redress.penalties.domain.rulebook.impact;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A violation whose points stand, as far as a dry run needs it.
 *
 * @param booking its penalty's place in the shop's order of booking
 * @param imported whether it carries an import's own figure, whatever the rules
 * @param ceiling the most that a ruling left its penalty
 * @param assessed what it asks for before the cap
 * @param tariff what its clause gives for it
 * @param points what it carries
 * @param effectiveAt from when its points count
 */
public record BookedViolation(
        String merchantId,
        String shopId,
        String decisionId,
        String penaltyId,
        int booking,
        boolean imported,
        OptionalInt ceiling,
        String violationId,
        String clauseId,
        String bucket,
        boolean closureEligible,
        int assessed,
        int tariff,
        int points,
        Instant proposedAt,
        Instant effectiveAt) {}
