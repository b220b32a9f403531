package io.redress.refunds.store;

import io.redress.kit.boot.Ids;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.refunds.app.Ledger;
import io.redress.refunds.domain.Account;
import io.redress.refunds.domain.AccountKey;
import io.redress.refunds.domain.AccountKind;
import io.redress.refunds.domain.Entry;
import io.redress.refunds.domain.Leg;
import io.redress.refunds.domain.TrialBalance;
import io.redress.refunds.domain.TrialBalance.CurrencyBalance;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The ledger in {@code account}, {@code ledger_entry} and {@code ledger_leg}. */
public final class PgLedger implements Ledger {
    private static final String OPEN = """
            INSERT INTO account (id, kind, owner, currency, normal_side)
            SELECT * FROM unnest((SELECT $1::text[]), $2::text[], $3::text[], $4::text[], $5::text[])
            ON CONFLICT (kind, owner, currency) DO NOTHING""";

    private static final String LOCK = """
            SELECT * FROM account
             WHERE (kind, owner, currency) IN (SELECT * FROM unnest((SELECT $1::text[]), $2::text[], $3::text[]))
             ORDER BY id
               FOR UPDATE""";

    private static final String ENTRY = """
            INSERT INTO ledger_entry (id, claim_id, currency, booked_at) VALUES ($1, $2, $3, $4)""";

    private static final String LEGS = """
            INSERT INTO ledger_leg (entry_id, account_id, currency, amount_minor)
            SELECT $1, leg.account_id, $2, leg.amount_minor
              FROM unnest((SELECT $3::text[]), $4::bigint[]) AS leg (account_id, amount_minor)""";

    private static final String BALANCES = """
            UPDATE account SET balance_minor = changed.balance_minor
              FROM unnest((SELECT $1::text[]), $2::bigint[]) AS changed (id, balance_minor)
             WHERE account.id = changed.id""";

    private static final String ACCOUNTS = """
            SELECT * FROM account WHERE ($1::text IS NULL OR id > $1::text) ORDER BY id LIMIT $2""";

    private static final String ENTRIES = """
            SELECT entry.id, entry.claim_id, entry.currency, entry.booked_at, leg.account_id, leg.amount_minor
              FROM (SELECT * FROM ledger_entry e
                     WHERE ($1::text IS NULL
                            OR EXISTS (SELECT 1 FROM ledger_leg l WHERE l.entry_id = e.id AND l.account_id = $1::text))
                       AND ($2::text IS NULL OR e.id > $2::text)
                     ORDER BY e.id
                     LIMIT $3) AS entry
              JOIN ledger_leg leg ON leg.entry_id = entry.id
             ORDER BY entry.id, leg.amount_minor DESC, leg.account_id""";

    private static final String TRIAL_BALANCE = """
            SELECT balance.currency,
                   coalesce(legs.debit, 0)::text AS debit,
                   coalesce(legs.credit, 0)::text AS credit,
                   balance.total::text AS accounts
              FROM (SELECT currency, sum(balance_minor) AS total FROM account GROUP BY currency) AS balance
              LEFT JOIN (SELECT currency,
                                sum(amount_minor) FILTER (WHERE amount_minor > 0) AS debit,
                                sum(amount_minor) FILTER (WHERE amount_minor < 0) AS credit
                           FROM ledger_leg GROUP BY currency) AS legs USING (currency)
             ORDER BY balance.currency""";

    private final Ids ids;

    public PgLedger(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Future<Map<AccountKey, Account>> lock(Collection<AccountKey> keys, Tx tx) {
        String[] kinds = strings(keys, key -> key.kind().name());
        String[] owners = strings(keys, key -> key.owner().orElse(""));
        String[] currencies = strings(keys, AccountKey::currency);
        Tuple fresh = Tuple.tuple()
                .addArrayOfString(strings(keys, key -> ids.next("acc")))
                .addArrayOfString(kinds)
                .addArrayOfString(owners)
                .addArrayOfString(currencies)
                .addArrayOfString(strings(keys, key -> key.kind().normalSide().name()));
        Tuple wanted =
                Tuple.tuple().addArrayOfString(kinds).addArrayOfString(owners).addArrayOfString(currencies);
        return tx.query(OPEN, fresh).compose(opened -> tx.query(LOCK, wanted)).map(rows -> {
            Map<AccountKey, Account> accounts = new LinkedHashMap<>();
            rows.forEach(row -> {
                Account account = account(row);
                accounts.put(account.key(), account);
            });
            return accounts;
        });
    }

    /** The rows of a posting; the accounts are locked, so their new balances are known. */
    static Write write(Entry.Posting posting) {
        Entry entry = posting.entry();
        return Write.guarded(
                        ENTRY, Tuple.of(entry.id(), entry.claimId(), entry.currency(), PgClaims.utc(entry.bookedAt())))
                .with(
                        LEGS,
                        Tuple.tuple()
                                .addString(entry.id())
                                .addString(entry.currency())
                                .addArrayOfString(strings(entry.legs(), Leg::accountId))
                                .addArrayOfLong(entry.legs().stream()
                                        .map(Leg::amountMinor)
                                        .toArray(Long[]::new)))
                .with(
                        BALANCES,
                        Tuple.tuple()
                                .addArrayOfString(strings(posting.accounts(), Account::id))
                                .addArrayOfLong(posting.accounts().stream()
                                        .map(Account::balanceMinor)
                                        .toArray(Long[]::new)));
    }

    @Override
    public Future<List<Account>> accounts(Optional<String> after, int limit, Tx tx) {
        return tx.query(ACCOUNTS, Tuple.of(after.orElse(null), limit)).map(rows -> {
            List<Account> accounts = new ArrayList<>();
            rows.forEach(row -> accounts.add(account(row)));
            return accounts;
        });
    }

    @Override
    public Future<List<Entry>> entries(Optional<String> accountId, Optional<String> after, int limit, Tx tx) {
        return tx.query(ENTRIES, Tuple.of(accountId.orElse(null), after.orElse(null), limit))
                .map(rows -> {
                    Map<String, Entry> entries = new LinkedHashMap<>();
                    rows.forEach(row -> entries.merge(row.getString("id"), entry(row), PgLedger::joined));
                    return List.copyOf(entries.values());
                });
    }

    @Override
    public Future<TrialBalance> trialBalance(Tx tx) {
        return tx.query(TRIAL_BALANCE, Tuple.tuple()).map(rows -> {
            List<CurrencyBalance> currencies = new ArrayList<>();
            rows.forEach(row -> currencies.add(new CurrencyBalance(
                    row.getString("currency"),
                    new BigInteger(row.getString("debit")),
                    new BigInteger(row.getString("credit")),
                    new BigInteger(row.getString("accounts")))));
            return new TrialBalance(currencies);
        });
    }

    private static Account account(Row row) {
        String owner = row.getString("owner");
        AccountKey key = new AccountKey(
                AccountKind.valueOf(row.getString("kind")),
                owner.isEmpty() ? Optional.empty() : Optional.of(owner),
                row.getString("currency"));
        return new Account(row.getString("id"), key, row.getLong("balance_minor"));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getString("id"),
                row.getString("claim_id"),
                row.getOffsetDateTime("booked_at").toInstant(),
                row.getString("currency"),
                List.of(new Leg(row.getString("account_id"), row.getLong("amount_minor"))));
    }

    private static Entry joined(Entry entry, Entry more) {
        List<Leg> legs = new ArrayList<>(entry.legs());
        legs.addAll(more.legs());
        return new Entry(entry.id(), entry.claimId(), entry.bookedAt(), entry.currency(), legs);
    }

    private static <T> String[] strings(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
