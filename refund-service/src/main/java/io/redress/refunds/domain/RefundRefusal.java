package io.redress.refunds.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why the refund service refuses. */
public enum RefundRefusal implements RefusalCode {
    /** Money back is more than nothing. */
    AMOUNT_NOT_POSITIVE(RefusalKind.RULE),
    /** The ledger has no accounts in this currency. */
    CURRENCY_UNKNOWN(RefusalKind.RULE),
    /** The legs of an entry do not add up to zero. */
    ENTRY_UNBALANCED(RefusalKind.RULE),
    /** An entry needs a debit and a credit, each of at least one minor unit, no account twice. */
    ENTRY_MALFORMED(RefusalKind.RULE),
    /** An entry moves one currency, that of its accounts. */
    CURRENCY_MIXED(RefusalKind.RULE),
    /** A leg names an account that is not there. */
    ACCOUNT_UNKNOWN(RefusalKind.RULE),
    /** A balance would leave the range of amounts. */
    AMOUNT_TOO_LARGE(RefusalKind.RULE),
    /** The claim exists already, for another effect line. */
    CLAIM_TAKEN(RefusalKind.STATE);

    private final RefusalKind kind;

    RefundRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
