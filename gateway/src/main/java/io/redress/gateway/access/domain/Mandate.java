package io.redress.gateway.access.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A merchant lets an agency act for it. All times are business time.
 *
 * @param agencyId the agency user, as its token's subject says
 * @param from the first instant in force
 * @param until the first instant not in force any more; empty: until revoked
 */
public record Mandate(
        String id,
        String merchantId,
        String agencyId,
        String givenBy,
        Instant givenAt,
        Instant from,
        Optional<Instant> until,
        Optional<Revocation> revocation) {

    /** Who ended it before its time. */
    public record Revocation(String by, Instant at) {}

    /** Where a mandate stands. */
    public enum Status {
        FUTURE,
        IN_FORCE,
        ENDED,
        REVOKED
    }

    /** A new mandate; refused as MANDATE_PERIOD_INVALID. */
    public static Outcome<Mandate> give(
            String id,
            String merchantId,
            String agencyId,
            String givenBy,
            Optional<Instant> from,
            Optional<Instant> until,
            Instant now) {
        Instant begin = from.orElse(now);
        if (until.isPresent() && (!until.get().isAfter(begin) || !until.get().isAfter(now))) {
            return Outcome.refused(
                    AccessRefusal.MANDATE_PERIOD_INVALID, "A mandate ends after it begins, and not in the past.");
        }
        return Outcome.done(new Mandate(id, merchantId, agencyId, givenBy, now, begin, until, Optional.empty()));
    }

    public Status status(Instant now) {
        if (revocation.isPresent()) {
            return Status.REVOKED;
        }
        if (now.isBefore(from)) {
            return Status.FUTURE;
        }
        return until.isPresent() && !now.isBefore(until.get()) ? Status.ENDED : Status.IN_FORCE;
    }

    public boolean inForce(Instant now) {
        return status(now) == Status.IN_FORCE;
    }

    /** True if both would be in force at some instant. */
    public boolean overlaps(Mandate other) {
        boolean endsBefore = until.isPresent() && !until.get().isAfter(other.from);
        boolean beginsAfter = other.until.isPresent() && !other.until.get().isAfter(from);
        return revocation.isEmpty() && other.revocation.isEmpty() && !endsBefore && !beginsAfter;
    }

    /** The mandate, ended for good; refused as ILLEGAL_TRANSITION if it has ended. */
    public Outcome<Mandate> revoke(String by, Instant now) {
        Status status = status(now);
        if (status == Status.REVOKED || status == Status.ENDED) {
            return Outcome.refused(Refusal.of(AccessRefusal.ILLEGAL_TRANSITION, "The mandate has ended.")
                    .with("currentStatus", status.name()));
        }
        return Outcome.done(new Mandate(
                id, merchantId, agencyId, givenBy, givenAt, from, until, Optional.of(new Revocation(by, now))));
    }
}
