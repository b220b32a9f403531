package io.redress.penalties.domain.penalty;

import java.util.Optional;

/**
 * How the merchant is heard before a measure with advance notice.
 *
 * @param exception why there is no notice
 * @param clarification what the merchant said of the facts
 */
public record Hearing(Optional<WithoutNotice> exception, Optional<Clarification> clarification) {

    public static final Hearing NONE = new Hearing(Optional.empty(), Optional.empty());

    public Hearing with(WithoutNotice stated) {
        return new Hearing(Optional.of(stated), clarification);
    }

    public Hearing with(Clarification said) {
        return new Hearing(exception, Optional.of(said));
    }

    /** True while a clarification waits for its answer. */
    public boolean waits() {
        return clarification.filter(Clarification::unanswered).isPresent();
    }
}
