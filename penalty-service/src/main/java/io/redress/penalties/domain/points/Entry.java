package io.redress.penalties.domain.points;

import java.time.Instant;

/**
 * One line of a shop's points; append-only.
 *
 * @param violationId whose points it books or corrects
 * @param points positive for a booking, negative for a correction
 * @param effectiveAt from when it counts; a correction takes that of the entry it corrects
 * @param knownAt when Redress came to know it; a correction's is the ruling's instant
 */
public record Entry(
        String id,
        String bucket,
        String penaltyId,
        String violationId,
        Kind kind,
        int points,
        Instant effectiveAt,
        Instant knownAt) {

    /** Why the line was written. */
    public enum Kind {
        BOOKING,
        REDUCTION,
        REVERSAL
    }
}
