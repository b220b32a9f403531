package io.redress.kit.messaging;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not be handled. While it is open, later events of its key wait.
 *
 * @param subject absent, like {@code sequence}, when the record could not even be read
 * @param cause why it was given up
 * @param openedAt machine time
 */
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        String key,
        Optional<String> subject,
        Optional<Long> sequence,
        String envelope,
        String cause,
        Instant openedAt) {}
