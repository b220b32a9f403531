package io.redress.cases.api;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Condition;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The terms of a conditional ruling, and how far they have come. */
record TermsView(RulingOutcome ifFulfilled, OtherwiseView otherwise, List<ConditionView> conditions) {

    record OtherwiseView(RulingOutcome outcome, Optional<Integer> points, List<EffectView> effects) {}

    record ConditionView(
            String id,
            Condition.Kind kind,
            BilingualText text,
            String programmeId,
            String milestoneId,
            Instant fulfilBy,
            Instant reportBy,
            Condition.State state,
            Optional<String> verificationId,
            Optional<Instant> settledAt) {

        static ConditionView of(Condition condition) {
            return new ConditionView(
                    condition.conditionId(),
                    condition.kind(),
                    condition.text(),
                    condition.programmeId(),
                    condition.milestoneId(),
                    condition.fulfilBy(),
                    condition.reportBy(),
                    condition.state(),
                    condition.verificationId(),
                    condition.settledAt());
        }
    }

    static TermsView of(Terms terms) {
        return new TermsView(
                terms.fulfilled(),
                new OtherwiseView(terms.otherwise(), terms.otherwisePoints(), EffectView.of(terms.otherwiseEffects())),
                terms.conditions().stream().map(ConditionView::of).toList());
    }
}
