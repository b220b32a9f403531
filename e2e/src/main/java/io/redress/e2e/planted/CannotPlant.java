package io.redress.e2e.planted;

/** A bug can no longer be planted: the code it belongs to has changed, so the list has to be changed with it. */
public final class CannotPlant extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotPlant(String message) {
        super(message);
    }
}
