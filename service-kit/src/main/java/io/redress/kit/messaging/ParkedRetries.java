package io.redress.kit.messaging;

import io.redress.kit.pg.Database;
import io.redress.kit.pg.Transactions;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives parked events their turn, each in a transaction of its own: in order of sequence within a subject, and never
 * past an open dead letter of their key. One that is still not to be handled when its deadline has passed becomes a
 * dead letter.
 */
final class ParkedRetries {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRetries.class);

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
    }

    /** Tries those of the partitions whose turn has come or whose time is up. A failure leaves an event for next time. */
    Future<Void> retryDue(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.read(tx -> parked.due(tx, partitions)).compose(this::inTurn);
    }

    /** Handles what was parked behind an event that has now been handled. */
    Future<Void> after(String topic, String subject, long sequence) {
        return database.read(tx -> parked.find(tx, topic, subject, sequence + 1))
                .compose(next -> next.isEmpty() ? Future.succeededFuture() : withSuccessors(next.get()));
    }

    /** Tries everything parked of a key in order of arrival. */
    Future<Void> retryKey(String topic, String key) {
        return database.read(tx -> parked.ofKey(tx, topic, key)).compose(this::inTurn);
    }

    private Future<Void> inTurn(List<ParkedEvent> events) {
        Future<Void> chain = Future.succeededFuture();
        for (ParkedEvent event : events) {
            chain = chain.compose(before -> withSuccessors(event).recover(failure -> {
                LOG.warn("parked event {} of {} waits on: {}", event.sequence(), event.subject(), failure.toString());
                return Future.succeededFuture();
            }));
        }
        return chain;
    }

    private Future<Void> withSuccessors(ParkedEvent event) {
        return retry(event)
                .compose(successor -> successor
                        ? after(event.record().topic(), event.subject(), event.sequence())
                        : Future.succeededFuture());
    }

    /** @return whether it was handled and its successor is parked */
    private Future<Boolean> retry(ParkedEvent candidate) {
        IncomingEvent event;
        try {
            ConsumedRecord record = candidate.record();
            event = Envelopes.parse(record.topic(), record.key(), record.envelope());
        } catch (PoisonEvent e) {
            return bury(candidate, Optional.empty(), e.toString());
        }
        return transactions
                .inTransaction(event.type(), tx -> parked.lock(tx, candidate.id())
                        .compose(row -> row.isEmpty() ? Future.succeededFuture(false) : attempt(tx, row.get(), event)))
                .recover(failure -> {
                    if (failure instanceof PoisonEvent) {
                        return bury(candidate, Optional.of(event), failure.toString());
                    }
                    if (failure instanceof Postponed) {
                        return candidate.overdue()
                                ? bury(candidate, Optional.of(event), "not yet, for too long: " + failure.getMessage())
                                : Future.succeededFuture(false);
                    }
                    return Future.failedFuture(failure);
                });
    }

    private Future<Boolean> attempt(Tx tx, ParkedEvent row, IncomingEvent event) {
        return inbox.look(tx, event).compose(place -> switch (place) {
            case DUPLICATE -> parked.delete(tx, row.id()).map(false);
            case BLOCKED -> Future.succeededFuture(false);
            case GAP ->
                row.overdue()
                        ? buryIn(tx, row, Optional.of(event), row.reason()).map(false)
                        : Future.succeededFuture(false);
            case NEXT ->
                handlers.handle(event, tx)
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
