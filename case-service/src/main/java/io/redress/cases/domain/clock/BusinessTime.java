package io.redress.cases.domain.clock;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How much time that counts lies between instants. A business day counts from midnight to midnight of the calendar's
 * zone, other days not at all; so {@code 2B} from a business day on is 48 hours of it, and less from a day off on, because
 * the same time of day on the second business day is the end. Terms of another form count every day.
 */
final class BusinessTime {

    private final BusinessCalendar calendar;
    private final boolean everyDay;

    private BusinessTime(BusinessCalendar calendar, boolean everyDay) {
        this.calendar = calendar;
        this.everyDay = everyDay;
    }

    static BusinessTime of(BusinessCalendar calendar) {
        return new BusinessTime(calendar, false);
    }

    /** As the term counts. */
    static BusinessTime of(BusinessCalendar calendar, Term term) {
        return new BusinessTime(calendar, term.businessDays() == 0);
    }

    /** Nothing when {@code to} is not later. */
    Duration between(Instant from, Instant to) {
        Duration counted = Duration.ZERO;
        LocalDate day = dayOf(from);
        Instant at = from;
        while (at.isBefore(to)) {
            Instant midnight = endOf(day);
            Instant end = midnight.isBefore(to) ? midnight : to;
            if (counts(day)) {
                counted = counted.plus(Duration.between(at, end));
            }
            at = end;
            day = day.plusDays(1);
        }
        return counted;
    }

    /** The instant, on a day that counts, before which this much lies; what is used up at midnight goes to the next such day. */
    Instant after(Instant from, Duration amount) {
        Duration left = amount;
        LocalDate day = dayOf(from);
        Instant at = from;
        while (true) {
            Instant midnight = endOf(day);
            if (counts(day)) {
                Duration room = Duration.between(at, midnight);
                if (left.compareTo(room) < 0) {
                    return at.plus(left);
                }
                left = left.minus(room);
            }
            at = midnight;
            day = day.plusDays(1);
        }
    }

    private boolean counts(LocalDate day) {
        return everyDay || calendar.isBusinessDay(day);
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(calendar.zone()).toLocalDate();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }
}
