package io.redress.gateway.access.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why the gateway refuses to change a key or a mandate. */
public enum AccessRefusal implements RefusalCode {
    /** It was revoked or has expired. */
    ILLEGAL_TRANSITION(RefusalKind.STATE),
    /** The agency has a mandate of this merchant in that time. */
    DUPLICATE(RefusalKind.STATE),
    /** A key that would have expired before it began. */
    KEY_EXPIRY_INVALID(RefusalKind.RULE),
    /** Not a duration from nothing to seven days. */
    OVERLAP_INVALID(RefusalKind.RULE),
    /** A mandate that would end before it begins, or has ended already. */
    MANDATE_PERIOD_INVALID(RefusalKind.RULE);

    private final RefusalKind kind;

    AccessRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
