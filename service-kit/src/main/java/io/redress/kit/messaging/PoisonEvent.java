package io.redress.kit.messaging;

/** An event that can never be handled as it is; it goes to the dead letters at once. */
public final class PoisonEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEvent(String message) {
        super(message);
    }

    public PoisonEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
