package io.redress.refunds.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A merchant's claim to money back, of any kind. One that a ruling orders needs nobody's further approval: the ruling is
 * the authority, and the claim is approved and booked in one step.
 *
 * @param order the ruling's line
 * @param status booked, or failed for good
 * @param entryId the ledger entry, once booked
 * @param reason why it failed
 * @param decidedAt business time
 */
public record Claim(
        ClaimOrder order, Status status, Optional<String> entryId, Optional<String> reason, Instant decidedAt) {
    /** How a claim ended. */
    public enum Status {
        BOOKED,
        FAILED
    }

    /**
     * A decided claim, what happened to it, and the posting if there is one.
     */
    public record Change(Claim claim, List<ClaimEvent> events, Optional<Entry.Posting> posting) {
        public Change {
            events = List.copyOf(events);
            Objects.requireNonNull(posting, "posting");
        }
    }

    /** The claim's id, {@code clm_…}. */
    public String id() {
        return order.claimId();
    }

    /**
     * Books the money: debit suspense, credit merchant. What cannot be booked is answered as failed, so that the case
     * does not wait for it forever.
     *
     * @param suspense the suspense account of the currency
     * @param merchant the merchant's account of the currency
     * @param entryId the id of the entry to be made
     * @param at business time
     */
    public static Change book(ClaimOrder order, Account suspense, Account merchant, String entryId, Instant at) {
        long amount = order.amount().amountMinor();
        Outcome<Entry.Posting> posted = Entry.post(
                entryId,
                order.claimId(),
                at,
                Map.of(suspense.id(), suspense, merchant.id(), merchant),
                List.of(new Leg(suspense.id(), amount), new Leg(merchant.id(), Math.negateExact(amount))));
        if (posted instanceof Outcome.Refused<Entry.Posting> refused) {
            return fail(order, refused.refusal(), at);
        }
        Claim claim = new Claim(order, Status.BOOKED, Optional.of(entryId), Optional.empty(), at);
        return new Change(
                claim,
                List.of(
                        new ClaimEvent.Approved(claim),
                        new ClaimEvent.Booked(claim, entryId),
                        new ClaimEvent.EffectAnswered(claim, ClaimEvent.Result.APPLIED, Optional.empty())),
                Optional.of(((Outcome.Done<Entry.Posting>) posted).value()));
    }

    /** Answers that the line cannot be carried out; nothing is booked. */
    public static Change fail(ClaimOrder order, Refusal refusal, Instant at) {
        String reason = refusal.code().code() + ": " + refusal.detail();
        Claim claim = new Claim(order, Status.FAILED, Optional.empty(), Optional.of(reason), at);
        return new Change(
                claim,
                List.of(new ClaimEvent.EffectAnswered(claim, ClaimEvent.Result.FAILED, Optional.of(reason))),
                Optional.empty());
    }
}
