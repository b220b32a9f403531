package io.redress.penalties.domain.consistency;

import java.time.Instant;
import java.util.Optional;

/**
 * Points that somebody chose inside a range, with what comparable decisions were then.
 *
 * @param reasons why they are other than usual; always there when they are
 */
public record RangedDecision(
        String violationId,
        String penaltyId,
        ComparableFacts facts,
        String decidedBy,
        Instant decidedAt,
        Comparison comparison,
        Optional<String> reasons) {}
