package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.seal.DetectionRecords;
import io.redress.penalties.app.seal.Sealed;
import io.redress.penalties.domain.seal.ReaderRole;
import io.redress.penalties.domain.seal.Reading;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables detection_record and detection_record_reading. */
public final class PgDetectionRecords implements DetectionRecords {

    private static final String FIND = """
            SELECT penalty_id, key_id, nonce, ciphertext, sealed_at, version, event_sequence, chain_head
            FROM detection_record WHERE penalty_id = $1""";

    private static final String INSERT = """
            INSERT INTO detection_record (penalty_id, key_id, nonce, ciphertext, sealed_at, version, event_sequence, chain_head)
            VALUES ($1::text, $2::text, $3::bytea, $4::bytea, $5::timestamptz, $6::bigint, $7::bigint, $8::bytea)""";

    private static final String TOUCH = """
            UPDATE detection_record SET version = $2::bigint, event_sequence = $3::bigint, chain_head = $4::bytea
            WHERE penalty_id = $1::text AND version = $5::bigint""";

    private static final String INSERT_READING = """
            INSERT INTO detection_record_reading (id, penalty_id, read_by, role, purpose, read_at)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz)""";

    private static final String READINGS = """
            SELECT id, penalty_id, read_by, role, purpose, read_at FROM detection_record_reading
            WHERE penalty_id = $1
              AND position > coalesce((SELECT position FROM detection_record_reading WHERE id = $2 AND penalty_id = $1), 0)
            ORDER BY position LIMIT $3""";

    private static final String OLDER = """
            SELECT penalty_id, key_id, nonce, ciphertext, sealed_at FROM detection_record
            WHERE key_id <> $1 AND key_id = ANY($2::text[]) AND penalty_id > $3 ORDER BY penalty_id LIMIT $4""";

    private static final String UNKNOWN =
            "SELECT count(*) AS records FROM detection_record WHERE key_id <> ALL($1::text[])";

    private static final String RESEAL = """
            UPDATE detection_record SET key_id = $3::text, nonce = $4::bytea, ciphertext = $5::bytea
            WHERE penalty_id = $1::text AND nonce = $2::bytea""";

    @Override
    public Future<Optional<Loaded<Kept>>> find(Tx tx, String penaltyId) {
        return tx.query(FIND, Tuple.of(penaltyId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Loaded<>(kept(row), Columns.revision(row)));
        });
    }

    @Override
    public Write insert(Kept record, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Tuple.of(
                                record.penaltyId(),
                                record.sealed().keyId(),
                                Buffer.buffer(record.sealed().nonce()),
                                Buffer.buffer(record.sealed().ciphertext()),
                                Columns.time(record.sealedAt()),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }

    @Override
    public Write touch(String penaltyId, Revision before, Recorded recorded) {
        return Write.guarded(
                        TOUCH,
                        Tuple.of(
                                penaltyId,
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead()),
                                before.version()))
                .with(recorded);
    }

    @Override
    public Write insert(Reading reading) {
        return Write.none()
                .with(
                        INSERT_READING,
                        Tuple.of(
                                reading.id(),
                                reading.penaltyId(),
                                reading.readBy(),
                                reading.role().name(),
                                reading.purpose(),
                                Columns.time(reading.readAt())));
    }

    @Override
    public Future<List<Reading>> readings(Tx tx, String penaltyId, Optional<String> after, int limit) {
        return tx.query(READINGS, Tuple.of(penaltyId, after.orElse(""), limit)).map(rows -> {
            List<Reading> readings = new ArrayList<>();
            rows.forEach(row -> readings.add(new Reading(
                    row.getString("id"),
                    row.getString("penalty_id"),
                    row.getString("read_by"),
                    ReaderRole.valueOf(row.getString("role")),
                    row.getString("purpose"),
                    Columns.instant(row, "read_at"))));
            return readings;
        });
    }

    @Override
    public Future<List<Kept>> underOlderKeys(Tx tx, String current, Set<String> known, String after, int limit) {
        Tuple arguments = Tuple.of(current)
                .addArrayOfString(known.toArray(String[]::new))
                .addString(after)
                .addInteger(limit);
        return tx.query(OLDER, arguments).map(rows -> {
            List<Kept> records = new ArrayList<>();
            rows.forEach(row -> records.add(kept(row)));
            return records;
        });
    }

    @Override
    public Future<Long> underUnknownKeys(Tx tx, Set<String> known) {
        return tx.query(UNKNOWN, Tuple.tuple().addArrayOfString(known.toArray(String[]::new)))
                .map(rows -> rows.iterator().next().getLong("records"));
    }

    @Override
    public Write reseal(Kept before, Sealed after) {
        return Write.none()
                .with(
                        RESEAL,
                        Tuple.of(
                                before.penaltyId(),
                                Buffer.buffer(before.sealed().nonce()),
                                after.keyId(),
                                Buffer.buffer(after.nonce()),
                                Buffer.buffer(after.ciphertext())));
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getString("penalty_id"),
                new Sealed(
                        row.getString("key_id"),
                        row.getBuffer("nonce").getBytes(),
                        row.getBuffer("ciphertext").getBytes()),
                Columns.instant(row, "sealed_at"));
    }
}
