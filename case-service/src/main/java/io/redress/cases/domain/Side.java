package io.redress.cases.domain;

/** Whose reply it is. */
public enum Side {
    MERCHANT,
    DEPARTMENT
}
