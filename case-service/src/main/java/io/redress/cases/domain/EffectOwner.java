package io.redress.cases.domain;

/** The service that carries an effect out. */
public enum EffectOwner {
    PENALTIES,
    REFUNDS
}
