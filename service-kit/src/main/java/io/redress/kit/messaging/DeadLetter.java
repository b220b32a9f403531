package io.redress.kit.messaging;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not be handled. While it is open, later events of its key wait.
 *
 * @param subject absent, like {@code sequence}, when the record could not even be read
 * @param envelope as it came, readable or not; empty in a list
 * @param cause why it was given up
 * @param openedAt machine time
 * @param attempts how often operators have had it handled again
 * @param lastFailure of those attempts, if the last one failed
 * @param closing absent while it is open
 */
public record DeadLetter(
        long id,
        State state,
        String topic,
        int partition,
        long offset,
        String key,
        Optional<String> subject,
        Optional<Long> sequence,
        String envelope,
        String cause,
        Instant openedAt,
        int attempts,
        Optional<Attempt> lastFailure,
        Optional<Closing> closing) {

    public enum State {
        OPEN,
        /** Handled in the end. */
        REPLAYED,
        /** Closed without being handled. */
        DISCARDED
    }

    /** @param at machine time */
    public record Attempt(Instant at, String cause) {}

    /**
     * @param at machine time
     * @param by who closed it
     * @param reason with a discarded one
     */
    public record Closing(Instant at, Optional<String> by, Optional<String> reason) {}

    /** The same after it was discarded. */
    DeadLetter discarded(Closing how) {
        return new DeadLetter(
                id,
                State.DISCARDED,
                topic,
                partition,
                offset,
                key,
                subject,
                sequence,
                envelope,
                cause,
                openedAt,
                attempts,
                lastFailure,
                Optional.of(how));
    }
}
