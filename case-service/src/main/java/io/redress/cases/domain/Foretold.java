package io.redress.cases.domain;

import java.util.List;

/**
 * What a draft would change, as the owners of effects say.
 *
 * @param effects of the ruling; of a conditional one, of its conditions being fulfilled
 * @param otherwise of a condition that lapses; empty unless the draft is conditional
 */
public record Foretold(List<EffectLine> effects, List<EffectLine> otherwise) {

    public Foretold {
        effects = List.copyOf(effects);
        otherwise = List.copyOf(otherwise);
    }
}
