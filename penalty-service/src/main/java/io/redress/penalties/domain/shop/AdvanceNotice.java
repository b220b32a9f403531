package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The advance notice of what a penalty would bring.
 *
 * @param policies of the measures it would bring that are announced; empty when none is
 */
record AdvanceNotice(List<MeasurePolicy> policies) {

    /** As things stand, with every decision taken as final. */
    static AdvanceNotice of(ShopFile file, Penalty penalty, Instant now) {
        Rulebook rulebook = file.rulebookOf(penalty);
        return new AdvanceNotice(Prospect.of(file, penalty, now, true).orders().stream()
                .map(Threshold.Order::kind)
                .map(rulebook::policy)
                .flatMap(Optional::stream)
                .filter(policy -> policy.advanceNotice().isPresent())
                .toList());
    }

    boolean due() {
        return !policies.isEmpty();
    }

    /** The longest; empty when none is due. */
    Optional<Duration> length() {
        return policies.stream()
                .flatMap(policy -> policy.advanceNotice().stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether the rules let every one of these measures begin without notice for this kind of reason. */
    boolean allows(String exception) {
        return policies.stream().allMatch(policy -> policy.withoutNotice().containsKey(exception));
    }
}
