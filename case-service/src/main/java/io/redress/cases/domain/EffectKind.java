package io.redress.cases.domain;

/** What an effect line changes. */
public enum EffectKind {
    POINTS,
    MEASURE,
    CLAIM,
    TRANSFER
}
