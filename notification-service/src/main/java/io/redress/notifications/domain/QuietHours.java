package io.redress.notifications.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A part of each day in which nothing but critical notices is sent. It may span midnight.
 *
 * @param from included, local time
 * @param to excluded, local time; another than {@code from}
 * @param zone whose local time
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** When the quiet hours that hold this instant end; empty outside of them. */
    public Optional<Instant> endAfter(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean spansMidnight = to.isBefore(from);
        boolean quiet =
                spansMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Optional.empty();
        }
        boolean tomorrow = spansMidnight && !time.isBefore(from);
        ZonedDateTime end =
                local.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(to).atZone(zone);
        return Optional.of(end.toInstant()).filter(now::isBefore);
    }
}
