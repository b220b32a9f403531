package io.redress.e2e.planted;

import java.util.List;

/** On the way from a record to what it changes. */
final class ConsumerBugs {

    private static final String KIT = "service-kit";
    private static final String INBOX = "io.redress.kit.messaging.InboxStore";
    private static final String PLACE = "io.redress.kit.messaging.Place";
    private static final String SETTLEMENT = "io.redress.kit.messaging.RecordSettlement";
    private static final String RETRIES = "io.redress.kit.messaging.ParkedRetries";
    private static final String PARKED = "io.redress.kit.messaging.ParkedStore";

    private ConsumerBugs() {}

    static List<Planted> all() {
        return List.of(
                Planted.of(
                        "inbox-row-not-written",
                        "a handled event is not remembered: the next one of its subject seems to come too early",
                        Exposure.WORKLOAD,
                        "^I6: .*(parked|dead letter)",
                        Planted.MESSAGING,
                        Edit.of(KIT, INBOX, """
                                return tx.query(HANDLED, Tuple.of(topic, subject, sequence)).map(rows -> {
                                    Row row = rows.iterator().next();
                                    Fenced.unless(row.getLong("moved") == 1);
                                    return row.getBoolean("successor");
                                });""", "return Future.succeededFuture(false);")),
                Planted.of(
                        "offset-moved-before-the-work",
                        "a record whose handling fails or is cut off is not read again",
                        Exposure.CRASH_POINTS,
                        "consumer NoticeRead, AFTER_COMMIT: the delivery of the statement: expected 1, got 0",
                        Planted.MESSAGING,
                        Edit.of(KIT, SETTLEMENT, """
                                return transactions
                                        .inTransaction(event.type(), tx -> inbox.claim(tx, record, expectedOffset, event)
                                                .compose(place -> place(tx, record, event, place)))""", """
                                return transactions
                                        .inTransaction(event.type(), tx -> inbox.claim(tx, record, expectedOffset, event))
                                        .compose(place -> transactions.inTransaction(
                                                event.type(), tx -> place(tx, record, event, place)))""")),
                Planted.of(
                        "duplicate-not-recognised",
                        "the last event of a subject, told twice, waits for one that never comes",
                        Exposure.DUPLICATES,
                        "^I6: .*(parked|dead letter)",
                        Planted.MESSAGING,
                        Edit.of(KIT, PLACE, "if (sequence <= lastHandled) {", "if (sequence < lastHandled) {")),
                Planted.of(
                        "parked-event-not-released",
                        "an event that came too early is not handled when its turn has come",
                        Exposure.SHUFFLE,
                        "^I6: .*(parked|dead letter)",
                        Planted.MESSAGING,
                        Edit.of(KIT, RETRIES, """
                                return database.read(tx -> parked.find(tx, topic, subject, sequence + 1))
                                        .compose(next -> next.isEmpty() ? Future.succeededFuture() : withSuccessors(next.get(), round));""", "return Future.succeededFuture();"),
                        Edit.of(
                                KIT,
                                PARKED,
                                "AND (p.sequence <= coalesce(i.sequence, 0) + 1 OR p.deadline <= now())",
                                "AND p.sequence <= coalesce(i.sequence, 0)")));
    }
}
