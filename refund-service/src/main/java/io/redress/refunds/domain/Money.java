package io.redress.refunds.domain;

import java.util.Objects;

/**
 * An amount of one currency.
 *
 * @param amountMinor in minor units (fen for CNY), never a fraction
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {
    public Money {
        Objects.requireNonNull(currency, "currency");
    }
}
