package io.redress.cases.domain;

import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.kit.outcome.Refusal;
import java.util.List;
import java.util.Optional;

/** What a draft can say in a kind of case, and which money and effects belong to it. */
final class OutcomeRules {

    private OutcomeRules() {}

    static Optional<Refusal> refusal(CaseFile file, DraftContent content) {
        return outcomeRefusal(file, content)
                .or(() -> moneyRefusal(file, content))
                .or(() -> transferRefusal(file, content.outcome()));
    }

    /** Why these lines cannot follow from a ruling in this case. */
    static Optional<Refusal> effectsRefusal(CaseFile file, List<EffectLine> lines) {
        for (EffectLine line : lines) {
            if (!file.checklist().effects().contains(line.kind())) {
                return refuse(
                        CaseRefusal.EFFECT_NOT_OF_KIND,
                        "By its policy a case of kind " + file.kind() + " has no effects of kind " + line.kind() + ".");
            }
        }
        return Optional.empty();
    }

    /** A shop that is to be transferred must still be free to go. */
    static Optional<Refusal> transferRefusal(CaseFile file, RulingOutcome outcome) {
        return file.subject() instanceof ShopTransfer transfer && outcome == RulingOutcome.GRANT
                ? Requests.barred(transfer)
                : Optional.empty();
    }

    /** The money that a draft orders: of a request that is granted whole, all that was asked for. */
    static Optional<Money> money(CaseFile file, DraftContent content) {
        return file.subject() instanceof MoneyRequest request && content.outcome() == RulingOutcome.GRANT
                ? Optional.of(request.amount())
                : content.moneyBack();
    }

    private static Optional<Refusal> outcomeRefusal(CaseFile file, DraftContent content) {
        boolean ofTheKind = file.kind().has(content.outcome())
                && content.violations().stream().allMatch(ruling -> file.kind().has(ruling.outcome()));
        if (!ofTheKind) {
            return refuse(
                    CaseRefusal.OUTCOME_MISMATCH, "A case of kind " + file.kind() + " cannot be decided like this.");
        }
        if (!(file.subject() instanceof Request)) {
            return AppealOutcome.refusal(content).or(() -> AppealOutcome.unchanged(file, content));
        }
        boolean asTheWhole = content.violations().stream().allMatch(ruling -> ruling.outcome() == content.outcome());
        return asTheWhole
                        && content.points().isEmpty()
                        && content.measuresLifted().isEmpty()
                ? Optional.empty()
                : refuse(
                        CaseRefusal.OUTCOME_MISMATCH,
                        "The item of a request is decided as the whole is, and there are no points and no measures.");
    }

    private static Optional<Refusal> moneyRefusal(CaseFile file, DraftContent content) {
        if (!(file.subject() instanceof Request)) {
            return Optional.empty();
        }
        Optional<Money> asked =
                file.subject() instanceof MoneyRequest request ? Optional.of(request.amount()) : Optional.empty();
        Optional<Money> given = content.moneyBack();
        boolean fits =
                switch (content.outcome()) {
                    case GRANT -> given.isEmpty() || given.equals(asked);
                    case PARTLY_GRANT -> asked.map(whole -> part(given, whole)).orElse(given.isEmpty());
                    case DENY -> given.isEmpty();
                    case CONDITIONAL -> given.isEmpty() || asked.isPresent();
                    case UPHOLD, OVERTURN, PARTIAL -> false;
                };
        return fits
                ? Optional.empty()
                : refuse(
                        CaseRefusal.AMOUNT_MISMATCH,
                        "A request is granted whole, or in part with less money than was asked for, or without any.");
    }

    private static boolean part(Optional<Money> given, Money whole) {
        return given.filter(money -> money.currency().equals(whole.currency())
                        && money.amountMinor() > 0
                        && money.amountMinor() < whole.amountMinor())
                .isPresent();
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
