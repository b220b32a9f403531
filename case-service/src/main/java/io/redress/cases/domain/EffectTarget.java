package io.redress.cases.domain;

import java.util.Optional;

/**
 * What shall be, in absolute terms; which members are there depends on the kind.
 *
 * @param ownerId who shall own the shop
 */
public record EffectTarget(
        Optional<Integer> points, Optional<String> state, Optional<Money> amount, Optional<String> ownerId) {

    /** Of a line that is about points, a measure or money. */
    public EffectTarget(Optional<Integer> points, Optional<String> state, Optional<Money> amount) {
        this(points, state, amount, Optional.empty());
    }

    /** Of a shop that is transferred. */
    public static EffectTarget ownedBy(String ownerId) {
        return new EffectTarget(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ownerId));
    }
}
