package io.redress.cases.domain.clock;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.CalendarYear;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every version of the years' calendars that may matter to a case. A clock keeps the calendars that were in force when it
 * began: a version that is published while it runs counts for the clocks that begin afterwards. A year without a calendar
 * then has Monday to Friday.
 *
 * @param defaultZone whose days count before any calendar was published
 */
public record Calendars(ZoneId defaultZone, List<Published> published) {

    /** A version of a year's calendar. */
    public record Published(Instant at, CalendarYear year) {}

    public Calendars {
        published =
                published.stream().sorted(Comparator.comparing(Published::at)).toList();
    }

    /** The calendars that were in force at this instant. */
    public BusinessCalendar inForceAt(Instant instant) {
        TreeMap<Integer, CalendarYear> years = new TreeMap<>();
        published.stream()
                .filter(version -> !version.at().isAfter(instant))
                .forEach(version -> years.put(version.year().year(), version.year()));
        ZoneId zone =
                years.isEmpty() ? defaultZone : years.lastEntry().getValue().zone();
        return new BusinessCalendar(zone, Map.copyOf(years));
    }
}
