package io.redress.cases.api;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.RulingOutcome;
import java.time.Instant;
import java.util.Optional;

/** A proposal to reopen the case, the ruling that it is about, and what came of it. */
record ReopeningView(
        String id,
        Reopening.Ground ground,
        BilingualText reasons,
        String proposedBy,
        Instant proposedAt,
        FormerView former,
        Optional<DecisionView> decision) {

    record FormerView(String rulingId, RulingOutcome outcome, Optional<Integer> points, String ruledBy) {}

    record DecisionView(boolean confirmed, BilingualText reasons, String decidedBy, Instant decidedAt) {

        static DecisionView of(Reopening.Decision decision) {
            return new DecisionView(
                    decision.confirmed(), decision.reasons(), decision.decidedBy(), decision.decidedAt());
        }
    }

    static ReopeningView of(Reopening reopening) {
        Reopening.Former former = reopening.former();
        return new ReopeningView(
                reopening.reopeningId(),
                reopening.ground(),
                reopening.reasons(),
                reopening.proposedBy(),
                reopening.proposedAt(),
                new FormerView(former.rulingId(), former.outcome(), former.points(), former.ruledBy()),
                reopening.decision().map(DecisionView::of));
    }
}
