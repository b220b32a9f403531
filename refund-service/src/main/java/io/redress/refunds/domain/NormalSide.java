package io.redress.refunds.domain;

/** The side of an account on which its balance normally is. In this ledger a debit is positive, a credit negative. */
public enum NormalSide {
    DEBIT,
    CREDIT
}
