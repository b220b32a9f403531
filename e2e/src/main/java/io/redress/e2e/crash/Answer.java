package io.redress.e2e.crash;

import java.util.Map;

/**
 * What came back.
 *
 * @param kept the headers that a replay repeats: ETag and Location
 */
record Answer(int status, String body, Map<String, String> kept, boolean replayed) {

    boolean good() {
        return status >= 200 && status < 300;
    }

    /** It may come to a better end with the same key: the first request is still running, or somebody is away. */
    boolean passing() {
        return status >= 500 || status == 429 || (status == 409 && body.contains("idempotency-key-running"));
    }

    /** The same bytes, whether or not one of them is a repetition. */
    boolean sameAs(Answer other) {
        return status == other.status && body.equals(other.body) && kept.equals(other.kept);
    }

    String brief() {
        return status + " " + (body.length() > 160 ? body.substring(0, 160) + "…" : body);
    }
}
