package io.redress.kit.messaging;

import io.redress.kit.messaging.DeadLetter.Attempt;
import io.redress.kit.messaging.DeadLetter.Closing;
import io.redress.kit.messaging.DeadLetter.State;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table dead_letter. */
final class DeadLetterStore {

    private static final int CAUSE_LIMIT = 2_000;

    // A record that is read again, because its topic is, is the same dead letter.
    private static final String INSERT = """
            INSERT INTO dead_letter (topic, partition, record_offset, key, subject, sequence, envelope, cause)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (topic, partition, record_offset, md5(envelope))
                DO UPDATE SET state = 'OPEN', cause = excluded.cause, closed_at = NULL, closed_by = NULL, note = NULL
            """;

    private static final String COLUMNS = """
            SELECT id, state, topic, partition, record_offset, key, subject, sequence, envelope, cause, opened_at,
                   attempts, attempted_at, attempt_cause, closed_at, closed_by, note
            FROM dead_letter
            """;

    // A page of envelopes could be as large as the broker's largest records together.
    private static final String WITHOUT_ENVELOPES = COLUMNS.replace(" envelope,", " '' AS envelope,");

    private static final String LIST = WITHOUT_ENVELOPES + """
            WHERE state = $1 AND ($2::text IS NULL OR topic = $2) AND ($3::text IS NULL OR key = $3) AND id > $4
            ORDER BY id
            LIMIT $5
            """;

    private static final String FIND = COLUMNS + "WHERE id = $1";

    private static final String LOCK_OPEN = COLUMNS + "WHERE id = $1 AND state = 'OPEN' FOR UPDATE";

    private static final String FIRST_OPEN =
            COLUMNS + "WHERE topic = $1 AND key = $2 AND state = 'OPEN' ORDER BY id LIMIT 1";

    // Those not tried yet first, then those whose last try is longest ago: calls that are cut off go round all keys.
    private static final String OPEN_KEYS = """
            SELECT topic, key FROM dead_letter WHERE state = 'OPEN'
            GROUP BY topic, key
            ORDER BY max(attempted_at) NULLS FIRST, min(id)
            LIMIT $1
            """;

    private static final String REPLAYED = """
            UPDATE dead_letter
            SET state = 'REPLAYED', closed_at = now(), closed_by = $2, attempts = attempts + 1, attempted_at = now(),
                attempt_cause = NULL
            WHERE id = $1
            """;

    private static final String FAILED = """
            UPDATE dead_letter SET attempts = attempts + 1, attempted_at = now(), attempt_cause = $2
            WHERE id = $1 AND state = 'OPEN'
            """;

    private static final String DISCARD = """
            UPDATE dead_letter SET state = 'DISCARDED', closed_at = $2::timestamptz, closed_by = $3::text, note = $4::text
            WHERE id = $1::bigint AND state = 'OPEN'""";

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

    /** In order of id, behind {@code after}, with empty envelopes. */
    Future<List<DeadLetter>> list(Tx tx, DeadLetterFilter filter, long after, int limit) {
        Tuple arguments = Tuple.of(
                filter.state().name(), filter.topic().orElse(null), filter.key().orElse(null), after, limit);
        return tx.query(LIST, arguments).map(DeadLetterStore::all);
    }

    Future<Optional<DeadLetter>> find(Tx tx, long id) {
        return tx.query(FIND, Tuple.of(id)).map(rows -> all(rows).stream().findFirst());
    }

    /** The open one with this id, locked for this transaction. */
    Future<Optional<DeadLetter>> lockOpen(Tx tx, long id) {
        return tx.query(LOCK_OPEN, Tuple.of(id)).map(rows -> all(rows).stream().findFirst());
    }

    /** The first open one of the key. */
    Future<Optional<DeadLetter>> firstOpen(Tx tx, String topic, String key) {
        return tx.query(FIRST_OPEN, Tuple.of(topic, key))
                .map(rows -> all(rows).stream().findFirst());
    }

    Future<List<Replays.Key>> openKeys(Tx tx, int limit) {
        return tx.query(OPEN_KEYS, Tuple.of(limit)).map(rows -> {
            List<Replays.Key> keys = new ArrayList<>(rows.size());
            rows.forEach(row -> keys.add(new Replays.Key(row.getString("topic"), row.getString("key"))));
            return List.copyOf(keys);
        });
    }

    /** Closes one that was handled in this transaction. */
    Future<Void> replayed(Tx tx, long id, String by) {
        return tx.query(REPLAYED, Tuple.of(id, by)).mapEmpty();
    }

    /** Notes an attempt that failed. */
    Future<Void> failed(Tx tx, long id, String cause) {
        return tx.query(FAILED, Tuple.of(id, shortened(cause))).mapEmpty();
    }

    /** Guarded by its being open. */
    Write discard(long id, Closing how) {
        return Write.guarded(
                DISCARD,
                Tuple.of(
                        id,
                        how.at().atOffset(ZoneOffset.UTC),
                        how.by().orElse(null),
                        how.reason().orElse(null)));
    }

    private static String shortened(String cause) {
        String text = cause.replace('\u0000', '\uFFFD');
        return text.length() <= CAUSE_LIMIT ? text : text.substring(0, CAUSE_LIMIT);
    }

    private static List<DeadLetter> all(RowSet<Row> rows) {
        List<DeadLetter> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Optional<String> failure = Optional.ofNullable(row.getString("attempt_cause"));
            found.add(new DeadLetter(
                    row.getLong("id"),
                    State.valueOf(row.getString("state")),
                    row.getString("topic"),
                    row.getInteger("partition"),
                    row.getLong("record_offset"),
                    row.getString("key"),
                    Optional.ofNullable(row.getString("subject")),
                    Optional.ofNullable(row.getLong("sequence")),
                    row.getString("envelope"),
                    row.getString("cause"),
                    instant(row.getOffsetDateTime("opened_at")),
                    row.getInteger("attempts"),
                    failure.map(cause -> new Attempt(instant(row.getOffsetDateTime("attempted_at")), cause)),
                    closing(row)));
        }
        return List.copyOf(found);
    }

    private static Optional<Closing> closing(Row row) {
        return Optional.ofNullable(row.getOffsetDateTime("closed_at"))
                .map(at -> new Closing(
                        instant(at),
                        Optional.ofNullable(row.getString("closed_by")),
                        Optional.ofNullable(row.getString("note"))));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
