package io.redress.gateway.access.store;

import io.redress.gateway.access.app.ApiKeys;
import io.redress.gateway.access.domain.ApiKey;
import io.redress.gateway.access.domain.SecretHash;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables api_key and api_key_use. */
public final class PgApiKeys implements ApiKeys {

    private static final String FIND = """
            SELECT key_id, machine_id, description, created_at, created_by, expires_at, secret_hash, rotated_at,
                   old_secret_hash, old_secret_until, revoked_at, version, event_sequence, chain_head
            FROM api_key WHERE key_id = $1""";

    private static final String LIST = """
            SELECT k.key_id, machine_id, description, created_at, created_by, expires_at, secret_hash, rotated_at,
                   old_secret_hash, old_secret_until, revoked_at, u.last_used
            FROM api_key k LEFT JOIN api_key_use u ON u.key_id = k.key_id
            WHERE k.key_id > $1 ORDER BY k.key_id LIMIT $2""";

    private static final String INSERT = """
            INSERT INTO api_key (key_id, machine_id, description, created_at, created_by, expires_at, secret_hash,
                version, event_sequence, chain_head)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String UPDATE = """
            UPDATE api_key
            SET version = $3, event_sequence = $4, chain_head = $5, secret_hash = $6, rotated_at = $7,
                old_secret_hash = $8, old_secret_until = $9, revoked_at = $10
            WHERE key_id = $1 AND version = $2""";

    private static final String USED = """
            INSERT INTO api_key_use AS u (key_id, last_used) VALUES ($1, $2)
            ON CONFLICT (key_id) DO UPDATE SET last_used = excluded.last_used WHERE u.last_used < excluded.last_used""";

    @Override
    public Future<Optional<Loaded<ApiKey>>> find(Tx tx, String id) {
        return tx.query(FIND, Columns.tuple(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Loaded<>(key(row), Columns.revision(row)));
        });
    }

    @Override
    public Future<List<Used>> list(Tx tx, String afterId, int limit) {
        return tx.query(LIST, Columns.tuple(afterId, limit)).map(rows -> {
            List<Used> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Used(key(row), Optional.ofNullable(row.getLocalDate("last_used")))));
            return found;
        });
    }

    @Override
    public Write insert(ApiKey key, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Columns.tuple(
                                key.id(),
                                key.machineId(),
                                key.description(),
                                Columns.time(key.createdAt()),
                                key.createdBy(),
                                Columns.time(key.expiresAt()),
                                Buffer.buffer(key.secret().bytes()),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Columns.head(recorded.after())))
                .with(recorded);
    }

    @Override
    public Write update(ApiKey key, Revision guard, Recorded recorded) {
        return Write.guarded(
                        UPDATE,
                        Columns.tuple(
                                key.id(),
                                guard.version(),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Columns.head(recorded.after()),
                                Buffer.buffer(key.secret().bytes()),
                                Columns.time(key.rotatedAt()),
                                key.old()
                                        .map(old -> Buffer.buffer(old.hash().bytes()))
                                        .orElse(null),
                                Columns.time(key.old().map(ApiKey.OldSecret::until)),
                                Columns.time(key.revokedAt())))
                .with(recorded);
    }

    @Override
    public Future<Void> used(Tx tx, String id, LocalDate day) {
        return tx.query(USED, Columns.tuple(id, day)).mapEmpty();
    }

    private static ApiKey key(Row row) {
        Optional<ApiKey.OldSecret> old = Columns.maybeInstant(row, "old_secret_until")
                .map(until -> new ApiKey.OldSecret(
                        new SecretHash(row.getBuffer("old_secret_hash").getBytes()), until));
        return new ApiKey(
                row.getString("key_id"),
                row.getString("machine_id"),
                row.getString("description"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.maybeInstant(row, "expires_at"),
                new SecretHash(row.getBuffer("secret_hash").getBytes()),
                Columns.maybeInstant(row, "rotated_at"),
                old,
                Columns.maybeInstant(row, "revoked_at"));
    }
}
