package io.redress.cases.domain;

/** Who writes to whom: the merchant's side and the case's advocate. */
public enum Correspondent {
    MERCHANT,
    ADVOCATE
}
