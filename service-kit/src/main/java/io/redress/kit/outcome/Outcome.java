package io.redress.kit.outcome;

import java.util.function.Function;

/**
 * What a pure domain decision came to: a result, or a refusal.
 *
 * @param <T> the result, usually new state and the events that led to it
 */
public sealed interface Outcome<T> {

    /** The decision was made. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The decision was refused; nothing changes. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(RefusalCode code, String detail) {
        return new Refused<>(Refusal.of(code, detail));
    }

    /** Goes on with the result; a refusal stays as it is. */
    default <U> Outcome<U> flatMap(Function<T, Outcome<U>> next) {
        if (this instanceof Done<T> done) {
            return next.apply(done.value());
        }
        return refused(((Refused<T>) this).refusal());
    }

    /** Changes the result; a refusal stays as it is. */
    default <U> Outcome<U> map(Function<T, U> change) {
        return flatMap(value -> done(change.apply(value)));
    }
}
