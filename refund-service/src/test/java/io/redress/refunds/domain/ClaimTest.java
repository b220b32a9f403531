package io.redress.refunds.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final Instant AT = Instant.parse("2018-05-01T00:00:00Z");
    private static final ClaimPolicy POLICY = new ClaimPolicy(Set.of("CNY"));
    private static final ClaimOrder ORDER =
            new ClaimOrder("clm_1", "eff_1", "m-1", "cas_1", "rul_1", "pen_1", new Money(450_000, "CNY"));
    private static final Account SUSPENSE = new Account("acc_1", AccountKey.suspense("CNY"), 100);
    private static final Account MERCHANT = new Account("acc_2", AccountKey.merchant("m-1", "CNY"), -100);

    @Test
    void a_reversal_is_booked_debit_suspense_credit_merchant() {
        Claim.Change change = Claim.book(ORDER, SUSPENSE, MERCHANT, "ent_1", AT);

        assertThat(change.posting().orElseThrow().entry().legs())
                .containsExactly(new Leg("acc_1", 450_000), new Leg("acc_2", -450_000));
        assertThat(change.posting().orElseThrow().accounts())
                .extracting(Account::balanceMinor)
                .containsExactly(450_100L, -450_100L);
        assertThat(change.claim().status()).isEqualTo(Claim.Status.BOOKED);
    }

    @Test
    void a_booked_claim_was_approved_first_and_its_line_is_answered_last() {
        Claim.Change change = Claim.book(ORDER, SUSPENSE, MERCHANT, "ent_1", AT);

        List<Class<?>> told =
                change.events().stream().<Class<?>>map(ClaimEvent::getClass).toList();
        assertThat(told)
                .containsExactly(ClaimEvent.Approved.class, ClaimEvent.Booked.class, ClaimEvent.EffectAnswered.class);
        assertThat(((ClaimEvent.EffectAnswered) change.events().get(2)).result())
                .isEqualTo(ClaimEvent.Result.APPLIED);
    }

    @Test
    void what_the_ledger_cannot_hold_is_answered_as_failed() {
        Account full = new Account("acc_1", AccountKey.suspense("CNY"), Long.MAX_VALUE);

        Claim.Change change = Claim.book(ORDER, full, MERCHANT, "ent_1", AT);

        assertThat(change.posting()).isEmpty();
        assertThat(change.claim().status()).isEqualTo(Claim.Status.FAILED);
        assertThat(change.claim().reason().orElseThrow()).startsWith("amount-too-large");
        assertThat(change.events()).hasSize(1);
    }

    @Test
    void nothing_and_less_than_nothing_cannot_be_claimed() {
        assertThat(refusal(new Money(0, "CNY"))).isEqualTo(RefundRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(new Money(-1, "CNY"))).isEqualTo(RefundRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(POLICY.check(new Money(1, "CNY"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_currency_without_accounts_cannot_be_claimed() {
        assertThat(refusal(new Money(1, "XAU"))).isEqualTo(RefundRefusal.CURRENCY_UNKNOWN);
    }

    private static Object refusal(Money amount) {
        return ((Outcome.Refused<Money>) POLICY.check(amount)).refusal().code();
    }
}
