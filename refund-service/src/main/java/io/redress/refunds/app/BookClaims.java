package io.redress.refunds.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.refunds.domain.Account;
import io.redress.refunds.domain.AccountKey;
import io.redress.refunds.domain.Claim;
import io.redress.refunds.domain.ClaimOrder;
import io.redress.refunds.domain.ClaimPolicy;
import io.redress.refunds.domain.Entry;
import io.redress.refunds.domain.Money;
import io.redress.refunds.domain.RefundRefusal;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out the money lines of a ruling: each is booked and answered exactly once, however often the ruling is told.
 * A line whose amount cannot be booked is answered as failed.
 */
public final class BookClaims {
    private final Claims claims;
    private final Ledger ledger;
    private final ClaimPolicy policy;
    private final Ids ids;

    public BookClaims(Claims claims, Ledger ledger, ClaimPolicy policy, Ids ids) {
        this.claims = claims;
        this.ledger = ledger;
        this.policy = policy;
        this.ids = ids;
    }

    /**
     * Prepares the writes, one per line, to be applied in this order.
     *
     * @return nothing for lines answered before; refused with {@code CLAIM_TAKEN} when a line names a claim that
     *     another line has made
     */
    public Future<Outcome<List<Write>>> handle(List<ClaimOrder> orders, CommandContext context, Tx tx) {
        return unanswered(orders, tx).compose(open -> taken(open, tx).compose(taken -> {
            if (taken) {
                return Future.succeededFuture(Outcome.refused(
                        RefundRefusal.CLAIM_TAKEN, "the ruling names a claim that another effect line has made"));
            }
            return ledger.lock(accountsOf(open), tx).map(accounts -> Outcome.done(decide(open, accounts, context)));
        }));
    }

    private Future<List<ClaimOrder>> unanswered(List<ClaimOrder> orders, Tx tx) {
        Map<String, ClaimOrder> byEffect = new LinkedHashMap<>();
        orders.forEach(order -> byEffect.putIfAbsent(order.effectId(), order));
        Future<List<ClaimOrder>> open = Future.succeededFuture(new ArrayList<>());
        for (ClaimOrder order : byEffect.values()) {
            open = open.compose(found -> claims.answered(order.effectId(), tx).map(answered -> {
                if (!answered) {
                    found.add(order);
                }
                return found;
            }));
        }
        return open;
    }

    private Future<Boolean> taken(List<ClaimOrder> orders, Tx tx) {
        Set<String> claimIds = new LinkedHashSet<>();
        boolean twice = orders.stream().anyMatch(order -> !claimIds.add(order.claimId()));
        Future<Boolean> taken = Future.succeededFuture(twice);
        for (String claimId : claimIds) {
            taken = taken.compose(before -> before
                    ? Future.succeededFuture(true)
                    : claims.find(claimId, tx).map(found -> found.isPresent()));
        }
        return taken;
    }

    private Set<AccountKey> accountsOf(List<ClaimOrder> orders) {
        Set<AccountKey> keys = new LinkedHashSet<>();
        for (ClaimOrder order : orders) {
            if (policy.check(order.amount()) instanceof Outcome.Done<Money> amount) {
                keys.add(AccountKey.suspense(amount.value().currency()));
                keys.add(AccountKey.merchant(order.merchantId(), amount.value().currency()));
            }
        }
        return keys;
    }

    private List<Write> decide(List<ClaimOrder> orders, Map<AccountKey, Account> locked, CommandContext context) {
        Map<AccountKey, Account> accounts = new HashMap<>(locked);
        List<Write> writes = new ArrayList<>();
        for (ClaimOrder order : orders) {
            Claim.Change change = decide(order, accounts, context);
            change.posting()
                    .map(Entry.Posting::accounts)
                    .ifPresent(changed -> changed.forEach(account -> accounts.put(account.key(), account)));
            writes.add(claims.decide(context, change));
        }
        return List.copyOf(writes);
    }

    private Claim.Change decide(ClaimOrder order, Map<AccountKey, Account> accounts, CommandContext context) {
        if (policy.check(order.amount()) instanceof Outcome.Refused<Money> refused) {
            Refusal refusal = refused.refusal();
            return Claim.fail(order, refusal, context.businessTime());
        }
        String currency = order.amount().currency();
        return Claim.book(
                order,
                accounts.get(AccountKey.suspense(currency)),
                accounts.get(AccountKey.merchant(order.merchantId(), currency)),
                ids.next("ent"),
                context.businessTime());
    }
}
