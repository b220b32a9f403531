package io.redress.penalties.domain.transparency;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Rulebooks;
import java.time.Instant;
import java.util.List;

/**
 * What a statement is filed about: a penalty and the measures that it brought when it entered into force.
 *
 * @param measures at least one; a penalty without is no restriction in the sense of article 17
 * @param accountOpenedAt when the shop was opened
 */
public record Restriction(Penalty penalty, List<Measure> measures, Rulebooks rulebooks, Instant accountOpenedAt) {

    public Restriction {
        measures = List.copyOf(measures);
    }

    /** True for a measure that a statement is filed about: imported ones were decided before, by others. */
    public static boolean filed(Penalty penalty, Measure measure) {
        return !penalty.imported()
                && measure.penaltyId().equals(penalty.id())
                && measure.origin() == Measure.Origin.IMPOSED;
    }
}
