package io.redress.refunds.domain;

import java.util.Optional;

/** What happens to a claim. */
public sealed interface ClaimEvent {
    /** The claim as it is then. */
    Claim claim();

    /** The ruling is authority enough: the money goes back. */
    record Approved(Claim claim) implements ClaimEvent {}

    /** Debit suspense, credit merchant. */
    record Booked(Claim claim, String entryId) implements ClaimEvent {}

    /** The answer to the effect line, said once; the reason only with a failure. */
    record EffectAnswered(Claim claim, Result result, Optional<String> reason) implements ClaimEvent {}

    /** What became of an effect line. */
    enum Result {
        APPLIED,
        FAILED
    }
}
