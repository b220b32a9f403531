package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;
import java.math.BigDecimal;
import java.util.Currency;
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
    public record Amount(long amountMinor, String currency) {

        /** For people: a decimal number and the currency; without decimals where the currency is not known. */
        public String text() {
            int digits = Currency.getAvailableCurrencies().stream()
                    .filter(known -> known.getCurrencyCode().equals(currency))
                    .mapToInt(Currency::getDefaultFractionDigits)
                    .filter(known -> known >= 0)
                    .findFirst()
                    .orElse(0);
            return BigDecimal.valueOf(amountMinor, digits).toPlainString() + " " + currency;
        }
    }

    /** True when the merchant is told nothing about what he did. */
    public boolean empty() {
        return description.isEmpty() && orders.isEmpty() && listings.isEmpty() && amount.isEmpty() && count.isEmpty();
    }
}
