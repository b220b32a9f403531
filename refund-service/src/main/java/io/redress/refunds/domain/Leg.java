package io.redress.refunds.domain;

import java.util.Objects;

/**
 * One side of an entry.
 *
 * @param accountId the account it changes
 * @param amountMinor minor units of the account's currency: a debit is positive, a credit negative
 */
public record Leg(String accountId, long amountMinor) {
    public Leg {
        Objects.requireNonNull(accountId, "accountId");
    }
}
