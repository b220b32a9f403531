package io.redress.penalties.domain.points;

import io.redress.penalties.domain.rulebook.ResetRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time in which entries expire one by one.
 *
 * @param from when the version that says so came into force; entries that are too old for it expire then
 * @param until when it is replaced; what has not expired by then goes by the next version
 */
public record RollingExpiry(ResetRule.Rolling rule, ZoneId zone, Instant from, Instant until) {

    /** When an entry of this instant has expired in this time; empty when it has not. */
    public Optional<Instant> of(Instant effectiveAt) {
        Instant expiry = rule.expiry(effectiveAt, zone);
        Instant gone = expiry.isBefore(from) ? from : expiry;
        return gone.isAfter(until) ? Optional.empty() : Optional.of(gone);
    }
}
