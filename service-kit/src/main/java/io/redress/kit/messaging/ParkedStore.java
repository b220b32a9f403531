package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Table parked_event. */
final class ParkedStore {

    private static final String INSERT = """
            INSERT INTO parked_event (topic, partition, record_offset, key, subject, sequence, envelope, reason, deadline)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * interval '1 millisecond')
            ON CONFLICT (topic, subject, sequence) DO NOTHING
            """;

    private static final String COLUMNS = """
            SELECT p.id, p.topic, p.partition, p.record_offset, p.key, p.subject, p.sequence, p.envelope, p.reason,
                   p.deadline <= now() AS overdue
            FROM parked_event p
            """;

    // Those whose turn has come and those that have waited too long; behind an open dead letter nobody's time runs.
    private static final String DUE = COLUMNS + """
            LEFT JOIN inbox i ON i.topic = p.topic AND i.subject = p.subject
            WHERE (p.topic, p.partition) IN (SELECT * FROM unnest((SELECT $1::text[]), $2::int[]))
              AND (p.sequence <= coalesce(i.sequence, 0) + 1 OR p.deadline <= now())
              AND NOT EXISTS (SELECT 1 FROM dead_letter d
                              WHERE d.topic = p.topic AND d.key = p.key AND d.state = 'OPEN')
            ORDER BY p.id
            LIMIT 100
            """;

    private static final String LOCK = COLUMNS + "WHERE p.id = $1 FOR UPDATE OF p";

    private static final String SUCCESSOR = COLUMNS + "WHERE p.topic = $1 AND p.subject = $2 AND p.sequence = $3";

    private static final String OF_KEY =
            COLUMNS + "WHERE p.topic = $1 AND p.key = $2 AND p.id > $3 ORDER BY p.id LIMIT $4";

    private static final String BEFORE =
            COLUMNS + "WHERE p.topic = $1 AND p.subject = $2 AND p.sequence < $3 ORDER BY p.sequence LIMIT 100";

    private static final String LIST = """
            SELECT id, topic, partition, record_offset, key, subject, sequence, reason, parked_at, deadline
            FROM parked_event
            WHERE ($1::text IS NULL OR topic = $1) AND ($2::text IS NULL OR key = $2) AND id > $3
            ORDER BY id
            LIMIT $4
            """;

    private static final String COUNT = "SELECT count(*) AS waiting FROM parked_event WHERE topic = $1 AND key = $2";

    private static final String RENEW = """
            UPDATE parked_event SET deadline = now() + $3::bigint * interval '1 millisecond'
            WHERE topic = $1::text AND key = $2::text""";

    private static final String DELETE = "DELETE FROM parked_event WHERE id = $1";

    Future<Void> insert(Tx tx, ConsumedRecord record, IncomingEvent event, String reason, Duration patience) {
        return tx.query(
                        INSERT,
                        Tuple.of(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                record.key(),
                                event.subject(),
                                event.sequence(),
                                record.envelope(),
                                reason,
                                patience.toMillis()))
                .mapEmpty();
    }

    Future<List<ParkedEvent>> due(Tx tx, Collection<TopicPartition> partitions) {
        String[] topics = partitions.stream().map(TopicPartition::getTopic).toArray(String[]::new);
        Integer[] numbers =
                partitions.stream().map(TopicPartition::getPartition).toArray(Integer[]::new);
        return tx.query(DUE, Tuple.tuple().addArrayOfString(topics).addArrayOfInteger(numbers))
                .map(ParkedStore::all);
    }

    /** The row locked for this transaction, or nothing if it has gone. */
    Future<Optional<ParkedEvent>> lock(Tx tx, long id) {
        return tx.query(LOCK, Tuple.of(id)).map(rows -> all(rows).stream().findFirst());
    }

    Future<Optional<ParkedEvent>> find(Tx tx, String topic, String subject, long sequence) {
        return tx.query(SUCCESSOR, Tuple.of(topic, subject, sequence))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The earlier ones of a subject, in order of sequence; a hundred at most. */
    Future<List<ParkedEvent>> before(Tx tx, String topic, String subject, long sequence) {
        return tx.query(BEFORE, Tuple.of(topic, subject, sequence)).map(ParkedStore::all);
    }

    /** In the order of their arrival, behind {@code after}. */
    Future<List<ParkedEvent>> ofKey(Tx tx, String topic, String key, long after, int limit) {
        return tx.query(OF_KEY, Tuple.of(topic, key, after, limit)).map(ParkedStore::all);
    }

    /** In the order of their arrival, behind {@code after}. */
    Future<List<WaitingEvent>> list(Tx tx, Optional<String> topic, Optional<String> key, long after, int limit) {
        return tx.query(LIST, Tuple.of(topic.orElse(null), key.orElse(null), after, limit))
                .map(ParkedStore::waiting);
    }

    Future<Long> count(Tx tx, String topic, String key) {
        return tx.query(COUNT, Tuple.of(topic, key))
                .map(rows -> rows.iterator().next().getLong("waiting"));
    }

    /** Gives all of a key new time. */
    Future<Void> renew(Tx tx, String topic, String key, Duration patience) {
        return tx.apply(Write.none().with(renewal(topic, key, patience)));
    }

    /** The same as part of a write. */
    Write.Fragment renewal(String topic, String key, Duration patience) {
        return new Write.Fragment(RENEW, Tuple.of(topic, key, patience.toMillis()), false);
    }

    Future<Void> delete(Tx tx, long id) {
        return tx.query(DELETE, Tuple.of(id)).mapEmpty();
    }

    private static List<WaitingEvent> waiting(RowSet<Row> rows) {
        List<WaitingEvent> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new WaitingEvent(
                    row.getLong("id"),
                    row.getString("topic"),
                    row.getInteger("partition"),
                    row.getLong("record_offset"),
                    row.getString("key"),
                    row.getString("subject"),
                    row.getLong("sequence"),
                    row.getString("reason"),
                    row.getOffsetDateTime("parked_at").toInstant(),
                    row.getOffsetDateTime("deadline").toInstant()));
        }
        return List.copyOf(found);
    }

    private static List<ParkedEvent> all(RowSet<Row> rows) {
        List<ParkedEvent> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new ParkedEvent(
                    row.getLong("id"),
                    new ConsumedRecord(
                            row.getString("topic"),
                            row.getInteger("partition"),
                            row.getLong("record_offset"),
                            row.getString("key"),
                            row.getString("envelope")),
                    row.getString("subject"),
                    row.getLong("sequence"),
                    row.getString("reason"),
                    row.getBoolean("overdue")));
        }
        return List.copyOf(found);
    }
}
