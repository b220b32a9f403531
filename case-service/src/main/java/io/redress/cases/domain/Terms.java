package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The terms of a conditional ruling. The effect lines of its draft are those of the conditions being fulfilled, all of
 * them; the first that lapses brings the other ones.
 *
 * @param fulfilled how the penalty is decided then; the draft's points and money are about that
 * @param otherwise how it is decided when a condition lapses
 * @param otherwisePoints left of the penalty then, with PARTIAL
 * @param otherwiseEffects pinned like the others
 */
public record Terms(
        RulingOutcome fulfilled,
        RulingOutcome otherwise,
        Optional<Integer> otherwisePoints,
        List<EffectLine> otherwiseEffects,
        List<Condition> conditions) {

    public Terms {
        otherwiseEffects = List.copyOf(otherwiseEffects);
        conditions = List.copyOf(conditions);
    }

    public boolean allFulfilled() {
        return conditions.stream().allMatch(condition -> condition.state() == Condition.State.FULFILLED);
    }

    public boolean anyLapsed() {
        return conditions.stream().anyMatch(condition -> condition.state() == Condition.State.LAPSED);
    }

    /** Nothing that is reported or that lapses matters any more. */
    public boolean settled() {
        return allFulfilled() || anyLapsed();
    }

    /** Whether the merchant has to promise something. */
    boolean undertaking() {
        return conditions.stream().anyMatch(condition -> condition.kind() == Condition.Kind.UNDERTAKING);
    }

    Terms change(String conditionId, UnaryOperator<Condition> change) {
        List<Condition> changed = conditions.stream()
                .map(condition -> condition.conditionId().equals(conditionId) ? change.apply(condition) : condition)
                .toList();
        return new Terms(fulfilled, otherwise, otherwisePoints, otherwiseEffects, changed);
    }
}
