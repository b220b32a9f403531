package io.redress.penalties.domain.rulebook;

import java.time.Duration;

/**
 * When points of several decisions together may close a shop.
 *
 * @param points thresholds from here on need a clause of the closed list, or this
 * @param minFinalDecisions so many separate final decisions must have contributed
 * @param actsAfterPreviousStatement each for acts after the delivery of the statement before
 * @param advanceNotice how long before it begins the merchant is told
 */
public record ClosureByAccumulation(
        int points, int minFinalDecisions, boolean actsAfterPreviousStatement, Duration advanceNotice, boolean held) {}
