package io.redress.penalties.api;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What a ruling would do: the lines to be pinned in the draft, and what remains. */
record PreviewView(List<EffectView> effects, int pointsBefore, int pointsAfter, List<RemainingView> remaining) {

    /** One effect line. */
    record EffectView(String effectId, String owner, String kind, String subject, TargetView target) {

        static EffectView of(EffectLine line, Map<String, String> kinds) {
            if (line instanceof EffectLine.Points points) {
                return new EffectView(
                        points.effectId(),
                        "penalties",
                        "POINTS",
                        points.subject(),
                        new TargetView(
                                OptionalInt.of(points.points()), Optional.empty(), Optional.empty(), Optional.empty()));
            }
            EffectLine.MeasureState measure = (EffectLine.MeasureState) line;
            return new EffectView(
                    measure.effectId(),
                    "penalties",
                    "MEASURE",
                    measure.subject(),
                    new TargetView(
                            OptionalInt.empty(),
                            Optional.of(measure.state().name()),
                            Optional.of(kinds.get(measure.subject())),
                            measure.byRuling() ? Optional.of(true) : Optional.empty()));
        }
    }

    /** Absolute. */
    record TargetView(
            OptionalInt points, Optional<String> state, Optional<String> measureKind, Optional<Boolean> byRuling) {}

    /** A measure that goes on, or was served. */
    record RemainingView(String kind, String state, Instant startsAt, Optional<Instant> endsAt) {

        static RemainingView of(Measure measure) {
            return new RemainingView(measure.kind(), measure.state().name(), measure.startsAt(), measure.servedAt());
        }
    }

    static PreviewView of(Ruling.Preview preview) {
        Map<String, String> kinds = preview.ended().stream().collect(Collectors.toMap(Measure::id, Measure::kind));
        return new PreviewView(
                preview.lines().stream().map(line -> EffectView.of(line, kinds)).toList(),
                preview.pointsBefore(),
                preview.pointsAfter(),
                preview.remaining().stream().map(RemainingView::of).toList());
    }
}
