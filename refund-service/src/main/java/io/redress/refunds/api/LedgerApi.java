package io.redress.refunds.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.refunds.app.Ledger;
import io.redress.refunds.domain.Account;
import io.redress.refunds.domain.Entry;
import io.redress.refunds.domain.TrialBalance;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger over HTTP, to be read only. */
public final class LedgerApi {
    record AccountBody(
            String id, String kind, Optional<String> owner, String currency, String normalSide, String balanceMinor) {}

    record LegBody(String accountId, String amountMinor, String currency) {}

    record EntryBody(String id, String claimId, Instant bookedAt, List<LegBody> legs) {}

    record CurrencyBody(
            String currency, String debitMinor, String creditMinor, String sumMinor, String accountsMinor) {}

    record TrialBalanceBody(boolean balanced, List<CurrencyBody> currencies) {}

    private final Ledger ledger;

    public LedgerApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Binds the operations on the ledger. */
    public void bind(Operations operations) {
        operations.query("listAccounts", this::accounts);
        operations.query("listEntries", this::entries);
        operations.query("getTrialBalance", this::trialBalance);
    }

    private Future<HttpAnswer> accounts(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return ledger.accounts(page.after().map(key -> key.get(0)), page.limit() + 1, tx)
                .map(accounts -> accounts.stream().map(LedgerApi::body).toList())
                .map(bodies -> HttpAnswer.ok(Page.of(bodies, page.limit(), body -> List.of(body.id()))));
    }

    private Future<HttpAnswer> entries(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Optional<String> after = page.after().map(key -> key.get(0));
        return ledger.entries(request.query("accountId"), after, page.limit() + 1, tx)
                .map(entries -> entries.stream().map(LedgerApi::body).toList())
                .map(bodies -> HttpAnswer.ok(Page.of(bodies, page.limit(), body -> List.of(body.id()))));
    }

    private Future<HttpAnswer> trialBalance(ApiRequest request, CommandContext context, Tx tx) {
        return ledger.trialBalance(tx).map(balance -> HttpAnswer.ok(body(balance)));
    }

    private static AccountBody body(Account account) {
        return new AccountBody(
                account.id(),
                account.key().kind().name(),
                account.key().owner(),
                account.key().currency(),
                account.key().kind().normalSide().name(),
                Long.toString(account.balanceMinor()));
    }

    private static EntryBody body(Entry entry) {
        List<LegBody> legs = entry.legs().stream()
                .map(leg -> new LegBody(leg.accountId(), Long.toString(leg.amountMinor()), entry.currency()))
                .toList();
        return new EntryBody(entry.id(), entry.claimId(), entry.bookedAt(), legs);
    }

    private static TrialBalanceBody body(TrialBalance balance) {
        List<CurrencyBody> currencies = balance.currencies().stream()
                .map(currency -> new CurrencyBody(
                        currency.currency(),
                        currency.debitMinor().toString(),
                        currency.creditMinor().toString(),
                        currency.sumMinor().toString(),
                        currency.accountsMinor().toString()))
                .toList();
        return new TrialBalanceBody(balance.balanced(), currencies);
    }
}
