package io.redress.cases.api;

import io.redress.cases.domain.EffectLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One effect of a ruling: what is restored or paid, by whom, and how far that is. */
record EffectView(
        String effectId,
        String owner,
        String kind,
        String subject,
        TargetView target,
        String state,
        Optional<String> reason,
        Optional<Instant> dueAt,
        boolean overdue,
        Optional<Instant> settledAt,
        boolean byHand) {

    static List<EffectView> of(List<EffectLine> lines) {
        return lines.stream().map(EffectView::of).toList();
    }

    private static EffectView of(EffectLine line) {
        TargetView target = new TargetView(
                line.target().points(),
                line.target().state(),
                line.target().measureKind(),
                line.target().amount().map(amount -> Long.toString(amount.amountMinor())),
                line.target().amount().map(amount -> amount.currency()),
                line.target().ownerId(),
                line.target().byRuling() ? Optional.of(true) : Optional.empty());
        return new EffectView(
                line.effectId(),
                line.owner().name().toLowerCase(Locale.ROOT),
                line.kind().name(),
                line.subject(),
                target,
                line.state().name(),
                line.reason(),
                line.dueAt(),
                line.overdue(),
                line.settledAt(),
                line.byHand());
    }

    record TargetView(
            Optional<Integer> points,
            Optional<String> state,
            Optional<String> measureKind,
            Optional<String> amountMinor,
            Optional<String> currency,
            Optional<String> ownerId,
            Optional<Boolean> byRuling) {}
}
