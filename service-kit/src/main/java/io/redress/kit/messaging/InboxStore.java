package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Table inbox: how far each subject of each topic has been handled. */
final class InboxStore {

    // The offset moves in the same statement that looks at the inbox: one round trip for each record.
    private static final String CLAIM = """
            WITH moved AS (
                UPDATE consumer_offset SET next = $4 WHERE topic = $1 AND partition = $2 AND next = $3 RETURNING 1)
            SELECT (SELECT count(*) FROM moved) AS moved,
                   coalesce((SELECT sequence FROM inbox WHERE topic = $1 AND subject = $5), 0) AS last,
                   EXISTS (SELECT 1 FROM dead_letter WHERE topic = $1 AND key = $6 AND state = 'OPEN') AS blocked
            """;

    private static final String LOOK = """
            SELECT coalesce((SELECT sequence FROM inbox WHERE topic = $1 AND subject = $2), 0) AS last,
                   EXISTS (SELECT 1 FROM dead_letter WHERE topic = $1 AND key = $3 AND state = 'OPEN') AS blocked
            """;

    private static final String HANDLED = """
            WITH moved AS (
                INSERT INTO inbox AS i (topic, subject, sequence) VALUES ($1, $2, $3)
                ON CONFLICT (topic, subject) DO UPDATE SET sequence = excluded.sequence, handled_at = now()
                WHERE i.sequence < excluded.sequence
                RETURNING 1)
            SELECT (SELECT count(*) FROM moved) AS moved,
                   EXISTS (SELECT 1 FROM parked_event WHERE topic = $1 AND subject = $2 AND sequence = $3 + 1) AS successor
            """;

    private static final String CLAIM_ALL = """
            WITH moved AS (
                UPDATE consumer_offset AS o SET next = m.next
                FROM unnest((SELECT $2::integer[]), $3::bigint[], $4::bigint[]) AS m (partition, expected, next)
                WHERE o.topic = $1::text AND o.partition = m.partition AND o.next = m.expected RETURNING 1)
            SELECT (SELECT count(*) FROM moved) AS moved,
                   coalesce((SELECT sequence FROM inbox WHERE topic = $1::text AND subject = e.subject), 0) AS last,
                   EXISTS (SELECT 1 FROM dead_letter WHERE topic = $1::text AND key = e.key AND state = 'OPEN') AS blocked
            FROM unnest((SELECT $5::text[]), $6::text[]) WITH ORDINALITY AS e (subject, key, ord) ORDER BY e.ord
            """;

    private static final String HANDLED_ALL = """
            WITH moved AS (
                INSERT INTO inbox AS i (topic, subject, sequence)
                SELECT $1::text, subject, sequence FROM unnest((SELECT $2::text[]), $3::bigint[]) AS e (subject, sequence)
                ORDER BY subject
                ON CONFLICT (topic, subject) DO UPDATE SET sequence = excluded.sequence, handled_at = now()
                WHERE i.sequence < excluded.sequence
                RETURNING 1)
            SELECT (SELECT count(*) FROM moved) AS moved,
                   (SELECT true FROM parked_event
                    WHERE topic = $1::text AND subject = e.subject AND sequence = e.sequence + 1) IS TRUE AS successor
            FROM unnest((SELECT $2::text[]), $3::bigint[]) WITH ORDINALITY AS e (subject, sequence, ord) ORDER BY e.ord
            """;

    private static final String SKIP = """
            INSERT INTO inbox AS i (topic, subject, sequence)
            SELECT $1::text, $2::text, $3::bigint
            WHERE NOT EXISTS (
                SELECT 1 FROM parked_event WHERE topic = $1::text AND subject = $2::text AND sequence < $3::bigint)
            ON CONFLICT (topic, subject) DO UPDATE SET sequence = excluded.sequence, handled_at = now()
            WHERE i.sequence < excluded.sequence""";

    /** Moves the offset past the record and says where its event stands; fails with {@link Fenced}. */
    Future<Place> claim(Tx tx, ConsumedRecord record, long expectedOffset, IncomingEvent event) {
        return tx.query(
                        CLAIM,
                        Tuple.of(
                                record.topic(),
                                record.partition(),
                                expectedOffset,
                                record.offset() + 1,
                                event.subject(),
                                record.key()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    Fenced.unless(row.getLong("moved") == 1);
                    return Place.of(event.sequence(), row.getLong("last"), row.getBoolean("blocked"));
                });
    }

    /** Where a parked event stands now. */
    Future<Place> look(Tx tx, IncomingEvent event) {
        return tx.query(LOOK, Tuple.of(event.topic(), event.subject(), event.key()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return Place.of(event.sequence(), row.getLong("last"), row.getBoolean("blocked"));
                });
    }

    /**
     * Notes the event as handled; true if its successor is parked. Fails with {@link Fenced} if somebody else has
     * handled it meanwhile.
     */
    Future<Boolean> handled(Tx tx, String topic, String subject, long sequence) {
        return tx.query(HANDLED, Tuple.of(topic, subject, sequence)).map(rows -> {
            Row row = rows.iterator().next();
            Fenced.unless(row.getLong("moved") == 1);
            return row.getBoolean("successor");
        });
    }

    /**
     * Moves the offsets of partitions of one topic and says where events of theirs, which are of different subjects, stand;
     * fails with {@link Fenced} unless every offset is the expected one.
     *
     * @param moves where each partition is read from next
     */
    Future<List<Place>> claimAll(Tx tx, Map<AssignedPartition, Long> moves, List<IncomingEvent> events) {
        Tuple arguments = Tuple.of(events.get(0).topic())
                .addArrayOfInteger(moves.keySet().stream()
                        .map(partition -> partition.id().getPartition())
                        .toArray(Integer[]::new))
                .addArrayOfLong(
                        moves.keySet().stream().map(AssignedPartition::next).toArray(Long[]::new))
                .addArrayOfLong(moves.values().toArray(Long[]::new))
                .addArrayOfString(subjects(events))
                .addArrayOfString(events.stream().map(IncomingEvent::key).toArray(String[]::new));
        return tx.query(CLAIM_ALL, arguments).map(rows -> {
            List<Place> places = new ArrayList<>();
            for (Row row : rows) {
                Fenced.unless(row.getLong("moved") == moves.size());
                places.add(
                        Place.of(events.get(places.size()).sequence(), row.getLong("last"), row.getBoolean("blocked")));
            }
            return places;
        });
    }

    /**
     * Notes events of one topic and different subjects as handled; those whose successors are parked. Fails with
     * {@link Fenced} if somebody else has handled one of them meanwhile.
     */
    Future<List<IncomingEvent>> handledAll(Tx tx, List<IncomingEvent> events) {
        Tuple arguments = Tuple.of(events.get(0).topic())
                .addArrayOfString(subjects(events))
                .addArrayOfLong(events.stream().map(IncomingEvent::sequence).toArray(Long[]::new));
        return tx.query(HANDLED_ALL, arguments).map(rows -> {
            List<IncomingEvent> followed = new ArrayList<>();
            int index = 0;
            for (Row row : rows) {
                Fenced.unless(row.getLong("moved") == events.size());
                if (row.getBoolean("successor")) {
                    followed.add(events.get(index));
                }
                index++;
            }
            return followed;
        });
    }

    private static String[] subjects(List<IncomingEvent> events) {
        return events.stream().map(IncomingEvent::subject).toArray(String[]::new);
    }

    /** Takes everything up to this sequence as done, unless an earlier event is parked; never goes back. */
    Write.Fragment skip(String topic, String subject, long sequence) {
        return new Write.Fragment(SKIP, Tuple.of(topic, subject, sequence), false);
    }
}
