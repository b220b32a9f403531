package io.redress.kit.http;

import io.redress.kit.outcome.Refusal;

/** Carries the refusal of a read through a future to the edge. */
public final class RefusedRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedRead(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
