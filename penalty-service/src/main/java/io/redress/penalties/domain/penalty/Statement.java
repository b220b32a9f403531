package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * The disclosed statement of reasons of a penalty; its text never changes.
 *
 * @param storedAt when notification-service had it on a durable medium; no penalty enters into force before
 * @param deliveredAt when it reached the merchant, by evidence
 */
public record Statement(
        String id, Text text, Instant issuedAt, Optional<Instant> storedAt, Optional<Instant> deliveredAt) {

    public Statement stored(Instant at) {
        return new Statement(id, text, issuedAt, Optional.of(at), deliveredAt);
    }

    public Statement delivered(Instant at) {
        return new Statement(id, text, issuedAt, storedAt, Optional.of(at));
    }
}
