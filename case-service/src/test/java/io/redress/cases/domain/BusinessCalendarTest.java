package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZONE,
            Map.of(
                    2018,
                    new CalendarYear(
                            2018,
                            ZONE,
                            LocalTime.of(9, 0),
                            LocalTime.of(18, 0),
                            days(
                                    "2018-01-01",
                                    "2018-02-15",
                                    "2018-02-16",
                                    "2018-02-19",
                                    "2018-02-20",
                                    "2018-02-21",
                                    "2018-04-30",
                                    "2018-05-01"),
                            days("2018-02-11", "2018-02-24", "2018-04-28"))));

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // 28 April 2018 is a Saturday that is worked
        "2018-04-26T10:00:00+08:00, 2B, 2018-04-28T10:00:00+08:00",
        // spring festival: 15 to 21 February are off
        "2018-02-14T10:00:00+08:00, 1B, 2018-02-22T10:00:00+08:00",
        // over the weekend and the first of May
        "2018-04-28T10:00:00+08:00, 1B, 2018-05-02T10:00:00+08:00",
        // from a Saturday off
        "2018-04-21T10:00:00+08:00, 1B, 2018-04-23T10:00:00+08:00",
        // 2019 has no calendar: Monday to Friday, its first of May included
        "2019-04-30T10:00:00+08:00, 1B, 2019-05-01T10:00:00+08:00",
        "2019-05-03T10:00:00+08:00, 1B, 2019-05-06T10:00:00+08:00",
        // other forms do not count business days
        "2018-04-20T10:00:00+08:00, P14D, 2018-05-04T10:00:00+08:00",
        "2018-04-20T10:00:00+08:00, PT2H, 2018-04-20T12:00:00+08:00",
        "2018-04-26T10:00:00+08:00, 0B, 2018-04-26T10:00:00+08:00"
    })
    void addsTermsToInstants(String start, String term, String expected) {
        Instant end = CALENDAR.after(OffsetDateTime.parse(start).toInstant(), Term.parse(term));

        assertThat(end).isEqualTo(OffsetDateTime.parse(expected).toInstant());
    }

    @Test
    void theDayIsTheZonesNotGreenwichs() {
        // Friday 23:00 in Greenwich is Saturday in Shanghai; the next business day is Monday there
        Instant end = CALENDAR.after(Instant.parse("2018-04-20T23:00:00Z"), Term.parse("1B"));

        assertThat(end).isEqualTo(Instant.parse("2018-04-22T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "-1B", "1000B", "two days", "14", "P"})
    void refusesWhatIsNoTerm(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2B", "P14D", "P1Y", "PT2H"})
    void writesATermAsItWasRead(String text) {
        assertThat(Term.parse(text)).hasToString(text);
    }

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
