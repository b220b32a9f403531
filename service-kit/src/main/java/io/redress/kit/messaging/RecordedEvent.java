package io.redress.kit.messaging;

/**
 * One row of history and its outbox twin, ready to be written.
 *
 * @param envelope the CloudEvent as canonical text: what is published and what the chain covers
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
        byte[] salt,
        byte[] digest,
        byte[] previousHash,
        byte[] hash) {

    /** False if it is for the history only. */
    public boolean published() {
        return !topic.isEmpty();
    }
}
