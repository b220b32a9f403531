package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The disclosed facts of a violation: the only fields a statement of reasons is composed from. */
public record Facts(
        Optional<Text> description,
        List<String> orders,
        List<String> listings,
        Optional<Amount> amount,
        OptionalInt count) {

    public Facts {
        orders = List.copyOf(orders);
        listings = List.copyOf(listings);
    }

    /** Integer minor units of a currency (ISO 4217). */
    public record Amount(long amountMinor, String currency) {}

    /** True when the merchant is told nothing about what he did. */
    public boolean empty() {
        return description.isEmpty() && orders.isEmpty() && listings.isEmpty() && amount.isEmpty() && count.isEmpty();
    }
}
