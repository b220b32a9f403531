package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The terms that an adjudicator drafts, before anybody was asked what would follow from them. */
public record TermsContent(
        RulingOutcome fulfilled, RulingOutcome otherwise, Optional<Integer> otherwisePoints, List<Asked> conditions) {

    public TermsContent {
        conditions = List.copyOf(conditions);
    }

    /** A condition as it is asked for. */
    public record Asked(
            Condition.Kind kind, BilingualText text, String programmeId, String milestoneId, Instant fulfilBy) {}

    private record Key(Condition.Kind kind, String programmeId, String milestoneId) {}

    /**
     * What is wrong with a draft's terms; a draft has terms exactly when it is conditional.
     *
     * @param notBefore the end of the reply window, which no condition can end before
     */
    static Optional<Refusal> refusal(Deliberation.DraftContent content, Instant notBefore) {
        boolean conditional = content.outcome() == RulingOutcome.CONDITIONAL;
        if (conditional != content.terms().isPresent()) {
            return refuse("A ruling has terms exactly when it is CONDITIONAL.");
        }
        return content.terms().flatMap(terms -> terms.refusal(content.points(), content.measuresLifted(), notBefore));
    }

    private Optional<Refusal> refusal(Optional<Integer> points, List<String> measuresLifted, Instant notBefore) {
        if (fulfilled == RulingOutcome.UPHOLD || fulfilled == RulingOutcome.CONDITIONAL) {
            return refuse("Conditions that are fulfilled bring OVERTURN or PARTIAL.");
        }
        if (otherwise == RulingOutcome.OVERTURN || otherwise == RulingOutcome.CONDITIONAL) {
            return refuse("A condition that lapses brings UPHOLD or PARTIAL.");
        }
        boolean lifts = !measuresLifted.isEmpty();
        if (missing(fulfilled, points) && !lifts || missing(otherwise, otherwisePoints)) {
            return Optional.of(Refusal.of(
                    CaseRefusal.POINTS_MISSING, "A partial outcome says how many points are left of the penalty."));
        }
        int left = points.orElse(lifts ? Integer.MAX_VALUE : 0);
        if (otherwisePoints.isPresent() && otherwisePoints.get() <= left) {
            return refuse("More points are left when a condition lapses than when all are fulfilled.");
        }
        return conditions.isEmpty()
                ? refuse("A conditional ruling has at least one condition.")
                : conditionsRefusal(notBefore);
    }

    private Optional<Refusal> conditionsRefusal(Instant notBefore) {
        Set<Key> known = new HashSet<>();
        for (Asked asked : conditions) {
            if (asked.text().incomplete()) {
                return refuse("Each condition says in zh and in en what is to be done.");
            }
            if (!asked.fulfilBy().isAfter(notBefore)) {
                return refuse("A condition can be fulfilled for some time after the reply window.");
            }
            if (!known.add(new Key(asked.kind(), asked.programmeId(), asked.milestoneId()))) {
                return refuse("Each milestone is named once.");
            }
        }
        return Optional.empty();
    }

    /** @param reportedWithin how long after {@code fulfilBy} a report is waited for */
    public Terms terms(Supplier<String> ids, List<EffectLine> otherwiseEffects, Duration reportedWithin) {
        List<Condition> pending = conditions.stream()
                .map(asked -> Condition.pending(
                        ids.get(),
                        asked.kind(),
                        asked.text(),
                        asked.programmeId(),
                        asked.milestoneId(),
                        asked.fulfilBy(),
                        asked.fulfilBy().plus(reportedWithin)))
                .toList();
        return new Terms(fulfilled, otherwise, otherwisePoints, otherwiseEffects, pending);
    }

    private static boolean missing(RulingOutcome outcome, Optional<Integer> points) {
        return outcome == RulingOutcome.PARTIAL && points.isEmpty();
    }

    private static Optional<Refusal> refuse(String detail) {
        return Optional.of(Refusal.of(CaseRefusal.CONDITION_INVALID, detail));
    }
}
