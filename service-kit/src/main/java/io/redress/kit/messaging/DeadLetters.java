package io.redress.kit.messaging;

import io.redress.kit.boot.MachineClock;
import io.redress.kit.messaging.DeadLetter.Closing;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What operators see of the records that were given up and of the events that wait, and how they close a dead letter
 * without handling it. Handling it again: {@link Replays}.
 */
public final class DeadLetters {

    /**
     * A dead letter closed unhandled.
     *
     * @param letter as it is after the write
     * @param write closes it if it is still open, lets its subject go on behind it and gives what waits new time
     */
    public record Discarded(DeadLetter letter, Write write) {}

    private final MachineClock clock;
    private final Duration patience;
    private final DeadLetterStore deadLetters = new DeadLetterStore();
    private final InboxStore inbox = new InboxStore();
    private final ParkedStore parked = new ParkedStore();

    /** @param patience how long what is parked may wait anew */
    DeadLetters(MachineClock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** Oldest first, behind {@code after}; with empty envelopes. */
    public Future<List<DeadLetter>> list(Tx tx, DeadLetterFilter filter, long after, int limit) {
        return deadLetters.list(tx, filter, after, limit);
    }

    public Future<Optional<DeadLetter>> find(Tx tx, long id) {
        return deadLetters.find(tx, id);
    }

    /** Parked events in the order of their arrival, behind {@code after}. */
    public Future<List<WaitingEvent>> waiting(
            Tx tx, Optional<String> topic, Optional<String> key, long after, int limit) {
        return parked.list(tx, topic, key, after, limit);
    }

    /** How many events of a key are parked. */
    public Future<Long> countWaiting(Tx tx, String topic, String key) {
        return parked.count(tx, topic, key);
    }

    /**
     * Decides to close an open dead letter without handling it. What is parked behind it is handled in order by the
     * consumer, within a second or so of the write. Its subject is taken as done up to it, unless an earlier event of
     * the subject is parked: that one is not lost with it.
     *
     * @param letter an open one
     */
    public Discarded discard(DeadLetter letter, String reason, String by) {
        Closing how = new Closing(clock.now().truncatedTo(ChronoUnit.MICROS), Optional.of(by), Optional.of(reason));
        Write write =
                deadLetters.discard(letter.id(), how).with(parked.renewal(letter.topic(), letter.key(), patience));
        if (letter.subject().isPresent() && letter.sequence().isPresent()) {
            write = write.with(inbox.skip(
                    letter.topic(), letter.subject().get(), letter.sequence().get()));
        }
        return new Discarded(letter.discarded(how), write);
    }
}
