package io.redress.gateway.proxy;

import io.redress.kit.trace.TraceParent;
import io.vertx.core.MultiMap;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The W3C trace context of a request: the caller's if it is well-formed, otherwise one that begins here.
 *
 * @param fromCaller whether the parent is a step of the caller's
 * @param state other systems' own, only together with the caller's own parent
 */
record TraceContext(TraceParent parent, boolean fromCaller, Optional<String> state) {

    private static final String STATE = "tracestate";
    private static final int MAX_STATE_CHARS = 512;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TraceContext of(MultiMap headers) {
        List<String> parents = headers.getAll(TraceParent.NAME);
        Optional<TraceParent> parent = parents.size() == 1 ? TraceParent.parse(parents.get(0)) : Optional.empty();
        String state = String.join(",", headers.getAll(STATE));
        boolean kept = parent.isPresent() && !state.isEmpty() && state.length() <= MAX_STATE_CHARS;
        return new TraceContext(
                parent.orElseGet(() -> TraceParent.fresh(RANDOM)),
                parent.isPresent(),
                kept ? Optional.of(state) : Optional.empty());
    }

    /** The caller's step, if there is one. */
    Optional<TraceParent> callers() {
        return fromCaller ? Optional.of(parent) : Optional.empty();
    }

    /** The same with a step of our own in between. */
    TraceContext at(TraceParent step) {
        return new TraceContext(step, fromCaller, state);
    }

    void put(MultiMap headers) {
        headers.set(TraceParent.NAME, parent.header());
        headers.remove(STATE);
        state.ifPresent(kept -> headers.set(STATE, kept));
    }
}
