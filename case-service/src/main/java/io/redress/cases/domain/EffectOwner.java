package io.redress.cases.domain;

/** Who carries an effect out. */
public enum EffectOwner {
    PENALTIES,
    REFUNDS,
    /** The marketplace's own system: it confirms over the API. */
    MARKETPLACE
}
