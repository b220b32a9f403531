package io.redress.cases.domain;

/** How far an effect line has come. */
public enum EffectState {
    PENDING,
    APPLIED,
    SUPERSEDED,
    FAILED;

    /** Nothing more is owed. FAILED is not settled: an operator puts it right, and the owner answers again. */
    public boolean settled() {
        return this == APPLIED || this == SUPERSEDED;
    }
}
