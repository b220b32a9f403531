package io.redress.penalties.domain.rulebook;

/** Where a registered version stands at an instant; follows from the dates of all versions, and is stored nowhere. */
public enum RulebookStatus {
    UPCOMING,
    IN_FORCE,
    SUPERSEDED
}
