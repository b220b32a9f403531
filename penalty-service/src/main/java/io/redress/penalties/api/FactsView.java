package io.redress.penalties.api;

import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.rulebook.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The disclosed facts of a violation. */
record FactsView(
        Optional<Text> description,
        List<String> orders,
        List<String> listings,
        Optional<PenaltyRequests.AmountBody> amount,
        OptionalInt count) {

    static FactsView of(Facts facts) {
        return new FactsView(
                facts.description(),
                facts.orders(),
                facts.listings(),
                facts.amount()
                        .map(amount ->
                                new PenaltyRequests.AmountBody(Long.toString(amount.amountMinor()), amount.currency())),
                facts.count());
    }
}
