package io.redress.cases.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Which days count. Years without a calendar have Monday to Friday.
 *
 * @param zone whose days they are
 * @param years by year
 */
public record BusinessCalendar(ZoneId zone, Map<Integer, CalendarYear> years) {

    public BusinessCalendar {
        years = Map.copyOf(years);
    }

    public boolean isBusinessDay(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year != null && year.makeUpWorkdays().contains(day)) {
            return true;
        }
        if (year != null && year.holidays().contains(day)) {
            return false;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The end of a term; in business days it is the same time of day on the n-th business day after the start's. */
    public Instant after(Instant start, Term term) {
        ZonedDateTime local = start.atZone(zone);
        LocalDate day = local.toLocalDate();
        int left = term.businessDays();
        while (left > 0) {
            day = day.plusDays(1);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return local.with(day).plus(term.period()).toInstant().plus(term.time());
    }
}
