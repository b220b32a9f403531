package io.redress.refunds.domain;

import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of the ledger: debits and credits of equal sum in one currency. Entries are only ever added; a correction is
 * a new entry.
 *
 * @param id {@code ent_…}
 * @param claimId the claim it books
 * @param bookedAt business time
 * @param currency the currency of all its legs
 * @param legs two or more, each on an account of its own, adding up to zero
 */
public record Entry(String id, String claimId, Instant bookedAt, String currency, List<Leg> legs) {

    /**
     * An entry with the accounts as it leaves them.
     *
     * @param accounts the changed accounts, in the order of the legs
     */
    public record Posting(Entry entry, List<Account> accounts) {
        public Posting {
            accounts = List.copyOf(accounts);
        }
    }

    public Entry {
        legs = List.copyOf(legs);
    }

    /**
     * Books legs against accounts.
     *
     * @param accounts the accounts as they are, by id; must hold every account that the legs name
     * @return the posting, or {@code ENTRY_MALFORMED}, {@code ACCOUNT_UNKNOWN}, {@code CURRENCY_MIXED},
     *     {@code ENTRY_UNBALANCED}, {@code AMOUNT_TOO_LARGE}
     */
    public static Outcome<Posting> post(
            String id, String claimId, Instant bookedAt, Map<String, Account> accounts, List<Leg> legs) {
        if (legs.size() < 2) {
            return Outcome.refused(RefundRefusal.ENTRY_MALFORMED, "an entry needs a debit and a credit");
        }
        Map<String, Account> changed = new LinkedHashMap<>();
        String currency = null;
        long sum = 0;
        try {
            for (Leg leg : legs) {
                Account account = accounts.get(leg.accountId());
                if (account == null) {
                    return Outcome.refused(RefundRefusal.ACCOUNT_UNKNOWN, "there is no account " + leg.accountId());
                }
                if (leg.amountMinor() == 0 || changed.containsKey(account.id())) {
                    return Outcome.refused(
                            RefundRefusal.ENTRY_MALFORMED, "a leg is empty or repeats account " + account.id());
                }
                if (currency != null && !currency.equals(account.key().currency())) {
                    return Outcome.refused(
                            RefundRefusal.CURRENCY_MIXED,
                            currency + " and " + account.key().currency() + " in one entry");
                }
                currency = account.key().currency();
                sum = Math.addExact(sum, leg.amountMinor());
                changed.put(account.id(), account.with(leg.amountMinor()));
            }
        } catch (ArithmeticException e) {
            return Outcome.refused(RefundRefusal.AMOUNT_TOO_LARGE, "an amount leaves the range of the ledger");
        }
        if (sum != 0) {
            return Outcome.refused(RefundRefusal.ENTRY_UNBALANCED, "the legs add up to " + sum + ", not to zero");
        }
        Entry entry = new Entry(id, claimId, bookedAt, currency, legs);
        return Outcome.done(new Posting(entry, new ArrayList<>(changed.values())));
    }
}
