package io.redress.cases.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * One year's business days as announced.
 *
 * @param holidays days off, weekends included where the announcement names them
 * @param makeUpWorkdays weekend days that are worked
 */
public record CalendarYear(
        int year,
        ZoneId zone,
        LocalTime opens,
        LocalTime closes,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUpWorkdays) {

    public CalendarYear {
        holidays = Set.copyOf(holidays);
        makeUpWorkdays = Set.copyOf(makeUpWorkdays);
    }
}
