package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/** Money that a merchant asks for. */
public sealed interface MoneyRequest extends Request permits Loss, Fee {

    /** What names the loss or the fee: there is one case for each. */
    String reference();

    Money amount();

    /** When the loss was suffered or the fee charged. */
    Instant happenedAt();

    @Override
    default Optional<Instant> since() {
        return Optional.of(happenedAt());
    }
}
