package io.redress.refunds.domain;

import java.util.Objects;

/**
 * An account and what its legs add up to.
 *
 * @param id {@code acc_…}
 * @param key what it is for
 * @param balanceMinor the sum of its legs in minor units: debits positive, credits negative
 */
public record Account(String id, AccountKey key, long balanceMinor) {
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
    }

    /**
     * The account after one more leg.
     *
     * @throws ArithmeticException when the balance would leave the range of amounts
     */
    Account with(long amountMinor) {
        return new Account(id, key, Math.addExact(balanceMinor, amountMinor));
    }
}
