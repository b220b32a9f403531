package io.redress.e2e.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request of the generator; immutable.
 *
 * @param base which server
 * @param target path and query, encoded
 * @param streams only the head of the answer is waited for
 */
record Sent(
        String base,
        String method,
        String target,
        Map<String, String> headers,
        Optional<byte[]> body,
        boolean streams,
        String what) {

    Sent with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Sent(base, method, target, more, body, streams, what);
    }

    Sent without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Sent(base, method, target, fewer, body, streams, what);
    }

    Sent as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Sent body(byte[] bytes) {
        return new Sent(base, method, target, headers, Optional.of(bytes), streams, what);
    }

    Sent target(String other) {
        return new Sent(base, method, other, headers, body, streams, what);
    }

    /** Asks for more: one part of a query, encoded. */
    Sent query(String part) {
        return target(target + (target.contains("?") ? "&" : "?") + part);
    }

    /** What failures are reported under. */
    Sent called(String name) {
        return new Sent(base, method, target, headers, body, streams, name);
    }

    /** Everything that the caller has said himself. */
    String words() {
        return target + " "
                + body.map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .orElse("");
    }
}
