package io.redress.cases.domain.consistency;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.Money;
import io.redress.cases.domain.MoneyRequest;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.ViolationRuling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * By how much an item is decided, in percent from 0 to 100: of a penalty what is left, of a request what is granted. A
 * violation that is reduced has the share that is left of the whole penalty. What depends on conditions has none, nor has
 * what is granted in part without money, or reduced by measures alone.
 */
public final class Share {

    private static final int ALL = 100;

    private Share() {}

    public static Optional<Integer> of(CaseFile file, DraftContent content, ViolationRuling item) {
        if (content.outcome() == RulingOutcome.CONDITIONAL) {
            return Optional.empty();
        }
        return switch (item.outcome()) {
            case UPHOLD, GRANT -> Optional.of(ALL);
            case OVERTURN, DENY -> Optional.of(0);
            case PARTIAL ->
                content.points().flatMap(left -> file.penalty()
                        .map(PenaltyUnderAppeal::points)
                        .filter(whole ->
                                left < whole || content.measuresLifted().isEmpty())
                        .flatMap(whole -> percent(left, whole)));
            case PARTLY_GRANT ->
                content.moneyBack().flatMap(given -> asked(file)
                        .flatMap(whole -> percent(given.amountMinor(), whole.amountMinor())));
            case CONDITIONAL -> Optional.empty();
        };
    }

    private static Optional<Money> asked(CaseFile file) {
        return file.subject() instanceof MoneyRequest request ? Optional.of(request.amount()) : Optional.empty();
    }

    private static Optional<Integer> percent(long part, long whole) {
        return whole <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(ALL))
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(ALL))
                        .intValueExact());
    }
}
