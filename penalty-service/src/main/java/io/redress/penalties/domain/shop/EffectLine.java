package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.Measure;

/** One effect that a ruling orders here; the target is absolute. */
public sealed interface EffectLine {

    String effectId();

    RulingRef ruling();

    /** The penalty or measure it concerns. */
    String subject();

    /** The penalty is to carry so many points. */
    record Points(String effectId, RulingRef ruling, String subject, int points) implements EffectLine {}

    /**
     * The measure is to be in this state.
     *
     * @param byRuling whether the ruling itself ends it; otherwise the points that are left do, unless others justify it
     */
    record MeasureState(String effectId, RulingRef ruling, String subject, Measure.State state, boolean byRuling)
            implements EffectLine {}
}
