package io.redress.penalties.domain.milestone;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A claim that counts. Instants finer than a microsecond are cut to it, which is as fine as they are kept: what is answered
 * at once is what is answered later.
 *
 * @param credited points that were booked for it; 0 also where there was nothing to take
 */
public record Verification(
        String id, String enrolmentId, String verifierId, Claim claim, Instant verifiedAt, int credited) {

    public Verification {
        claim = claim.achieved(claim.achievedAt().truncatedTo(ChronoUnit.MICROS));
        verifiedAt = verifiedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the same was said. */
    public boolean repeats(Claim other) {
        return claim.words()
                .equals(other.achieved(other.achievedAt().truncatedTo(ChronoUnit.MICROS))
                        .words());
    }
}
