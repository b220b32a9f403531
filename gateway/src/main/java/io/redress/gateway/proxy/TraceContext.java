package io.redress.gateway.proxy;

import io.vertx.core.MultiMap;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The W3C trace context of a request: the caller's if it is well-formed, otherwise one that begins here.
 *
 * @param traceparent version 00
 * @param tracestate only together with the caller's own traceparent
 */
public record TraceContext(String traceparent, Optional<String> tracestate) {

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int MAX_STATE_CHARS = 512;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TraceContext of(MultiMap headers) {
        List<String> parents = headers.getAll(PARENT);
        if (parents.size() != 1 || !FORM.matcher(parents.get(0)).matches()) {
            return new TraceContext("00-" + random(TRACE_BYTES) + "-" + random(SPAN_BYTES) + "-01", Optional.empty());
        }
        String state = String.join(",", headers.getAll(STATE));
        boolean kept = !state.isEmpty() && state.length() <= MAX_STATE_CHARS;
        return new TraceContext(parents.get(0), kept ? Optional.of(state) : Optional.empty());
    }

    void put(MultiMap headers) {
        headers.set(PARENT, traceparent);
        tracestate.ifPresent(state -> headers.set(STATE, state));
    }

    /** 32 hex digits, the same in every service. */
    String traceId() {
        return traceparent.substring(3, 35);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        do {
            RANDOM.nextBytes(random);
        } while (isZero(random));
        return HexFormat.of().formatHex(random);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
