package io.redress.kit.messaging;

import io.redress.kit.pg.Transactions;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Settles one record as it comes from the broker: handled, dropped as a duplicate, parked or given up. Whatever it is
 * commits together with the partition's offset. Fails only if nothing was settled: with {@link Fenced}, or with a
 * transient failure after which the same record is to be settled again.
 */
final class RecordSettlement {

    private final Transactions transactions;
    private final Handlers handlers;
    private final Burial burial;
    private final Duration patience;
    private final OffsetStore offsets = new OffsetStore();
    private final InboxStore inbox = new InboxStore();
    private final ParkedStore parked = new ParkedStore();

    /** @param patience how long a parked event may wait, in machine time */
    RecordSettlement(Transactions transactions, Handlers handlers, Burial burial, Duration patience) {
        this.transactions = transactions;
        this.handlers = handlers;
        this.burial = burial;
        this.patience = patience;
    }

    /** @return the event, if it was handled and its successor is parked */
    Future<Optional<IncomingEvent>> settle(ConsumedRecord record, long expectedOffset) {
        IncomingEvent event;
        try {
            event = Envelopes.parse(record.topic(), record.key(), record.envelope());
        } catch (PoisonEvent e) {
            return bury(record, expectedOffset, Optional.empty(), e);
        }
        return transactions
                .inTransaction(event.type(), tx -> inbox.claim(tx, record, expectedOffset, event)
                        .compose(place -> place(tx, record, event, place)))
                .recover(failure -> {
                    if (failure instanceof Postponed) {
                        return park(record, expectedOffset, event, failure.getMessage());
                    }
                    if (failure instanceof PoisonEvent) {
                        return bury(record, expectedOffset, Optional.of(event), failure);
                    }
                    return Future.failedFuture(failure);
                });
    }

    /** The way out for a record that fails again and again although the database works. */
    Future<Optional<IncomingEvent>> giveUp(ConsumedRecord record, long expectedOffset, Throwable failure) {
        Optional<IncomingEvent> event;
        try {
            event = Optional.of(Envelopes.parse(record.topic(), record.key(), record.envelope()));
        } catch (PoisonEvent e) {
            event = Optional.empty();
        }
        return bury(record, expectedOffset, event, failure);
    }

    private Future<Optional<IncomingEvent>> place(Tx tx, ConsumedRecord record, IncomingEvent event, Place place) {
        return switch (place) {
            case DUPLICATE -> Future.succeededFuture(Optional.empty());
            case BLOCKED ->
                parked.insert(tx, record, event, "its key has an open dead letter", patience)
                        .map(Optional.empty());
            case GAP ->
                parked.insert(tx, record, event, "an earlier event of its subject is missing", patience)
                        .map(Optional.empty());
            case NEXT ->
                handlers.handle(event, tx)
                        .compose(handled -> inbox.handled(tx, event.topic(), event.subject(), event.sequence()))
                        .map(successor -> successor ? Optional.of(event) : Optional.empty());
        };
    }

    private Future<Optional<IncomingEvent>> park(
            ConsumedRecord record, long expectedOffset, IncomingEvent event, String reason) {
        return transactions.inTransaction(event.type(), tx -> offsets.advance(tx, record, expectedOffset)
                .compose(advanced -> parked.insert(tx, record, event, reason, patience))
                .map(Optional.empty()));
    }

    private Future<Optional<IncomingEvent>> bury(
            ConsumedRecord record, long expectedOffset, Optional<IncomingEvent> event, Throwable cause) {
        String purpose = event.map(IncomingEvent::type).orElse(record.topic());
        return transactions.inTransaction(purpose, tx -> offsets.advance(tx, record, expectedOffset)
                .compose(advanced -> burial.bury(tx, record, event, Causes.of(cause)))
                .map(Optional.empty()));
    }
}
