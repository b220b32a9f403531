package io.redress.refunds.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * What there is exactly one account for.
 *
 * @param kind what the account is for
 * @param owner whose it is; empty for the platform's own
 * @param currency its one currency
 */
public record AccountKey(AccountKind kind, Optional<String> owner, String currency) {
    public AccountKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(currency, "currency");
    }

    /** The suspense account of a currency. */
    public static AccountKey suspense(String currency) {
        return new AccountKey(AccountKind.SUSPENSE, Optional.empty(), currency);
    }

    /** A merchant's account in a currency. */
    public static AccountKey merchant(String merchantId, String currency) {
        return new AccountKey(AccountKind.MERCHANT, Optional.of(merchantId), currency);
    }
}
