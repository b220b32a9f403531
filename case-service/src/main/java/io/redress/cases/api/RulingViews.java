package io.redress.cases.api;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.EarlierRulings;
import io.redress.cases.domain.Proceedings;
import io.redress.cases.domain.Ruling;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.ViolationRuling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is decided, as a draft and as the ruling. */
final class RulingViews {

    record AmountView(String amountMinor, String currency) {}

    record ViolationRulingView(
            String violationId,
            RulingOutcome outcome,
            BilingualText reasons,
            List<String> facts,
            Optional<BilingualText> deviationReasons) {

        static List<ViolationRulingView> of(List<ViolationRuling> rulings, EarlierRulings earlier) {
            return rulings.stream()
                    .map(ruling -> new ViolationRulingView(
                            ruling.violationId(),
                            ruling.outcome(),
                            ruling.reasons(),
                            ruling.facts(),
                            earlier.deviation(ruling.violationId())))
                    .toList();
        }
    }

    record DraftView(
            String id,
            RulingOutcome outcome,
            Optional<Integer> points,
            Optional<AmountView> moneyBack,
            List<ViolationRulingView> violations,
            List<EffectView> effects,
            String issuedBy,
            Instant issuedAt,
            Instant repliesBy,
            Optional<TermsView> terms,
            List<PrecedentViews.AnswerView> precedents,
            Optional<Boolean> unanswered) {}

    record RulingView(
            String id,
            String draftId,
            RulingOutcome outcome,
            List<ViolationRulingView> violations,
            String ruledBy,
            Instant ruledAt,
            List<PrecedentViews.AnswerView> precedents,
            Optional<Boolean> unanswered) {}

    private RulingViews() {}

    static DraftView draft(Draft draft, Proceedings said) {
        return new DraftView(
                draft.draftId(),
                draft.outcome(),
                draft.points(),
                draft.moneyBack().map(money -> new AmountView(Long.toString(money.amountMinor()), money.currency())),
                ViolationRulingView.of(draft.violations(), draft.earlier()),
                EffectView.of(draft.effects()),
                draft.issuedBy(),
                draft.issuedAt(),
                draft.repliesBy(),
                draft.terms().map(TermsView::of),
                PrecedentViews.AnswerView.of(draft.earlier()),
                unanswered(said));
    }

    static RulingView ruling(Ruling ruling, Proceedings said) {
        EarlierRulings earlier = said.draft().orElseThrow().earlier();
        return new RulingView(
                ruling.rulingId(),
                ruling.draftId(),
                ruling.outcome(),
                ViolationRulingView.of(ruling.violations(), earlier),
                ruling.ruledBy(),
                ruling.ruledAt(),
                PrecedentViews.AnswerView.of(earlier),
                unanswered(said));
    }

    /** An answer is taken before the draft only: what is missing now was missing then. */
    private static Optional<Boolean> unanswered(Proceedings said) {
        return said.answer().isEmpty() ? Optional.of(true) : Optional.empty();
    }
}
