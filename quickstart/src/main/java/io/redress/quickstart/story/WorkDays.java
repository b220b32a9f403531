package io.redress.quickstart.story;

import io.redress.quickstart.sample.PlainYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Business days as the sample calendar has them, counted here once more so that what the suite says of its clocks can be
 * compared. A year that the sample does not have has Monday to Friday.
 */
record WorkDays(Set<LocalDate> holidays, Set<LocalDate> makeUpWorkdays) {

    static WorkDays ofTheSample() {
        try (InputStream in = WorkDays.class.getResourceAsStream("/sample/calendar.yaml")) {
            Map<?, ?> years = (Map<?, ?>) ((Map<?, ?>) PlainYaml.load(in)).get("years");
            return new WorkDays(days(years, "holidays"), days(years, "makeUpWorkdays"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same time of day on the n-th business day afterwards. */
    OffsetDateTime after(OffsetDateTime from, int days) {
        OffsetDateTime at = from;
        int left = days;
        while (left > 0) {
            at = at.plusDays(1);
            if (counts(at.toLocalDate())) {
                left--;
            }
        }
        return at;
    }

    private boolean counts(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return makeUpWorkdays.contains(day) || !(weekend || holidays.contains(day));
    }

    private static Set<LocalDate> days(Map<?, ?> years, String member) {
        return years.values().stream()
                .flatMap(year -> ((Collection<?>) ((Map<?, ?>) year).get(member)).stream())
                .map(day -> LocalDate.parse(day.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
