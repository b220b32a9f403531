package io.redress.penalties.domain.rulebook;

import java.time.MonthDay;
import java.util.Optional;

/**
 * When the points of a year are cleared.
 *
 * @param lastDay the day at whose end (24:00, the next day's first instant, exclusive) points are cleared
 * @param carryOver the bucket whose entries may survive
 */
public record ResetRule(MonthDay lastDay, Optional<CarryOver> carryOver) {

    /**
     * Entries of the bucket survive {@code resets} resets while the tally at the reset is at least {@code from} and
     * below {@code below}.
     */
    public record CarryOver(String bucket, int from, int below, int resets) {}
}
