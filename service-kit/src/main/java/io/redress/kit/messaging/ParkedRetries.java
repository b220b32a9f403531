package io.redress.kit.messaging;

import io.redress.kit.pg.Database;
import io.redress.kit.pg.Transactions;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives parked events their turn, each in a transaction of its own: in order of sequence within a subject, and never
 * past an open dead letter of their key. One that is still not to be handled when its deadline has passed becomes a
 * dead letter.
 */
final class ParkedRetries {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRetries.class);
    private static final int BATCH = 100;

    /**
     * A round of retries.
     *
     * @param handler what an event is handed to
     * @param over when no further one is begun
     */
    private record Round(BiFunction<IncomingEvent, Tx, Future<Void>> handler, BooleanSupplier over) {}

    private final Round usual;
    private final Database database;
    private final Transactions transactions;
    private final Handlers handlers;
    private final Burial burial;
    private final InboxStore inbox = new InboxStore();
    private final ParkedStore parked = new ParkedStore();

    /** @param transactions of the same database */
    ParkedRetries(Database database, Transactions transactions, Handlers handlers, Burial burial) {
        this.database = database;
        this.transactions = transactions;
        this.handlers = handlers;
        this.burial = burial;
        this.usual = new Round(handlers::handle, () -> false);
    }

    /** Tries those of the partitions whose turn has come or whose time is up. A failure leaves an event for next time. */
    Future<Void> retryDue(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.read(tx -> parked.due(tx, partitions)).compose(due -> inTurn(due, usual));
    }

    /** Handles what was parked behind an event that has now been handled. */
    Future<Void> after(String topic, String subject, long sequence) {
        return after(topic, subject, sequence, usual);
    }

    /** Handles those of a key in order of arrival however old they are, because an operator replays it. */
    Future<Void> retryKey(Replays.Key key, BooleanSupplier over) {
        return retryKey(key, 0, new Round(handlers::handleWhateverItsAge, over));
    }

    /**
     * Handles those of a dead letter's subject that come before it, in order, although their key waits for it: they
     * came late, and would be taken for done once it is handled. Fails with the first that cannot be handled.
     */
    Future<Void> before(DeadLetter letter) {
        if (letter.subject().isEmpty() || letter.sequence().isEmpty()) {
            return Future.succeededFuture();
        }
        return database.read(tx -> parked.before(
                        tx,
                        letter.topic(),
                        letter.subject().get(),
                        letter.sequence().get()))
                .compose(earlier -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (ParkedEvent event : earlier) {
                        chain = chain.compose(done -> ahead(event));
                    }
                    return earlier.isEmpty() ? chain : chain.compose(done -> before(letter));
                });
    }

    private Future<Void> ahead(ParkedEvent candidate) {
        ConsumedRecord record = candidate.record();
        IncomingEvent event = Envelopes.parse(record.topic(), record.key(), record.envelope());
        return database.inTransaction(tx -> parked.lock(tx, candidate.id())
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture()
                        : inbox.look(tx, event)
                                .compose(place -> place == Place.DUPLICATE
                                        ? Future.succeededFuture()
                                        : handlers.handleWhateverItsAge(event, tx)
                                                .compose(handled -> inbox.handled(
                                                        tx, event.topic(), event.subject(), event.sequence())))
                                .compose(settled -> parked.delete(tx, candidate.id()))));
    }

    private Future<Void> retryKey(Replays.Key key, long after, Round round) {
        return database.read(tx -> parked.ofKey(tx, key.topic(), key.key(), after, BATCH))
                .compose(events -> inTurn(events, round)
                        .compose(done -> events.size() < BATCH || round.over().getAsBoolean()
                                ? Future.succeededFuture()
                                : retryKey(key, events.get(BATCH - 1).id(), round)));
    }

    private Future<Void> after(String topic, String subject, long sequence, Round round) {
        return database.read(tx -> parked.find(tx, topic, subject, sequence + 1))
                .compose(next -> next.isEmpty() ? Future.succeededFuture() : withSuccessors(next.get(), round));
    }

    private Future<Void> inTurn(List<ParkedEvent> events, Round round) {
        Future<Void> chain = Future.succeededFuture();
        for (ParkedEvent event : events) {
            chain = chain.compose(before -> withSuccessors(event, round).recover(failure -> {
                LOG.warn("parked event {} of {} waits on: {}", event.sequence(), event.subject(), failure.toString());
                return Future.succeededFuture();
            }));
        }
        return chain;
    }

    private Future<Void> withSuccessors(ParkedEvent event, Round round) {
        if (round.over().getAsBoolean()) {
            return Future.succeededFuture();
        }
        return retry(event, round)
                .compose(successor -> successor
                        ? after(event.record().topic(), event.subject(), event.sequence(), round)
                        : Future.succeededFuture());
    }

    /** @return whether it was handled and its successor is parked */
    private Future<Boolean> retry(ParkedEvent candidate, Round round) {
        IncomingEvent event;
        try {
            ConsumedRecord record = candidate.record();
            event = Envelopes.parse(record.topic(), record.key(), record.envelope());
        } catch (PoisonEvent e) {
            return bury(candidate, Optional.empty(), Causes.of(e));
        }
        return transactions
                .inTransaction(event.type(), tx -> parked.lock(tx, candidate.id())
                        .compose(row ->
                                row.isEmpty() ? Future.succeededFuture(false) : attempt(tx, row.get(), event, round)))
                .recover(failure -> {
                    if (failure instanceof PoisonEvent) {
                        return bury(candidate, Optional.of(event), Causes.of(failure));
                    }
                    if (failure instanceof Postponed) {
                        return candidate.overdue()
                                ? bury(candidate, Optional.of(event), "not yet, for too long: " + failure.getMessage())
                                : Future.succeededFuture(false);
                    }
                    return Future.failedFuture(failure);
                });
    }

    private Future<Boolean> attempt(Tx tx, ParkedEvent row, IncomingEvent event, Round round) {
        return inbox.look(tx, event).compose(place -> switch (place) {
            case DUPLICATE -> parked.delete(tx, row.id()).map(false);
            case BLOCKED -> Future.succeededFuture(false);
            case GAP ->
                row.overdue()
                        ? buryIn(tx, row, Optional.of(event), row.reason()).map(false)
                        : Future.succeededFuture(false);
            case NEXT ->
                round.handler()
                        .apply(event, tx)
                        .compose(handled -> parked.delete(tx, row.id()))
                        .compose(deleted -> inbox.handled(tx, event.topic(), event.subject(), event.sequence()));
        });
    }

    private Future<Boolean> bury(ParkedEvent event, Optional<IncomingEvent> parsed, String cause) {
        String purpose = parsed.map(IncomingEvent::type).orElse(event.record().topic());
        return transactions.inTransaction(purpose, tx -> parked.lock(tx, event.id())
                .compose(row -> row.isEmpty() ? Future.succeededFuture() : buryIn(tx, row.get(), parsed, cause))
                .map(false));
    }

    private Future<Void> buryIn(Tx tx, ParkedEvent row, Optional<IncomingEvent> event, String cause) {
        return burial.bury(tx, row.record(), event, cause).compose(buried -> parked.delete(tx, row.id()));
    }
}
