package io.redress.kit.http;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Stored answers, by operation, caller and key. The lock of a key lasts as long as its transaction. */
final class IdempotencyStore {

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked";
    private static final String FIND =
            "SELECT request_hash, status, headers, body FROM idempotency WHERE operation = $1 AND caller = $2 AND key = $3";
    private static final String STORE = """
            INSERT INTO idempotency (operation, caller, key, request_hash, status, headers, body)
            VALUES ($1::text, $2::text, $3::text, $4::bytea, $5::smallint, $6::text, $7::bytea)""";

    /** Whose key it is and what was asked with it. */
    record Key(String operation, String caller, String key, byte[] requestHash) {}

    /** The answer given before, with the hash of the request it answered. */
    record Stored(byte[] requestHash, HttpAnswer answer) {}

    /** False when a twin holds the key. */
    Future<Boolean> tryLock(Tx tx, Key key) {
        String text = key.operation() + '\n' + key.caller() + '\n' + key.key();
        return tx.query(LOCK, Tuple.of(text)).map(rows -> rows.iterator().next().getBoolean("locked"));
    }

    Future<Optional<Stored>> find(Tx tx, Key key) {
        return tx.query(FIND, Tuple.of(key.operation(), key.caller(), key.key()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    Row row = rows.iterator().next();
                    Map<String, String> headers = new LinkedHashMap<>();
                    new JsonObject(row.getString("headers"))
                            .forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
                    HttpAnswer answer = new HttpAnswer(
                            row.getInteger("status"),
                            headers,
                            row.getBuffer("body").getBytes());
                    return Optional.of(new Stored(row.getBuffer("request_hash").getBytes(), answer));
                });
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
