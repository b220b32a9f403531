package io.redress.cases.domain.consistency;

import io.redress.cases.domain.RulingOutcome;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How comparable items were decided.
 *
 * @param alike groups of those with the same outcome and share
 */
public record Decided(List<Group> alike) {

    /** Nothing comparable was decided. */
    public static final Decided NONE = new Decided(List.of());

    /**
     * @param share as {@link Share} says; empty for what has none
     * @param decisions how many were decided so
     */
    public record Group(RulingOutcome outcome, Optional<Integer> share, int decisions) {}

    public Decided {
        alike = List.copyOf(alike);
    }

    public int decisions() {
        return alike.stream().mapToInt(Group::decisions).sum();
    }

    public SortedMap<RulingOutcome, Integer> outcomes() {
        SortedMap<RulingOutcome, Integer> outcomes = new TreeMap<>();
        alike.forEach(group -> outcomes.merge(group.outcome(), group.decisions(), Integer::sum));
        return Collections.unmodifiableSortedMap(outcomes);
    }

    /** How many have each share. */
    public SortedMap<Integer, Integer> shares() {
        SortedMap<Integer, Integer> shares = new TreeMap<>();
        alike.forEach(group -> group.share().ifPresent(share -> shares.merge(share, group.decisions(), Integer::sum)));
        return Collections.unmodifiableSortedMap(shares);
    }
}
