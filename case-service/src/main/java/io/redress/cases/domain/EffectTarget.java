package io.redress.cases.domain;

import java.util.Optional;

/**
 * What shall be, in absolute terms; which members are there depends on the kind.
 *
 * @param measureKind what kind of measure it is whose state is meant; empty in lines of before it was told
 * @param ownerId who shall own the shop
 * @param byRuling whether the ruling itself ends the measure, whatever the points justify
 */
public record EffectTarget(
        Optional<Integer> points,
        Optional<String> state,
        Optional<String> measureKind,
        Optional<Money> amount,
        Optional<String> ownerId,
        boolean byRuling) {

    /** Where no measure is ended by the ruling itself. */
    public EffectTarget(
            Optional<Integer> points,
            Optional<String> state,
            Optional<String> measureKind,
            Optional<Money> amount,
            Optional<String> ownerId) {
        this(points, state, measureKind, amount, ownerId, false);
    }

    /** Of a shop that is transferred. */
    public static EffectTarget ownedBy(String ownerId) {
        return new EffectTarget(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ownerId));
    }
}
