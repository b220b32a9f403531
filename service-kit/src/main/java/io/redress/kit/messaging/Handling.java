package io.redress.kit.messaging;

/** What became of an event. */
public sealed interface Handling {

    /** Its effect is in the transaction. */
    record Handled() implements Handling {}

    /** It does not concern this service. */
    record Ignored() implements Handling {}

    /** It may have overtaken another: park it, try again, and give up at a deadline. */
    record NotYet(String reason) implements Handling {}

    Handling HANDLED = new Handled();
    Handling IGNORED = new Ignored();

    static Handling notYet(String reason) {
        return new NotYet(reason);
    }
}
