package io.redress.penalties.domain.points;

import java.time.Instant;
import java.util.List;

/**
 * Everything that makes points cease to count.
 *
 * @param resets in order
 * @param expiries the times in which entries expire one by one, in order
 */
public record Clearings(List<Reset> resets, List<RollingExpiry> expiries) {

    public Clearings {
        resets = List.copyOf(resets);
        expiries = List.copyOf(expiries);
    }

    /** Whether an entry of this instant has expired by {@code at}. */
    boolean expired(Instant effectiveAt, Instant at) {
        return expiries.stream()
                .flatMap(expiry -> expiry.of(effectiveAt).stream())
                .anyMatch(gone -> !gone.isAfter(at));
    }
}
