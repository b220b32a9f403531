package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of table outbox, and the lock that makes its reader the only one. */
class OutboxStore {

    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held";

    // What is there, never what comes after the last id: ids are not handed out in the order of commits.
    private static final String READ = """
            SELECT id, topic, key, envelope, created_at
            FROM outbox
            WHERE (hashtext(key) & 2147483647) % $1 = $2 AND key <> ALL ($3::text[])
            ORDER BY id
            LIMIT $4
            """;

    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY ($1::bigint[])";

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, key, subject, sequence, envelope) VALUES ($1, $2, $3, $4, $5, $6)
            """;

    /** Holds as long as the connection lives. */
    Future<Boolean> lock(SqlConnection connection, String schema, Shard shard) {
        String name = "outbox:" + schema + ":" + shard.number() + "/" + shard.of();
        return connection.preparedQuery(LOCK).execute(Tuple.of(name)).map(rows -> rows.iterator()
                .next()
                .getBoolean("held"));
    }

    /** The oldest rows of the shard in order of id, without those of the given keys. */
    Future<List<OutboxRow>> read(SqlConnection connection, Shard shard, Collection<String> withoutKeys, int limit) {
        Tuple arguments = Tuple.of(shard.of(), shard.number())
                .addArrayOfString(withoutKeys.toArray(String[]::new))
                .addInteger(limit);
        return connection.preparedQuery(READ).execute(arguments).map(rows -> {
            List<OutboxRow> found = new ArrayList<>(rows.size());
            for (Row row : rows) {
                OffsetDateTime createdAt = row.getOffsetDateTime("created_at");
                found.add(new OutboxRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("envelope"),
                        createdAt.toInstant()));
            }
            return List.copyOf(found);
        });
    }

    Future<Void> delete(SqlConnection connection, List<Long> ids) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)))
                .mapEmpty();
    }

    /** A copy for the dead letter topic, which travels like every other event. */
    Future<Void> insertDeadLetter(Tx tx, ConsumedRecord record, String deadLetterTopic) {
        String id = "dlt:" + record.topic() + "/" + record.partition() + "/" + record.offset();
        return tx.query(INSERT, Tuple.of(id, deadLetterTopic, record.key(), record.key(), 0L, record.envelope()))
                .mapEmpty();
    }
}
