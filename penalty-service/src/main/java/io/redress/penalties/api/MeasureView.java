package io.redress.penalties.api;

import io.redress.penalties.domain.measures.Measure;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A measure, and apart from it what the marketplace has confirmed. */
record MeasureView(
        String measureId,
        String penaltyId,
        String kind,
        String state,
        String origin,
        OptionalInt days,
        Instant startsAt,
        Optional<Instant> endsAt,
        Optional<Instant> endedAt,
        Optional<String> confirmedState,
        Optional<Instant> confirmedAt,
        Optional<Long> confirmedTargetVersion,
        Optional<Boolean> byRuling) {

    static MeasureView of(Measure measure) {
        return new MeasureView(
                measure.id(),
                measure.penaltyId(),
                measure.kind(),
                measure.state().name(),
                measure.origin().name(),
                measure.days(),
                measure.startsAt(),
                measure.servedAt(),
                measure.endedAt(),
                measure.confirmation().map(word -> word.state().name()),
                measure.confirmation().map(Measure.Confirmation::at),
                measure.confirmation().map(Measure.Confirmation::targetVersion),
                measure.byRuling() ? Optional.of(true) : Optional.empty());
    }
}
