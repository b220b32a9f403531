package io.redress.penalties.api;

import io.redress.penalties.app.consistency.CompareDecisions;
import io.redress.penalties.app.consistency.RangedDecisions;
import io.redress.penalties.domain.consistency.Comparison;
import io.redress.penalties.domain.consistency.Distribution;
import io.redress.penalties.domain.consistency.RangedDecision;
import io.redress.penalties.domain.rulebook.Assessment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Bodies about comparable decisions; for staff only. */
final class ConsistencyViews {

    private ConsistencyViews() {}

    record Ask(String clauseId, Instant from, Integer points, TreeMap<String, String> factors) {

        /** The reasons come with the proposal; a preview is asked for before they are written. */
        Assessment.Request request() {
            return new Assessment.Request(
                    clauseId, from, OptionalInt.of(points), factors, Optional.of("asked for before they are written"));
        }
    }

    /** Where points stand among the decisions. */
    record Place(int below, int equal, int above) {

        static Place of(Comparison comparison) {
            return new Place(comparison.below(), comparison.equal(), comparison.above());
        }
    }

    record PreviewView(
            String clauseId,
            int rulebookVersion,
            int points,
            Instant since,
            int enough,
            int comparable,
            Optional<Distribution> distribution,
            Optional<Place> place,
            boolean outside) {

        static PreviewView of(CompareDecisions.Preview preview) {
            Optional<Comparison> comparison = preview.comparison();
            return new PreviewView(
                    preview.assessment().clause().id(),
                    preview.assessment().rulebook().version(),
                    preview.assessment().points(),
                    preview.since(),
                    preview.enough(),
                    comparison.map(Comparison::comparable).orElse(0),
                    comparison.flatMap(Comparison::decisions),
                    comparison.map(Place::of),
                    comparison.map(Comparison::outside).orElse(false));
        }
    }

    record ChoiceView(
            String violationId,
            String clauseId,
            Map<String, String> factors,
            int points,
            String decidedBy,
            Instant decidedAt,
            int comparable,
            Optional<Distribution> distribution,
            Place place,
            boolean outside,
            Optional<String> reasons) {

        static ChoiceView of(RangedDecision decision) {
            Comparison comparison = decision.comparison();
            return new ChoiceView(
                    decision.violationId(),
                    decision.facts().clauseId(),
                    new TreeMap<>(decision.facts().factors()),
                    comparison.points(),
                    decision.decidedBy(),
                    decision.decidedAt(),
                    comparison.comparable(),
                    comparison.decisions(),
                    Place.of(comparison),
                    comparison.outside(),
                    decision.reasons());
        }
    }

    record ChoicesView(List<ChoiceView> items) {}

    record LineView(
            Optional<String> clauseId,
            Optional<String> decidedBy,
            long decisions,
            int lowest,
            int median,
            int highest,
            long outside,
            BigDecimal outsidePercent,
            long reversed,
            BigDecimal reversedPercent,
            long reduced) {

        static LineView of(RangedDecisions.Line line) {
            return new LineView(
                    Optional.of(line.clauseId()).filter(id -> !id.isEmpty()),
                    Optional.of(line.decidedBy()).filter(id -> !id.isEmpty()),
                    line.decisions(),
                    line.lowest(),
                    line.median(),
                    line.highest(),
                    line.outside(),
                    percent(line.outside(), line.decisions()),
                    line.reversed(),
                    percent(line.reversed(), line.decisions()),
                    line.reduced());
        }

        private static BigDecimal percent(long part, long whole) {
            return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        }
    }
}
