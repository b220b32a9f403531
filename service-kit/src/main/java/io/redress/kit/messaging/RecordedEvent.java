package io.redress.kit.messaging;

import java.util.Optional;

/**
 * One row of history and its outbox twin, ready to be written.
 *
 * @param envelope the CloudEvent as canonical text: what is published and what the chain covers
 * @param correlationId as in the envelope, to be found by
 * @param traceId as in the envelope, to be found by
 */
public record RecordedEvent(
        String eventId,
        String topic,
        String key,
        String subject,
        long sequence,
        long version,
        String type,
        java.time.Instant businessTime,
        String actor,
        String envelope,
        String correlationId,
        Optional<String> traceId,
        byte[] salt,
        byte[] digest,
        byte[] previousHash,
        byte[] hash) {

    /** False if it is for the history only. */
    public boolean published() {
        return !topic.isEmpty();
    }
}
