package io.redress.refunds.app;

import io.redress.kit.pg.Tx;
import io.redress.refunds.domain.Account;
import io.redress.refunds.domain.AccountKey;
import io.redress.refunds.domain.Entry;
import io.redress.refunds.domain.TrialBalance;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts and entries. */
public interface Ledger {
    /** Opens those accounts that are not there yet, locks all of them in the order of their ids, and reads them. */
    Future<Map<AccountKey, Account>> lock(Collection<AccountKey> keys, Tx tx);

    /** The accounts in the order in which they were opened. */
    Future<List<Account>> accounts(Optional<String> after, int limit, Tx tx);

    /** The entries in the order in which they were made, of one account or of all. */
    Future<List<Entry>> entries(Optional<String> accountId, Optional<String> after, int limit, Tx tx);

    /** The sums over the whole ledger. */
    Future<TrialBalance> trialBalance(Tx tx);
}
