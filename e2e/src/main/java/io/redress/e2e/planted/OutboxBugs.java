package io.redress.e2e.planted;

import java.util.List;

/** On the way from a committed write to the broker. */
final class OutboxBugs {

    private static final String KIT = "service-kit";
    private static final String STORE = "io.redress.kit.messaging.OutboxStore";
    private static final String RELAY = "io.redress.kit.messaging.OutboxRelay";
    private static final String STATEMENT = "io.redress.kit.pg.WriteStatement";
    private static final String DATABASE = "io.redress.kit.pg.Database";

    private OutboxBugs() {}

    static List<Planted> all() {
        return List.of(outsideTheStatement(), behindTheLastId(), deletedFirst(), orderedByTime());
    }

    private static Planted outsideTheStatement() {
        return Planted.of(
                "outbox-outside-the-statement",
                "a command's events are committed after it, by a second transaction",
                Exposure.KILL,
                Planted.MESSAGING,
                Edit.of(KIT, STATEMENT, "parts.add(outbox(published, allGuardsHeld));", ""),
                Edit.of(KIT, STATEMENT, "private static Write.Fragment outbox(", "static Write.Fragment outbox("),
                Edit.of(KIT, DATABASE, "WriteStatement statement = WriteStatement.of(write);", """
                        LATE.computeIfAbsent(connection, own -> new java.util.ArrayList<>()).addAll(write.events());
                        WriteStatement statement = WriteStatement.of(write);"""),
                Edit.of(
                        KIT,
                        DATABASE,
                        "transaction.commit().map(value)",
                        "transaction.commit().compose(committed -> publishLate(connection)).map(value)"),
                Edit.of(
                        KIT,
                        DATABASE,
                        "private static <T> Future<T> transaction(SqlConnection connection, Function<Tx, Future<T>> work) {",
                        """
                        private static final java.util.Map<SqlConnection, List<io.redress.kit.messaging.RecordedEvent>> LATE =
                                java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

                        private static Future<Void> publishLate(SqlConnection connection) {
                            List<io.redress.kit.messaging.RecordedEvent> events = LATE.remove(connection);
                            if (events == null) {
                                return Future.succeededFuture();
                            }
                            Write.Fragment late = WriteStatement.outbox(
                                    events.stream().filter(io.redress.kit.messaging.RecordedEvent::published).toList(), "true");
                            return connection.preparedQuery(late.sql()).execute(late.arguments()).mapEmpty();
                        }

                        private static <T> Future<T> transaction(SqlConnection connection, Function<Tx, Future<T>> work) {
                            LATE.remove(connection);"""),
                Edit.of(KIT, DATABASE, "import java.util.Set;", "import java.util.List; import java.util.Set;"));
    }

    private static Planted behindTheLastId() {
        return Planted.of(
                "relay-reads-behind-the-last-id",
                "an event whose id was taken earlier but committed later, or whose send failed, is never published",
                Exposure.BROKER_OUTAGE,
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
                Planted.MESSAGING,
                Edit.of(KIT, RELAY, "return sender.send(rows).compose(outcome -> settle(held, outcome));", """
                        return store.delete(held, rows.stream().map(OutboxRow::id).toList())
                                .compose(deleted -> sender.send(rows))
                                .compose(outcome -> settle(held, outcome));"""));
    }

    private static Planted orderedByTime() {
        return Planted.of(
                "outbox-ordered-by-time",
                "events are published in the order in which their transactions began, those of one in any order",
                Exposure.SLOW_POSTGRES,
                Planted.MESSAGING,
                Edit.of(KIT, STORE, "ORDER BY id LIMIT $4", "ORDER BY created_at, id DESC LIMIT $4"));
    }
}
