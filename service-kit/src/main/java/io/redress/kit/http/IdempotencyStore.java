package io.redress.kit.http;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stored answers, by operation, caller and key. The lock of a key lasts as long as its transaction. */
final class IdempotencyStore {

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked";
    private static final String FIND =
            "SELECT request_hash, status, headers, body FROM idempotency WHERE operation = $1 AND caller = $2 AND key = $3";

    private static final String LOCK_ALL = """
            SELECT pg_try_advisory_xact_lock(hashtextextended(k.name, 0)) AS locked
            FROM unnest((SELECT $1::text[])) WITH ORDINALITY AS k (name, ord) ORDER BY k.ord""";

    // The limit makes it one look into the index for each key, whatever the planner thinks of the table's size.
    private static final String FIND_ALL = """
            SELECT k.ord, i.request_hash, i.status, i.headers, i.body
            FROM unnest((SELECT $1::text[]), $2::text[], $3::text[]) WITH ORDINALITY AS k (operation, caller, key, ord)
            CROSS JOIN LATERAL (
                SELECT request_hash, status, headers, body FROM idempotency
                WHERE operation = k.operation AND caller = k.caller AND key = k.key LIMIT 1) i""";

    private static final String STORE = """
            INSERT INTO idempotency (operation, caller, key, request_hash, status, headers, body)
            VALUES ($1::text, $2::text, $3::text, $4::bytea, $5::smallint, $6::text, $7::bytea)""";

    /** Whose key it is and what was asked with it. */
    record Key(String operation, String caller, String key, byte[] requestHash) {

        /** What is locked while it is in use. */
        String lockName() {
            return operation + '\n' + caller + '\n' + key;
        }
    }

    /** The answer given before, with the hash of the request it answered. */
    record Stored(byte[] requestHash, HttpAnswer answer) {}

    /** False when a twin holds the key. */
    Future<Boolean> tryLock(Tx tx, Key key) {
        return tx.query(LOCK, Tuple.of(key.lockName()))
                .map(rows -> rows.iterator().next().getBoolean("locked"));
    }

    /** For each key, which are all different, whether no twin holds it. */
    Future<List<Boolean>> tryLockAll(Tx tx, List<Key> keys) {
        return tx.query(LOCK_ALL, Tuple.tuple().addArrayOfString(texts(keys, Key::lockName)))
                .map(rows -> {
                    List<Boolean> locked = new ArrayList<>(keys.size());
                    rows.forEach(row -> locked.add(row.getBoolean("locked")));
                    return locked;
                });
    }

    Future<Optional<Stored>> find(Tx tx, Key key) {
        return tx.query(FIND, Tuple.of(key.operation(), key.caller(), key.key()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(stored(rows.iterator().next())));
    }

    /** What is stored under each key, in the order of the keys. */
    Future<List<Optional<Stored>>> findAll(Tx tx, List<Key> keys) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(texts(keys, Key::operation))
                .addArrayOfString(texts(keys, Key::caller))
                .addArrayOfString(texts(keys, Key::key));
        return tx.query(FIND_ALL, arguments).map(rows -> {
            List<Optional<Stored>> found = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
            rows.forEach(row -> found.set(row.getInteger("ord") - 1, Optional.of(stored(row))));
            return found;
        });
    }

    private static Stored stored(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        new JsonObject(row.getString("headers"))
                .forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
        HttpAnswer answer = new HttpAnswer(
                row.getInteger("status"), headers, row.getBuffer("body").getBytes());
        return new Stored(row.getBuffer("request_hash").getBytes(), answer);
    }

    private static String[] texts(List<Key> keys, Function<Key, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    Write.Fragment store(Key key, HttpAnswer answer) {
        JsonObject headers = new JsonObject();
        answer.headers().forEach(headers::put);
        return new Write.Fragment(
                STORE,
                Tuple.of(
                        key.operation(),
                        key.caller(),
                        key.key(),
                        Buffer.buffer(key.requestHash()),
                        (short) answer.status(),
                        headers.encode(),
                        Buffer.buffer(answer.body())),
                false);
    }
}
