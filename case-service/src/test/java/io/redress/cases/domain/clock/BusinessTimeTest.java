package io.redress.cases.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar of 2018 is the one announced by the State Council's general office. */
class BusinessTimeTest {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final CalendarYear YEAR_2018 = new CalendarYear(
            2018,
            SHANGHAI,
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            Stream.concat(
                            days(
                                    "2018-01-01",
                                    "2018-02-15",
                                    "2018-02-16",
                                    "2018-02-17",
                                    "2018-02-18",
                                    "2018-02-19",
                                    "2018-02-20",
                                    "2018-02-21",
                                    "2018-04-29",
                                    "2018-04-30",
                                    "2018-05-01")
                                    .stream(),
                            LocalDate.parse("2018-10-01").datesUntil(LocalDate.parse("2018-10-08")))
                    .collect(Collectors.toSet()),
            days("2018-02-11", "2018-02-24", "2018-04-28", "2018-09-29", "2018-09-30"));

    private static final BusinessCalendar CHINA = new BusinessCalendar(SHANGHAI, Map.of(2018, YEAR_2018));

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        // within a day, and over a night
        "2018-04-26T10:00:00+08:00, 2018-04-26T15:30:00+08:00, PT5H30M",
        "2018-04-26T10:00:00+08:00, 2018-04-27T10:00:00+08:00, PT24H",
        // over a weekend
        "2018-04-20T18:00:00+08:00, 2018-04-23T09:00:00+08:00, PT15H",
        // Saturday 28 April is worked; then the first of May, off from Sunday to Tuesday
        "2018-04-27T10:00:00+08:00, 2018-05-02T10:00:00+08:00, PT48H",
        // Golden Week: Saturday and Sunday before it are worked, 1 to 7 October are off
        "2018-09-28T10:00:00+08:00, 2018-10-08T10:00:00+08:00, PT72H",
        "2018-10-01T00:00:00+08:00, 2018-10-08T00:00:00+08:00, PT0S",
        // Spring Festival: off from Thursday 15 to Wednesday 21 February, Saturday 24 is worked, Sunday 25 not
        "2018-02-14T12:00:00+08:00, 2018-02-26T12:00:00+08:00, PT96H",
        // a leap day is a day like another: 29 February 2016 was a Monday, and 2016 has no calendar
        "2016-02-26T10:00:00+08:00, 2016-03-01T10:00:00+08:00, PT48H",
        // 2019 has no calendar: Monday to Friday, its first of May included
        "2019-04-30T10:00:00+08:00, 2019-05-02T10:00:00+08:00, PT48H",
        // from one year into the next
        "2017-12-29T10:00:00+08:00, 2018-01-02T10:00:00+08:00, PT24H",
        // nothing lies between an instant and itself, or one before it
        "2018-04-26T10:00:00+08:00, 2018-04-26T10:00:00+08:00, PT0S",
        "2018-04-26T10:00:00+08:00, 2018-04-25T10:00:00+08:00, PT0S"
    })
    void counts_business_days_from_midnight_to_midnight(String from, String to, Duration expected) {
        assertThat(BusinessTime.of(CHINA).between(at(from), at(to))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1} is {2}")
    @CsvSource({
        "2018-04-26T10:00:00+08:00, PT5H30M, 2018-04-26T15:30:00+08:00",
        "2018-09-28T10:00:00+08:00, PT72H, 2018-10-08T10:00:00+08:00",
        "2018-09-28T10:00:00+08:00, PT36H, 2018-09-29T22:00:00+08:00",
        // what is used up at midnight goes to the next day that counts
        "2018-04-20T00:00:00+08:00, PT24H, 2018-04-23T00:00:00+08:00",
        // from a day off on
        "2018-04-21T10:00:00+08:00, PT1H, 2018-04-23T01:00:00+08:00"
    })
    void adds_business_time_to_instants(String from, Duration amount, String expected) {
        assertThat(BusinessTime.of(CHINA).after(at(from), amount)).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        // in Berlin clocks go forward on Sunday 25 March 2018, which counts for nothing
        "2018-03-23T10:00:00+01:00, 2018-03-26T10:00:00+02:00, PT24H",
        // and back on Sunday 28 October
        "2018-10-26T10:00:00+02:00, 2018-10-29T10:00:00+01:00, PT24H"
    })
    void a_change_of_the_clocks_on_a_sunday_changes_nothing(String from, String to, Duration expected) {
        BusinessCalendar berlin = new BusinessCalendar(ZoneId.of("Europe/Berlin"), Map.of());

        assertThat(BusinessTime.of(berlin).between(at(from), at(to))).isEqualTo(expected);
        assertThat(BusinessTime.of(berlin).after(at(from), expected)).isEqualTo(at(to));
        assertThat(berlin.after(at(from), Term.parse("1B"))).isEqualTo(at(to));
    }

    @Test
    void a_worked_sunday_on_which_clocks_go_forward_has_23_hours() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        CalendarYear year =
                new CalendarYear(2018, zone, LocalTime.of(9, 0), LocalTime.of(18, 0), Set.of(), days("2018-03-25"));
        BusinessTime time = BusinessTime.of(new BusinessCalendar(zone, Map.of(2018, year)));

        assertThat(time.between(at("2018-03-25T00:00:00+01:00"), at("2018-03-26T00:00:00+02:00")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void terms_that_are_no_business_days_count_every_day() {
        BusinessTime time = BusinessTime.of(CHINA, Term.parse("P2D"));

        assertThat(time.between(at("2018-09-30T10:00:00+08:00"), at("2018-10-02T10:00:00+08:00")))
                .isEqualTo(Duration.ofHours(48));
        assertThat(time.after(at("2018-09-30T10:00:00+08:00"), Duration.ofHours(48)))
                .isEqualTo(at("2018-10-02T10:00:00+08:00"));
    }

    /** Seeded: what lies between an instant and one so much later is that much, and an end by the calendar is one by count. */
    @Test
    void adding_and_counting_agree_with_each_other_and_with_the_calendar() {
        Random random = new Random(20180428);
        BusinessTime time = BusinessTime.of(CHINA);
        for (int i = 0; i < 2_000; i++) {
            Instant start = at("2018-01-01T00:00:00+08:00").plusSeconds(random.nextInt(370 * 24 * 3600));
            Duration amount = Duration.ofSeconds(random.nextInt(20 * 24 * 3600));
            Instant end = time.after(start, amount);
            assertThat(time.between(start, end)).as("%s and %s", start, amount).isEqualTo(amount);
            assertThat(CHINA.isBusinessDay(end.atZone(SHANGHAI).toLocalDate())).isTrue();

            Term term = Term.businessDays(1 + random.nextInt(9));
            Instant planned = CHINA.after(start, term);
            assertThat(time.after(start, time.between(start, planned)))
                    .as("%s and %s", start, term)
                    .isEqualTo(planned);
        }
    }

    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
