package io.redress.cases.domain;

/** An amount in integer minor units of one currency (ISO 4217). */
public record Money(long amountMinor, String currency) {}
