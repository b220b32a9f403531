package io.redress.cases.store;

import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.clock.Calendars;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Versions of the years' calendars. */
final class CalendarRows {

    private static final String CALENDARS = """
            SELECT y.year, y.zone, y.opens, y.closes, v.set_at,
                   (SELECT array_agg(d.day) FROM calendar_day d
                    WHERE d.year = y.year AND d.version = y.version AND d.kind = 'HOLIDAY') AS holidays,
                   (SELECT array_agg(d.day) FROM calendar_day d
                    WHERE d.year = y.year AND d.version = y.version AND d.kind = 'MAKE_UP') AS make_up_workdays
            FROM calendar_year y
            JOIN configuration_version v ON v.id = 'calendar:' || y.year AND v.version = y.version
            WHERE v.set_at <= $2 AND NOT EXISTS (
                SELECT 1 FROM configuration_version w
                WHERE w.id = v.id AND w.version > v.version AND w.set_at <= $1)
            ORDER BY v.set_at, y.year, y.version""";

    private CalendarRows() {}

    /** Those in force at one instant, and those published from then to another. */
    static Future<Calendars> read(Tx tx, ZoneId defaultZone, Instant since, Instant until) {
        return tx.query(CALENDARS, Columns.tuple(Columns.time(since), Columns.time(until)))
                .map(rows -> {
                    List<Calendars.Published> published = new ArrayList<>();
                    rows.forEach(
                            row -> published.add(new Calendars.Published(Columns.instant(row, "set_at"), year(row))));
                    return new Calendars(defaultZone, published);
                });
    }

    /** Of a row with the columns of a year and its days. */
    static CalendarYear year(Row row) {
        return new CalendarYear(
                row.getInteger("year"),
                ZoneId.of(row.getString("zone")),
                row.getLocalTime("opens"),
                row.getLocalTime("closes"),
                days(row, "holidays"),
                days(row, "make_up_workdays"));
    }

    private static Set<LocalDate> days(Row row, String column) {
        LocalDate[] days = row.getArrayOfLocalDates(column);
        return days == null ? Set.of() : Set.of(days);
    }
}
