package io.redress.refunds.domain;

import io.redress.kit.outcome.Outcome;
import java.util.Set;

/**
 * Which amounts can be claimed. The merits of a ruling are none of this service's business.
 *
 * @param currencies the currencies in which the ledger keeps accounts
 */
public record ClaimPolicy(Set<String> currencies) {
    public ClaimPolicy {
        currencies = Set.copyOf(currencies);
    }

    /** The amount itself, or {@code AMOUNT_NOT_POSITIVE}, {@code CURRENCY_UNKNOWN}. */
    public Outcome<Money> check(Money amount) {
        if (amount.amountMinor() <= 0) {
            return Outcome.refused(RefundRefusal.AMOUNT_NOT_POSITIVE, "money back is more than nothing");
        }
        if (!currencies.contains(amount.currency())) {
            return Outcome.refused(
                    RefundRefusal.CURRENCY_UNKNOWN, "the ledger has no accounts in " + amount.currency());
        }
        return Outcome.done(amount);
    }
}
