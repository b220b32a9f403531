package io.redress.kit.messaging;

import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator can do about dead letters. Replaying goes through the normal handler; afterwards, or after a
 * discard, what was parked behind the dead letter is handled in order, with new time to wait.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Database database;
    private final Handlers handlers;
    private final ParkedRetries retries;
    private final Duration patience;
    private final DeadLetterStore deadLetters = new DeadLetterStore();
    private final InboxStore inbox = new InboxStore();
    private final ParkedStore parked = new ParkedStore();

    DeadLetters(Database database, Handlers handlers, ParkedRetries retries, Duration patience) {
        this.database = database;
        this.handlers = handlers;
        this.retries = retries;
        this.patience = patience;
    }

    /** The open ones, oldest first. */
    public Future<List<DeadLetter>> open(int limit) {
        return database.read(tx -> deadLetters.open(tx, limit));
    }

    /**
     * Handles the open dead letters of a key in order, then what is parked behind them. Each is a transaction of its
     * own; the first that fails again stays open, with all behind it, and fails the future with its cause. A gap
     * before a dead letter is accepted: to replay is to decide that the missing event does not come.
     *
     * @return how many dead letters were closed
     */
    public Future<Integer> replay(String topic, String key) {
        return replayFrom(topic, key, 0).compose(closed -> release(topic, key).map(closed));
    }

    /**
     * Closes a dead letter without handling it; its subject goes on behind it.
     *
     * @return false if there is no such open dead letter
     */
    public Future<Boolean> discard(long id, String reason) {
        return database.inTransaction(tx -> deadLetters
                        .lockOpen(tx, id)
                        .compose(found -> found.isEmpty()
                                ? Future.succeededFuture(Optional.<DeadLetter>empty())
                                : skip(tx, found.get())
                                        .compose(skipped -> deadLetters.close(tx, id, "DISCARDED", reason))
                                        .map(found)))
                .compose(found -> {
                    if (found.isEmpty()) {
                        return Future.succeededFuture(false);
                    }
                    LOG.warn("dead letter {} discarded: {}", id, reason);
                    return release(found.get().topic(), found.get().key()).map(true);
                });
    }

    private Future<Integer> replayFrom(String topic, String key, int closed) {
        return database.inTransaction(tx -> deadLetters
                        .lockFirstOpen(tx, topic, key)
                        .compose(found -> found.isEmpty()
                                ? Future.succeededFuture(false)
                                : handle(tx, found.get()).map(true)))
                .compose(more -> more ? replayFrom(topic, key, closed + 1) : Future.succeededFuture(closed));
    }

    private Future<Void> handle(Tx tx, DeadLetter letter) {
        IncomingEvent event = Envelopes.parse(letter.topic(), letter.key(), letter.envelope());
        return inbox.look(tx, event)
                .compose(place -> place == Place.DUPLICATE
                        ? Future.succeededFuture()
                        : handlers.handle(event, tx)
                                .compose(handled -> inbox.handled(tx, event.topic(), event.subject(), event.sequence()))
                                .<Void>mapEmpty())
                .compose(handled -> deadLetters.close(tx, letter.id(), "REPLAYED", null));
    }

    private Future<Void> skip(Tx tx, DeadLetter letter) {
        if (letter.subject().isEmpty() || letter.sequence().isEmpty()) {
            return Future.succeededFuture();
        }
        return inbox.skipTo(
                tx, letter.topic(), letter.subject().get(), letter.sequence().get());
    }

    private Future<Void> release(String topic, String key) {
        return database.inTransaction(tx -> parked.renew(tx, topic, key, patience))
                .compose(renewed -> retries.retryKey(topic, key));
    }
}
