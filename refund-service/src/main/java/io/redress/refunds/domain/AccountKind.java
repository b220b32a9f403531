package io.redress.refunds.domain;

/** What an account is for. */
public enum AccountKind {
    /** Money given back whose bearer has not been settled yet; one account per currency. */
    SUSPENSE(NormalSide.DEBIT),
    /** What the platform owes a merchant; one account per merchant and currency. */
    MERCHANT(NormalSide.CREDIT);

    private final NormalSide normalSide;

    AccountKind(NormalSide normalSide) {
        this.normalSide = normalSide;
    }

    /** The side on which the balance of such an account normally is. */
    public NormalSide normalSide() {
        return normalSide;
    }
}
