package io.redress.penalties.domain.milestone;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a partner says and signs: this shop achieved this milestone.
 *
 * @param about the penalty or case it is about, where the purpose asks for one
 * @param reference the partner's own; one reference is one claim
 * @param signature of {@link #words}, base64
 */
public record Claim(
        String programmeId,
        String milestoneId,
        String shopId,
        Optional<String> about,
        Instant achievedAt,
        String reference,
        String signature) {

    /**
     * Why it does not count at this instant. Refusals: SIGNATURE_INVALID, MILESTONE_MATTER_MISMATCH, ACHIEVED_IN_FUTURE,
     * ACHIEVED_BEFORE_ENROLMENT, MILESTONE_EXPIRED.
     */
    public Optional<Refusal> refusal(Programme programme, Milestone milestone, Enrolment enrolment, Instant now) {
        if (about.isPresent() != milestone.purpose().namesMatter()) {
            return refused(
                    PenaltyRefusal.MILESTONE_MATTER_MISMATCH,
                    "A milestone for " + milestone.purpose() + " names "
                            + (milestone.purpose().namesMatter() ? "the matter it is about." : "no matter."));
        }
        // now is in whole microseconds
        if (achievedAt.truncatedTo(ChronoUnit.MICROS).isAfter(now)) {
            return refused(PenaltyRefusal.ACHIEVED_IN_FUTURE, "What is still to come was not achieved.");
        }
        if (achievedAt.isBefore(enrolment.enrolledAt())) {
            return refused(
                    PenaltyRefusal.ACHIEVED_BEFORE_ENROLMENT, "It was achieved before the shop took part in this.");
        }
        boolean tooLate =
                achievedAt.plus(Duration.ofDays(milestone.validDays())).isBefore(now);
        return tooLate || !achievedAt.isBefore(programme.closesAt())
                ? refused(PenaltyRefusal.MILESTONE_EXPIRED, "It was achieved too long ago, or after the programme.")
                : Optional.empty();
    }

    /** Whether the milestone's verifier signed it. */
    public Optional<Refusal> signatureRefusal(Programme programme, Milestone milestone) {
        return programme.verifierOf(milestone).signed(words(), signature)
                ? Optional.empty()
                : refused(PenaltyRefusal.SIGNATURE_INVALID, "The milestone's verifier did not sign this.");
    }

    /**
     * What is signed, in UTF-8: programme, milestone, shop, matter (nothing where there is none), the instant in UTC and
     * the reference, each on a line of its own, the last one without a line feed.
     */
    public String words() {
        return String.join("\n", programmeId, milestoneId, shopId, about.orElse(""), achievedAt.toString(), reference);
    }

    /** The same, achieved at another instant. */
    Claim achieved(Instant at) {
        return new Claim(programmeId, milestoneId, shopId, about, at, reference, signature);
    }

    private static Optional<Refusal> refused(PenaltyRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
