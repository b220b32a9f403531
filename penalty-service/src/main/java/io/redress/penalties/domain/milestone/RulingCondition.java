package io.redress.penalties.domain.milestone;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A milestone on which a ruling depends, or is to depend.
 *
 * @param fulfilBy exclusive: until when it can be achieved
 */
public record RulingCondition(String programmeId, String milestoneId, Milestone.Purpose purpose, Instant fulfilBy) {

    /**
     * Why a ruling cannot depend on it. Refusals: MILESTONE_UNKNOWN, MILESTONE_MATTER_MISMATCH, PROGRAMME_CLOSED,
     * MILESTONE_VERIFIED_ALREADY.
     *
     * @param verified whether the milestone was verified for the shop before
     */
    public Optional<Refusal> refusal(Optional<Programme> programme, boolean verified) {
        Optional<Milestone> milestone = programme.flatMap(offered -> offered.milestone(milestoneId));
        if (milestone.isEmpty()) {
            return refused(PenaltyRefusal.MILESTONE_UNKNOWN, "There is no milestone " + milestoneId + " there.");
        }
        if (milestone.get().purpose() != purpose) {
            return refused(
                    PenaltyRefusal.MILESTONE_MATTER_MISMATCH,
                    "The milestone is for " + milestone.get().purpose() + ", the condition asks for " + purpose + ".");
        }
        if (programme.get().closesAt().isBefore(fulfilBy)) {
            return refused(PenaltyRefusal.PROGRAMME_CLOSED, "The programme closes before the condition ends.");
        }
        return milestone.get().once() && verified
                ? refused(
                        PenaltyRefusal.MILESTONE_VERIFIED_ALREADY,
                        "It counts once, and was verified for this shop: it cannot be achieved again.")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(PenaltyRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
