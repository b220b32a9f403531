package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A draft ruling, shown to both sides, with the effect lines it would have.
 *
 * @param points left of the penalty, with PARTIAL; empty when all of them are, and measures end
 * @param effects pinned when it was issued
 * @param repliesBy end of the reply window
 * @param terms of a conditional one
 * @param earlier what it says about rulings before it
 */
public record Draft(
        String draftId,
        RulingOutcome outcome,
        Optional<Integer> points,
        Optional<Money> moneyBack,
        List<ViolationRuling> violations,
        List<EffectLine> effects,
        String issuedBy,
        Instant issuedAt,
        Instant repliesBy,
        Optional<Terms> terms,
        EarlierRulings earlier) {

    public Draft {
        violations = List.copyOf(violations);
        effects = List.copyOf(effects);
    }

    /** The same draft, its conditions as they stand now. */
    Draft with(Terms changed) {
        return new Draft(
                draftId,
                outcome,
                points,
                moneyBack,
                violations,
                effects,
                issuedBy,
                issuedAt,
                repliesBy,
                Optional.of(changed),
                earlier);
    }
}
