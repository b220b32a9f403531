package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The review of a closed case by two adjudicators who had no part in it: one proposes to reopen it, another one confirms,
 * and then decides it anew, or refuses, and then the ruling stands.
 *
 * @param reasons for the merchant to read
 * @param former what was decided
 */
public record Reopening(
        String reopeningId,
        Ground ground,
        BilingualText reasons,
        String proposedBy,
        Instant proposedAt,
        Former former,
        Optional<Decision> decision) {

    /** Why a ruling may be looked at again. */
    public enum Ground {
        NEW_EVIDENCE,
        PROCEDURE,
        RULE_ERROR,
        REMEDIATION
    }

    /**
     * The ruling as it came out, conditions included, and the ending that it had.
     *
     * @param points left of the penalty, with PARTIAL
     */
    public record Former(
            String rulingId, RulingOutcome outcome, Optional<Integer> points, String ruledBy, Ending ending) {

        static Former of(Proceedings said) {
            Ruling ruling = said.ruling().orElseThrow();
            Draft draft = said.draft().orElseThrow();
            Ending ending = said.ending().orElseThrow();
            if (draft.terms().isEmpty()) {
                return new Former(ruling.rulingId(), ruling.outcome(), draft.points(), ruling.ruledBy(), ending);
            }
            Terms terms = draft.terms().get();
            return terms.allFulfilled()
                    ? new Former(ruling.rulingId(), terms.fulfilled(), draft.points(), ruling.ruledBy(), ending)
                    : new Former(
                            ruling.rulingId(), terms.otherwise(), terms.otherwisePoints(), ruling.ruledBy(), ending);
        }
    }

    /** What the second adjudicator says. */
    public record Decision(boolean confirmed, BilingualText reasons, String decidedBy, Instant decidedAt) {}

    static Reopening proposed(
            String reopeningId, Ground ground, BilingualText reasons, String by, Instant at, Former former) {
        return new Reopening(reopeningId, ground, reasons, by, at, former, Optional.empty());
    }

    Reopening decided(Decision by) {
        return new Reopening(reopeningId, ground, reasons, proposedBy, proposedAt, former, Optional.of(by));
    }

    boolean confirmed() {
        return decision.filter(Decision::confirmed).isPresent();
    }
}
