package io.redress.kit.messaging;

/** A failure in words for operators: what a handler said by itself, or else the exception as it is. */
final class Causes {

    private Causes() {}

    static String of(Throwable failure) {
        boolean inWords = failure instanceof PoisonEvent && failure.getMessage() != null;
        return inWords ? failure.getMessage() : String.valueOf(failure);
    }
}
