package io.redress.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;

/** One request. */
public record Call(HttpMethod method, String path, Map<String, String> headers, Buffer body) {

    public static Call get(String path, String token) {
        return new Call(HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), Buffer.buffer());
    }

    public static Call post(String path, String token, String idempotencyKey, String json) {
        return new Call(
                HttpMethod.POST,
                path,
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        idempotencyKey,
                        "Content-Type",
                        "application/json"),
                Buffer.buffer(json));
    }

    /** With a further header. */
    public Call with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }
}
