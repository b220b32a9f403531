package io.redress.penalties.domain.rulebook;

import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/** When points cease to count. */
public sealed interface ResetRule {

    /** The first instant behind {@code after} at which points may cease to count by this rule. */
    Instant next(Instant after, ZoneId zone);

    /**
     * All points of a year are cleared together.
     *
     * @param lastDay the day at whose end (24:00, the next day's first instant, exclusive) points are cleared; 29
     *     February is the 28th in a year without one
     * @param carryOver the bucket whose entries may survive
     */
    record Yearly(MonthDay lastDay, Optional<CarryOver> carryOver) implements ResetRule {

        @Override
        public Instant next(Instant after, ZoneId zone) {
            for (int year = after.atZone(zone).getYear(); ; year++) {
                Instant candidate =
                        lastDay.atYear(year).plusDays(1).atStartOfDay(zone).toInstant();
                if (candidate.isAfter(after)) {
                    return candidate;
                }
            }
        }
    }

    /**
     * Each entry expires by itself.
     *
     * @param keep how long it counts: until the end (24:00) of the day that lies so far behind its own
     */
    record Rolling(Period keep) implements ResetRule {

        public Rolling {
            if (keep.isNegative() || keep.isZero()) {
                throw new IllegalArgumentException("an entry counts for at least a day");
            }
        }

        @Override
        public Instant next(Instant after, ZoneId zone) {
            return after.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }

        /** No entry of this instant or later has expired at {@code at}; months differ in length by up to three days. */
        Instant expiredBefore(Instant at, ZoneId zone) {
            return at.atZone(zone)
                    .toLocalDate()
                    .minus(keep)
                    .plusDays(4)
                    .atStartOfDay(zone)
                    .toInstant();
        }

        /** When an entry of this instant has expired. */
        public Instant expiry(Instant effectiveAt, ZoneId zone) {
            return effectiveAt
                    .atZone(zone)
                    .toLocalDate()
                    .plus(keep)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    /**
     * Entries of the bucket survive {@code resets} resets while the tally at the reset is at least {@code from} and
     * below {@code below}.
     */
    record CarryOver(String bucket, int from, int below, int resets) {}
}
