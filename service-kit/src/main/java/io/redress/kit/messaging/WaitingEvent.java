package io.redress.kit.messaging;

import java.time.Instant;

/**
 * A parked event as operators see it.
 *
 * @param id grows in the order of arrival
 * @param parkedAt machine time
 * @param deadline machine time after which it becomes a dead letter; does not run while its key has an open one
 */
public record WaitingEvent(
        long id,
        String topic,
        int partition,
        long offset,
        String key,
        String subject,
        long sequence,
        String reason,
        Instant parkedAt,
        Instant deadline) {}
