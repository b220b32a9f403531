package io.redress.gateway.access.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An API key of a machine. All times are machine time.
 *
 * @param machineId as whom its calls are made
 * @param secret of the current secret
 * @param old the secret before the last rotation, as long as it still works
 */
public record ApiKey(
        String id,
        String machineId,
        String description,
        Instant createdAt,
        String createdBy,
        Optional<Instant> expiresAt,
        SecretHash secret,
        Optional<Instant> rotatedAt,
        Optional<OldSecret> old,
        Optional<Instant> revokedAt) {

    /** The longest time in which two secrets work. */
    public static final Duration MAX_OVERLAP = Duration.ofDays(7);

    /** A secret that was replaced. It works before {@code until}. */
    public record OldSecret(SecretHash hash, Instant until) {}

    /** What a key can still do. */
    public enum Status {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /** A new key; refused as KEY_EXPIRY_INVALID. */
    public static Outcome<ApiKey> create(
            String id,
            String machineId,
            String description,
            String createdBy,
            Optional<Instant> expiresAt,
            SecretHash secret,
            Instant now) {
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
            return Outcome.refused(AccessRefusal.KEY_EXPIRY_INVALID, "A key expires later than it is made.");
        }
        return Outcome.done(new ApiKey(
                id,
                machineId,
                description,
                now,
                createdBy,
                expiresAt,
                secret,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    public Status status(Instant now) {
        if (revokedAt.isPresent()) {
            return Status.REVOKED;
        }
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get()) ? Status.EXPIRED : Status.ACTIVE;
    }

    /** True if whoever presents this secret now may act as the machine. */
    public boolean admits(SecretHash presented, Instant now) {
        boolean current = secret.matches(presented);
        boolean former = old.isPresent()
                && now.isBefore(old.get().until())
                && old.get().hash().matches(presented);
        return status(now) == Status.ACTIVE && (current || former);
    }

    /** The key with another secret; refused as OVERLAP_INVALID, ILLEGAL_TRANSITION. */
    public Outcome<ApiKey> rotate(SecretHash next, Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            return Outcome.refused(AccessRefusal.OVERLAP_INVALID, "Two secrets work for at most seven days.");
        }
        if (status(now) != Status.ACTIVE) {
            return Outcome.refused(illegal(now));
        }
        Optional<OldSecret> former =
                overlap.isZero() ? Optional.empty() : Optional.of(new OldSecret(secret, now.plus(overlap)));
        return Outcome.done(new ApiKey(
                id,
                machineId,
                description,
                createdAt,
                createdBy,
                expiresAt,
                next,
                Optional.of(now),
                former,
                Optional.empty()));
    }

    /** The key, ended for good, with both its secrets; refused as ILLEGAL_TRANSITION if it was revoked before. */
    public Outcome<ApiKey> revoke(Instant now) {
        if (revokedAt.isPresent()) {
            return Outcome.refused(illegal(now));
        }
        return Outcome.done(new ApiKey(
                id,
                machineId,
                description,
                createdAt,
                createdBy,
                expiresAt,
                secret,
                rotatedAt,
                Optional.empty(),
                Optional.of(now)));
    }

    private Refusal illegal(Instant now) {
        return Refusal.of(AccessRefusal.ILLEGAL_TRANSITION, "The key has ended.")
                .with("currentStatus", status(now).name());
    }
}
