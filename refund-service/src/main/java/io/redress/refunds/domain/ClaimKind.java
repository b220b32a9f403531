package io.redress.refunds.domain;

import java.util.Optional;

/** Why money goes back to a merchant. */
public enum ClaimKind {
    /** A penalty was overturned or reduced. */
    PENALTY_REVERSAL,
    /** The platform caused a loss. */
    COMPENSATION,
    /** A fee was not owed. */
    FEE_RELIEF,
    /** Returned without a legal duty, because to keep it would be unfair; it admits nothing. */
    GOODWILL,
    /** One rule or detector was wrong. */
    REMEDIATION;

    /**
     * The kind of claim that a ruling in this kind of case makes: a fee that is relieved is returned as goodwill. Empty
     * for cases that are not about money.
     */
    public static Optional<ClaimKind> ofCase(String caseKind) {
        return switch (caseKind) {
            case "PENALTY_APPEAL" -> Optional.of(PENALTY_REVERSAL);
            case "COMPENSATION" -> Optional.of(COMPENSATION);
            case "FEE_RELIEF" -> Optional.of(GOODWILL);
            default -> Optional.empty();
        };
    }

    /** True of what is paid without admitting anything. */
    public boolean admitsNothing() {
        return this == GOODWILL;
    }
}
