package io.redress.penalties.domain.measures;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Every measure that bears on a shop or is about to: what the marketplace has to bring about.
 *
 * @param version grows with each change of any of the shop's measures; a lower one is out of date
 */
public record TargetSet(long version, List<Measure> measures) {

    public TargetSet {
        measures = List.copyOf(measures);
    }

    /** The live ones of these, in order of their ids. */
    public static TargetSet of(long version, Collection<Measure> all) {
        return new TargetSet(
                version,
                all.stream()
                        .filter(measure -> measure.state().live())
                        .sorted(Comparator.comparing(Measure::id))
                        .toList());
    }
}
