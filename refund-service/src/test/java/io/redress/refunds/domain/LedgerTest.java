package io.redress.refunds.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final Instant AT = Instant.parse("2018-05-01T00:00:00Z");
    private static final Account SUSPENSE = new Account("acc_1", AccountKey.suspense("CNY"), 0);
    private static final Account MERCHANT = new Account("acc_2", AccountKey.merchant("m-1", "CNY"), 0);
    private static final Account DOLLARS = new Account("acc_3", AccountKey.merchant("m-1", "USD"), 0);
    private static final Map<String, Account> ACCOUNTS = Map.of("acc_1", SUSPENSE, "acc_2", MERCHANT, "acc_3", DOLLARS);

    @Test
    void an_entry_moves_the_same_sum_out_of_one_account_and_into_another() {
        Entry.Posting posting = posted(new Leg("acc_1", 450_000), new Leg("acc_2", -450_000));

        assertThat(posting.accounts())
                .extracting(Account::id, Account::balanceMinor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("acc_1", 450_000L),
                        org.assertj.core.groups.Tuple.tuple("acc_2", -450_000L));
        assertThat(posting.entry().currency()).isEqualTo("CNY");
    }

    @Test
    void unequal_debits_and_credits_are_refused() {
        assertRefused(RefundRefusal.ENTRY_UNBALANCED, new Leg("acc_1", 450_000), new Leg("acc_2", -449_999));
    }

    @Test
    void one_side_alone_is_refused() {
        assertRefused(RefundRefusal.ENTRY_MALFORMED, new Leg("acc_1", 450_000));
        assertRefused(RefundRefusal.ENTRY_MALFORMED);
    }

    @Test
    void empty_legs_and_an_account_twice_are_refused() {
        assertRefused(RefundRefusal.ENTRY_MALFORMED, new Leg("acc_1", 0), new Leg("acc_2", 0));
        assertRefused(RefundRefusal.ENTRY_MALFORMED, new Leg("acc_1", 1), new Leg("acc_1", -1));
    }

    @Test
    void two_currencies_in_one_entry_are_refused_even_when_the_figures_agree() {
        assertRefused(RefundRefusal.CURRENCY_MIXED, new Leg("acc_1", 100), new Leg("acc_3", -100));
    }

    @Test
    void an_unknown_account_is_refused() {
        assertRefused(RefundRefusal.ACCOUNT_UNKNOWN, new Leg("acc_1", 100), new Leg("acc_9", -100));
    }

    @Test
    void amounts_beyond_the_range_are_refused_and_never_wrap_around() {
        Account full = new Account("acc_4", AccountKey.merchant("m-2", "CNY"), Long.MAX_VALUE);

        Outcome<Entry.Posting> outcome = Entry.post(
                "ent_1",
                "clm_1",
                AT,
                Map.of("acc_4", full, "acc_1", SUSPENSE),
                List.of(new Leg("acc_4", 1), new Leg("acc_1", -1)));

        assertThat(refusal(outcome)).isEqualTo(RefundRefusal.AMOUNT_TOO_LARGE);
    }

    /** The model is nothing but a map of balances and their sum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20180501, 4_500_00})
    void whatever_is_posted_the_trial_balance_stays_zero(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, Account> accounts = new HashMap<>();
        Map<String, Long> model = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            AccountKey key = i == 0 ? AccountKey.suspense("CNY") : AccountKey.merchant("m-" + i, "CNY");
            accounts.put("acc_" + i, new Account("acc_" + i, key, 0));
            model.put("acc_" + i, 0L);
        }
        int booked = 0;
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            List<Leg> legs = legs(random, new ArrayList<>(accounts.keySet()));
            long sum = legs.stream().mapToLong(Leg::amountMinor).sum();
            boolean sound = sum == 0 && legs.stream().allMatch(leg -> leg.amountMinor() != 0);

            Outcome<Entry.Posting> outcome = Entry.post("ent_" + i, "clm_" + i, AT, accounts, legs);

            assertThat(outcome instanceof Outcome.Done).isEqualTo(sound);
            if (outcome instanceof Outcome.Done<Entry.Posting> done) {
                booked++;
                done.value().accounts().forEach(account -> accounts.put(account.id(), account));
                legs.forEach(leg -> model.merge(leg.accountId(), leg.amountMinor(), Long::sum));
            } else {
                refused++;
            }
            assertThat(accounts.values().stream()
                            .mapToLong(Account::balanceMinor)
                            .sum())
                    .isZero();
        }
        accounts.forEach((id, account) -> assertThat(account.balanceMinor()).isEqualTo(model.get(id)));
        assertThat(booked).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    /** Two to four legs on different accounts; about half of them balanced. */
    private static List<Leg> legs(Random random, List<String> accountIds) {
        Collections.sort(accountIds);
        Collections.shuffle(accountIds, random);
        int count = 2 + random.nextInt(3);
        List<Leg> legs = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < count - 1; i++) {
            long amount = random.nextInt(2_000_001) - 1_000_000;
            legs.add(new Leg(accountIds.get(i), amount));
            sum += amount;
        }
        long last = random.nextBoolean() ? -sum : -sum + 1 + random.nextInt(10);
        legs.add(new Leg(accountIds.get(count - 1), last));
        return legs;
    }

    private static Entry.Posting posted(Leg... legs) {
        return ((Outcome.Done<Entry.Posting>) Entry.post("ent_1", "clm_1", AT, ACCOUNTS, List.of(legs))).value();
    }

    private static void assertRefused(RefundRefusal expected, Leg... legs) {
        assertThat(refusal(Entry.post("ent_1", "clm_1", AT, ACCOUNTS, List.of(legs))))
                .isEqualTo(expected);
    }

    private static Object refusal(Outcome<Entry.Posting> outcome) {
        return ((Outcome.Refused<Entry.Posting>) outcome).refusal().code();
    }
}
