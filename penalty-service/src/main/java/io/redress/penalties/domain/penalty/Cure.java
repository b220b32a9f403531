package io.redress.penalties.domain.penalty;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the merchant may make good what it did before the penalty enters into force.
 *
 * @param until the end of the window, exclusive; empty when there is none
 * @param repeats the penalty of the earlier breach because of which there is none, although the clauses can be cured
 * @param proof the last one that was filed
 */
public record Cure(Optional<Instant> until, Optional<String> repeats, Optional<ProofOfCure> proof) {

    public static final Cure NONE = new Cure(Optional.empty(), Optional.empty(), Optional.empty());

    /** A window until then. */
    public static Cure until(Instant end) {
        return new Cure(Optional.of(end), Optional.empty(), Optional.empty());
    }

    /** None, because of this earlier penalty. */
    public static Cure barredBy(String earlierPenaltyId) {
        return new Cure(Optional.empty(), Optional.of(earlierPenaltyId), Optional.empty());
    }

    public Cure with(ProofOfCure filed) {
        return new Cure(until, repeats, Optional.of(filed));
    }

    public boolean openAt(Instant at) {
        return until.filter(end -> end.isAfter(at)).isPresent();
    }

    /** True while a proof waits for its answer. */
    public boolean waits() {
        return proof.filter(ProofOfCure::unanswered).isPresent();
    }

    public boolean accepted() {
        return proof.filter(filed -> filed.state() == ProofOfCure.State.ACCEPTED)
                .isPresent();
    }
}
