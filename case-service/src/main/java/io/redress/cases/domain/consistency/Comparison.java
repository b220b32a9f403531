package io.redress.cases.domain.consistency;

import io.redress.cases.domain.RulingOutcome;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How an item is to be decided, beside comparable decisions.
 *
 * @param share as {@link Share} says
 * @param comparable how many there are
 * @param outcomes how many came out how
 * @param shares of those that have one; empty when none has
 * @param below decisions with a lower share; 0 without a share
 * @param equal decisions with the same share; without one, with the same outcome
 * @param outside the usual band, as far as there are enough decisions to speak of one
 */
public record Comparison(
        RulingOutcome outcome,
        Optional<Integer> share,
        int comparable,
        SortedMap<RulingOutcome, Integer> outcomes,
        Optional<Distribution> shares,
        int below,
        int equal,
        boolean outside) {

    private static final int RARE = 10;

    /** @param enough so many decisions make a usual band */
    public static Comparison of(RulingOutcome outcome, Optional<Integer> share, Decided decided, int enough) {
        SortedMap<RulingOutcome, Integer> outcomes = decided.outcomes();
        SortedMap<Integer, Integer> byShare = decided.shares();
        Optional<Distribution> shares = Distribution.of(byShare);
        int comparable = decided.decisions();
        int alike = outcomes.getOrDefault(outcome, 0);
        return new Comparison(
                outcome,
                share,
                comparable,
                outcomes,
                shares,
                share.map(mine -> sum(byShare.headMap(mine))).orElse(0),
                share.map(mine -> byShare.getOrDefault(mine, 0)).orElse(alike),
                share.map(mine -> shares.filter(found -> found.decisions() >= enough && !found.usual(mine))
                                .isPresent())
                        .orElse(comparable >= enough && alike * RARE < comparable));
    }

    /** Decisions with a higher share; without a share, with another outcome. */
    public int above() {
        return share.map(mine -> shares.map(Distribution::decisions).orElse(0) - below - equal)
                .orElse(comparable - equal);
    }

    private static int sum(SortedMap<Integer, Integer> decisions) {
        return decisions.values().stream().mapToInt(Integer::intValue).sum();
    }
}
