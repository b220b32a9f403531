package io.redress.cases.api;

import io.redress.cases.app.consistency.CompareRulings.Picture;
import io.redress.cases.app.consistency.CompareRulings.Shown;
import io.redress.cases.app.consistency.ComparedRulings;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.consistency.ComparedDraft;
import io.redress.cases.domain.consistency.ComparedItem;
import io.redress.cases.domain.consistency.Comparison;
import io.redress.cases.domain.consistency.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies about comparable rulings; for staff only. */
final class ConsistencyViews {

    private ConsistencyViews() {}

    record OutcomeView(RulingOutcome outcome, long decisions) {

        static List<OutcomeView> of(Map<RulingOutcome, ? extends Number> outcomes) {
            return outcomes.entrySet().stream()
                    .map(entry ->
                            new OutcomeView(entry.getKey(), entry.getValue().longValue()))
                    .toList();
        }
    }

    /** Where a decision stands among the others. */
    record Place(int below, int equal, int above) {

        static Place of(Comparison comparison) {
            return new Place(comparison.below(), comparison.equal(), comparison.above());
        }
    }

    record ShownView(
            String itemId,
            Optional<String> scope,
            int comparable,
            List<OutcomeView> outcomes,
            Optional<Distribution> shares) {

        static ShownView of(Shown shown) {
            return new ShownView(
                    shown.itemId(),
                    named(shown.rulings().scope()),
                    shown.decided().decisions(),
                    OutcomeView.of(shown.decided().outcomes()),
                    Distribution.of(shown.decided().shares()));
        }
    }

    record ComparedView(
            String itemId,
            Optional<String> scope,
            RulingOutcome outcome,
            Optional<Integer> share,
            int comparable,
            List<OutcomeView> outcomes,
            Optional<Distribution> shares,
            Place place,
            boolean outside,
            Optional<BilingualText> reasons) {

        static ComparedView of(ComparedItem item) {
            Comparison comparison = item.comparison();
            return new ComparedView(
                    item.itemId(),
                    named(item.rulings().scope()),
                    comparison.outcome(),
                    comparison.share(),
                    comparison.comparable(),
                    OutcomeView.of(comparison.outcomes()),
                    comparison.shares(),
                    Place.of(comparison),
                    comparison.outside(),
                    item.reasons());
        }
    }

    record DraftView(
            String draftId, String draftedBy, Instant draftedAt, Instant since, int enough, List<ComparedView> items) {

        static DraftView of(ComparedDraft draft) {
            return new DraftView(
                    draft.draftId(),
                    draft.draftedBy(),
                    draft.draftedAt(),
                    draft.since(),
                    draft.enough(),
                    draft.items().stream().map(ComparedView::of).toList());
        }
    }

    record PictureView(
            CaseKind kind, Instant since, Instant asOf, int enough, List<ShownView> items, Optional<DraftView> draft) {

        static PictureView of(Picture picture) {
            return new PictureView(
                    picture.kind(),
                    picture.since(),
                    picture.asOf(),
                    picture.enough(),
                    picture.items().stream().map(ShownView::of).toList(),
                    picture.draft().map(DraftView::of));
        }
    }

    record LineView(
            Optional<String> kind,
            Optional<String> scope,
            Optional<String> adjudicatorId,
            long decisions,
            List<OutcomeView> outcomes,
            Optional<Integer> lowest,
            Optional<Integer> median,
            Optional<Integer> highest,
            long outside,
            BigDecimal outsidePercent) {

        static LineView of(ComparedRulings.Line line) {
            return new LineView(
                    named(line.kind()),
                    named(line.scope()),
                    named(line.adjudicatorId()),
                    line.decisions(),
                    OutcomeView.of(line.outcomes()),
                    line.lowest(),
                    line.median(),
                    line.highest(),
                    line.outside(),
                    BigDecimal.valueOf(line.outside() * 100)
                            .divide(BigDecimal.valueOf(line.decisions()), 1, RoundingMode.HALF_UP));
        }
    }

    private static Optional<String> named(String name) {
        return Optional.of(name).filter(one -> !one.isEmpty());
    }
}
