package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table dead_letter. */
final class DeadLetterStore {

    private static final int CAUSE_LIMIT = 2_000;

    private static final String INSERT = """
            INSERT INTO dead_letter (topic, partition, record_offset, key, subject, sequence, envelope, cause)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (topic, partition, record_offset)
                DO UPDATE SET state = 'OPEN', cause = excluded.cause, closed_at = NULL, note = NULL
            """;

    private static final String COLUMNS = """
            SELECT id, topic, partition, record_offset, key, subject, sequence, envelope, cause, opened_at
            FROM dead_letter
            """;

    private static final String OPEN = COLUMNS + "WHERE state = 'OPEN' ORDER BY id LIMIT $1";

    private static final String LOCK_OPEN = COLUMNS + "WHERE id = $1 AND state = 'OPEN' FOR UPDATE";

    private static final String OPEN_OF_KEY =
            COLUMNS + "WHERE topic = $1 AND key = $2 AND state = 'OPEN' ORDER BY id LIMIT 1 FOR UPDATE";

    private static final String CLOSE = "UPDATE dead_letter SET state = $2, note = $3, closed_at = now() WHERE id = $1";

    /** @param event absent if the record could not be read */
    Future<Void> open(Tx tx, ConsumedRecord record, Optional<IncomingEvent> event, String cause) {
        return tx.query(
                        INSERT,
                        Tuple.of(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                record.key(),
                                event.map(IncomingEvent::subject).orElse(null),
                                event.map(IncomingEvent::sequence).orElse(null),
                                record.envelope(),
                                shortened(cause)))
                .mapEmpty();
    }

    Future<List<DeadLetter>> open(Tx tx, int limit) {
        return tx.query(OPEN, Tuple.of(limit)).map(DeadLetterStore::all);
    }

    /** The open one with this id, locked for this transaction. */
    Future<Optional<DeadLetter>> lockOpen(Tx tx, long id) {
        return tx.query(LOCK_OPEN, Tuple.of(id)).map(rows -> all(rows).stream().findFirst());
    }

    /** The first open one of the key, locked for this transaction. */
    Future<Optional<DeadLetter>> lockFirstOpen(Tx tx, String topic, String key) {
        return tx.query(OPEN_OF_KEY, Tuple.of(topic, key))
                .map(rows -> all(rows).stream().findFirst());
    }

    Future<Void> close(Tx tx, long id, String state, String note) {
        return tx.query(CLOSE, Tuple.of(id, state, note)).mapEmpty();
    }

    private static String shortened(String cause) {
        String text = cause.replace('\u0000', '\uFFFD');
        return text.length() <= CAUSE_LIMIT ? text : text.substring(0, CAUSE_LIMIT);
    }

    private static List<DeadLetter> all(RowSet<Row> rows) {
        List<DeadLetter> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new DeadLetter(
                    row.getLong("id"),
                    row.getString("topic"),
                    row.getInteger("partition"),
                    row.getLong("record_offset"),
                    row.getString("key"),
                    Optional.ofNullable(row.getString("subject")),
                    Optional.ofNullable(row.getLong("sequence")),
                    row.getString("envelope"),
                    row.getString("cause"),
                    row.getOffsetDateTime("opened_at").toInstant()));
        }
        return List.copyOf(found);
    }
}
