package io.redress.e2e.planted;

import java.util.List;

/** On the way from a committed write to the broker. */
final class OutboxBugs {

    private static final String KIT = "service-kit";
    private static final String STORE = "io.redress.kit.messaging.OutboxStore";
    private static final String RELAY = "io.redress.kit.messaging.OutboxRelay";
    private static final String PATH = "io.redress.kit.http.CommandPath";

    private OutboxBugs() {}

    static List<Planted> all() {
        return List.of(outsideTheStatement(), behindTheLastId(), deletedFirst(), orderedByTime());
    }

    private static Planted outsideTheStatement() {
        return Planted.of(
                "outbox-outside-the-statement",
                "a command's events are committed after it, by a second transaction",
                Exposure.CRASH_POINTS,
                "openCase, AFTER_COMMIT: cases\\.events\\.v1 lacks CaseOpened",
                Planted.MESSAGING,
                Edit.of(KIT, PATH, ".inTransaction(call.operationId(), tx -> once(call, tx))", """
                        .inTransaction(call.operationId(), tx -> once(call, tx))
                        .compose(result -> publishLate(call).map(result))"""),
                Edit.of(KIT, PATH, "return call.key().isPresent() ? write.with(", """
                        LATE.put(call.context(), write.events());
                        write = withoutOutbox(write);
                        return call.key().isPresent() ? write.with("""),
                Edit.of(KIT, PATH, "private static final int ATTEMPTS = 3;", """
                        private static final int ATTEMPTS = 3;

                        private static final java.util.Map<CommandContext, java.util.List<io.redress.kit.messaging.RecordedEvent>>
                                LATE = java.util.Collections.synchronizedMap(new java.util.IdentityHashMap<>());

                        private static Write withoutOutbox(Write write) {
                            Write rest = Write.none();
                            for (Write.Fragment fragment : write.fragments()) {
                                rest = rest.with(fragment);
                            }
                            return rest.with(new io.redress.kit.messaging.Recorded(null, write.events().stream()
                                    .map(event -> new io.redress.kit.messaging.RecordedEvent(
                                            event.eventId(), "", event.key(), event.subject(), event.sequence(),
                                            event.version(), event.type(), event.businessTime(), event.actor(),
                                            event.envelope(), event.correlationId(), event.traceId(), event.salt(),
                                            event.digest(), event.previousHash(), event.hash()))
                                    .toList()));
                        }

                        private Future<Void> publishLate(Call<?> call) {
                            java.util.List<io.redress.kit.messaging.RecordedEvent> events = LATE.remove(call.context());
                            return events == null ? Future.succeededFuture() : database.inTransaction(tx -> {
                                Future<Void> written = Future.succeededFuture();
                                for (io.redress.kit.messaging.RecordedEvent event : events) {
                                    if (event.published()) {
                                        written = written.compose(before -> tx.query(
                                                        "INSERT INTO outbox (event_id, topic, key, subject, sequence, envelope)"
                                                                + " VALUES ($1, $2, $3, $4, $5, $6)",
                                                        io.vertx.sqlclient.Tuple.of(event.eventId(), event.topic(), event.key(),
                                                                event.subject(), event.sequence(), event.envelope()))
                                                .mapEmpty());
                                    }
                                }
                                return written;
                            });
                        }"""));
    }

    private static Planted behindTheLastId() {
        return Planted.of(
                "relay-reads-behind-the-last-id",
                "an event whose id was taken earlier but committed later, or whose send failed, is never published",
                Exposure.BROKER_OUTAGE,
                "^I6: .*outboxRows",
                Planted.MESSAGING,
                Edit.of(KIT, STORE, "AND key <> ALL ($3::text[])", "AND key <> ALL ($3::text[]) AND id > $5"),
                Edit.of(KIT, STORE, ".addInteger(limit);", ".addInteger(limit).addLong(last);"),
                Edit.of(
                        KIT,
                        STORE,
                        "found.add(new OutboxRow(",
                        "last = Math.max(last, row.getLong(\"id\")); found.add(new OutboxRow("),
                Edit.of(
                        KIT,
                        STORE,
                        "/** Holds as long as the connection lives. */",
                        "private volatile long last; /** Holds as long as the connection lives. */"));
    }

    private static Planted deletedFirst() {
        return Planted.of(
                "outbox-deleted-before-the-acknowledgement",
                "events that the broker did not take are gone",
                Exposure.BROKER_OUTAGE,
                "^I6: .*(holds them up to #|parked|dead letter)",
                Planted.MESSAGING,
                Edit.of(KIT, RELAY, "return sender.send(rows).compose(outcome -> settle(", """
                        return store.delete(held, rows.stream().map(OutboxRow::id).toList())
                                .compose(deleted -> sender.send(rows))
                                .compose(outcome -> settle("""));
    }

    private static Planted orderedByTime() {
        return Planted.of(
                "outbox-ordered-by-time",
                "events are published in the order in which their transactions began, those of one in any order",
                Exposure.SLOW_POSTGRES,
                "^I6: .* comes first after #",
                Planted.MESSAGING,
                Edit.of(KIT, STORE, "ORDER BY id LIMIT $4", "ORDER BY created_at, id DESC LIMIT $4"));
    }
}
