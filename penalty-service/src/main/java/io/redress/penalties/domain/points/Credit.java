package io.redress.penalties.domain.points;

import java.time.Instant;

/**
 * Points of one bucket of a shop that a verified milestone took off; append-only, and never corrected. It counts from the
 * instant at which it was booked.
 *
 * @param verificationId what earned it
 * @param points how many were booked; positive
 * @param behindBooking the shop's last penalty booked before it: what a penalty crosses, only credits before it lower
 */
public record Credit(
        String id,
        String bucket,
        String programmeId,
        String verificationId,
        int points,
        Instant bookedAt,
        int behindBooking) {

    public Credit {
        if (points < 1) {
            throw new IllegalArgumentException("a credit takes at least a point");
        }
    }
}
