package io.redress.penalties.api;

import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import java.util.function.BiFunction;

/** Turns what a use case decided into what is answered. */
final class Views {

    private Views() {}

    /** The same decision with its result, at its revision, as callers see it. */
    static <R, V> Decision<V> of(Decision<R> decision, BiFunction<R, Revision, V> view) {
        if (decision instanceof Decision.Accepted<R> accepted) {
            return Decision.accept(
                    view.apply(accepted.result(), accepted.revision()), accepted.revision(), accepted.write());
        }
        if (decision instanceof Decision.Refused<R> refused) {
            return Decision.refuse(refused.refusal());
        }
        if (decision instanceof Decision.Stale<R> stale) {
            return Decision.stale(stale.current());
        }
        return Decision.notFound();
    }
}
