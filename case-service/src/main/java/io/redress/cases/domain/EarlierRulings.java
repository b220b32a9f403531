package io.redress.cases.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a draft says about rulings before it.
 *
 * @param precedents those it answers, each once
 * @param deviations why an item is decided otherwise than comparable ones usually are, by item; the merchant reads it
 */
public record EarlierRulings(List<PrecedentAnswer> precedents, Map<String, BilingualText> deviations) {

    /** Nothing is said about them. */
    public static final EarlierRulings NONE = new EarlierRulings(List.of(), Map.of());

    public EarlierRulings {
        precedents = List.copyOf(precedents);
        deviations = Map.copyOf(deviations);
    }

    public Optional<BilingualText> deviation(String itemId) {
        return Optional.ofNullable(deviations.get(itemId));
    }
}
