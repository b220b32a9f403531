package io.redress.cases.domain;

import java.util.EnumSet;
import java.util.Set;

/** What a case is about, and how it can be decided. */
public enum CaseKind {
    PENALTY_APPEAL,
    COMPENSATION,
    FEE_RELIEF,
    SHOP_TRANSFER,
    COMPLAINT;

    private static final Set<RulingOutcome> OF_APPEALS =
            EnumSet.of(RulingOutcome.UPHOLD, RulingOutcome.OVERTURN, RulingOutcome.PARTIAL, RulingOutcome.CONDITIONAL);
    private static final Set<RulingOutcome> OF_REQUESTS =
            EnumSet.of(RulingOutcome.GRANT, RulingOutcome.PARTLY_GRANT, RulingOutcome.DENY);
    private static final Set<RulingOutcome> ALL_OR_NOTHING = EnumSet.of(RulingOutcome.GRANT, RulingOutcome.DENY);

    /** Whether a ruling in such a case can say this; a shop is not transferred in part, and only an appeal is decided on conditions. */
    public boolean has(RulingOutcome outcome) {
        return switch (this) {
            case PENALTY_APPEAL -> OF_APPEALS.contains(outcome);
            case COMPENSATION, FEE_RELIEF, COMPLAINT -> OF_REQUESTS.contains(outcome);
            case SHOP_TRANSFER -> ALL_OR_NOTHING.contains(outcome);
        };
    }
}
