package io.redress.penalties.domain.shop;

/** How the owner answers an effect line. */
public enum EffectResult {
    APPLIED,
    /** Something later or stronger already holds. */
    SUPERSEDED,
    FAILED
}
