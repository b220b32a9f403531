package io.redress.kit.resilience;

/** Another service could not be reached, or its breaker is open. */
public final class PeerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String peer;
    private final int retryAfterSeconds;

    public PeerUnavailable(String peer, int retryAfterSeconds, Throwable cause) {
        super(peer + " is not available", cause);
        this.peer = peer;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public String peer() {
        return peer;
    }

    /** When to come back, at least 1. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
