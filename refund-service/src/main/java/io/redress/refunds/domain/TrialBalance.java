package io.redress.refunds.domain;

import java.math.BigInteger;
import java.util.List;

/** The proof of the ledger: per currency, all debits and credits, and all balances, add up to zero. */
public record TrialBalance(List<CurrencyBalance> currencies) {
    /**
     * One currency's sums, in minor units.
     *
     * @param debitMinor the sum of all debits, not negative
     * @param creditMinor the sum of all credits, not positive
     * @param accountsMinor the sum of all accounts' balances
     */
    public record CurrencyBalance(
            String currency, BigInteger debitMinor, BigInteger creditMinor, BigInteger accountsMinor) {
        /** Debits and credits together; zero in a sound ledger. */
        public BigInteger sumMinor() {
            return debitMinor.add(creditMinor);
        }
    }

    public TrialBalance {
        currencies = List.copyOf(currencies);
    }

    /** True when every sum that has to be zero is zero. */
    public boolean balanced() {
        return currencies.stream()
                .allMatch(currency -> currency.sumMinor().signum() == 0
                        && currency.accountsMinor().signum() == 0);
    }
}
