package io.redress.penalties.domain.milestone;

import java.time.Instant;

/**
 * A claim that counts.
 *
 * @param credited points that were booked for it; 0 also where there was nothing to take
 */
public record Verification(
        String id, String enrolmentId, String verifierId, Claim claim, Instant verifiedAt, int credited) {

    /** Whether the same was said. */
    public boolean repeats(Claim other) {
        return claim.words().equals(other.words());
    }
}
