package io.redress.penalties.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that expire one by one, where the rulebook says so. */
class RollingExpiryTest {

    private static final JsonObject YEARLY = new JsonObject().put("at", "12-31T24:00");
    private static final String BEFORE_ALL = "2010-01-01T00:00:00Z";

    @ParameterizedTest(name = "{0} in {1}: booked {2}, asked at {3}: {4}")
    @CsvSource({
        "P365D, Asia/Shanghai, 2018-05-01T10:00:00+08:00,     2019-05-01T23:59:59.999+08:00, 6",
        "P365D, Asia/Shanghai, 2018-05-01T10:00:00+08:00,     2019-05-02T00:00:00+08:00,     0",
        "P365D, Asia/Shanghai, 2018-05-01T23:59:59.999+08:00, 2019-05-02T00:00:00+08:00,     0",
        "P365D, Asia/Shanghai, 2018-05-02T00:00:00+08:00,     2019-05-02T23:59:59.999+08:00, 6",
        // no year's end clears it
        "P365D, Asia/Shanghai, 2018-12-31T23:59:59.999+08:00, 2019-01-01T00:00:00+08:00,     6",
        // 365 days across 29 February end on 30 April; a year does not
        "P365D, Asia/Shanghai, 2019-05-01T10:00:00+08:00,     2020-05-01T00:00:00+08:00,     0",
        "P1Y,   Asia/Shanghai, 2019-05-01T10:00:00+08:00,     2020-05-01T23:59:59.999+08:00, 6",
        "P1Y,   Asia/Shanghai, 2020-02-29T10:00:00+08:00,     2021-02-28T23:59:59.999+08:00, 6",
        "P1Y,   Asia/Shanghai, 2020-02-29T10:00:00+08:00,     2021-03-01T00:00:00+08:00,     0",
        "P1M,   Asia/Shanghai, 2019-01-31T10:00:00+08:00,     2019-02-28T23:59:59.999+08:00, 6",
        "P1M,   Asia/Shanghai, 2019-01-31T10:00:00+08:00,     2019-03-01T00:00:00+08:00,     0",
        // the last day is 23 hours long in Berlin
        "P1D,   Europe/Berlin, 2018-03-24T12:00:00+01:00,     2018-03-25T21:59:59.999Z,      6",
        "P1D,   Europe/Berlin, 2018-03-24T12:00:00+01:00,     2018-03-25T22:00:00Z,          0",
    })
    void an_entry_counts_until_the_end_of_the_day_on_which_its_time_is_over(
            String keep, String zone, String booked, String asked, int expected) {
        Rulebooks rulebooks = ResetCalendars.only(zone, rolling(keep));

        assertThat(tally(rulebooks, List.of(booking("v1", 6, booked)), asked)).isEqualTo(expected);
    }

    @Test
    void each_entry_expires_by_itself() {
        Rulebooks rulebooks = ResetCalendars.only("Asia/Shanghai", rolling("P365D"));
        List<Entry> entries = List.of(
                booking("v1", 12, "2018-03-01T00:00:00+08:00"),
                booking("v2", 6, "2018-11-01T00:00:00+08:00"),
                booking("v3", 3, "2019-02-01T00:00:00+08:00"));

        assertThat(List.of("2018-12-01", "2019-03-01", "2019-03-02", "2019-11-02", "2020-02-02"))
                .extracting(day -> tally(rulebooks, entries, day + "T00:00:00+08:00"))
                .containsExactly(18, 21, 9, 3, 0);
    }

    @Test
    void what_is_too_old_when_the_rule_comes_into_force_expires_then_and_what_is_left_when_it_goes_is_reset() {
        Rulebooks rulebooks = new Rulebooks(List.of(
                ResetCalendars.version(12, "2015-01-01T00:00:00+08:00", "Asia/Shanghai", YEARLY),
                ResetCalendars.version(13, "2019-07-01T00:00:00+08:00", "Asia/Shanghai", rolling("P90D")),
                ResetCalendars.version(14, "2020-07-01T00:00:00+08:00", "Asia/Shanghai", YEARLY)));
        List<Entry> entries = List.of(
                booking("v1", 1, "2019-02-01T00:00:00+08:00"),
                booking("v2", 2, "2019-06-01T00:00:00+08:00"),
                booking("v3", 4, "2020-06-01T00:00:00+08:00"));

        assertThat(List.of(
                        "2019-06-30",
                        "2019-07-01",
                        "2019-08-30",
                        "2019-08-31",
                        "2020-06-30",
                        "2020-12-31",
                        "2021-01-01"))
                .extracting(day -> tally(rulebooks, entries, day + "T00:00:00+08:00"))
                .containsExactly(3, 2, 2, 0, 4, 4, 0);
    }

    @Test
    void the_next_clearing_is_the_next_reset_the_next_midnight_or_the_first_moment_of_a_rule_that_expires() {
        Rulebooks rulebooks = new Rulebooks(List.of(
                ResetCalendars.version(12, "2015-01-01T00:00:00+08:00", "Asia/Shanghai", YEARLY),
                ResetCalendars.version(13, "2019-07-01T09:00:00+08:00", "Asia/Shanghai", rolling("P90D")),
                ResetCalendars.version(14, "2020-07-01T00:00:00+08:00", "Asia/Shanghai", YEARLY)));

        assertThat(List.of(
                        "2018-05-01T00:00:00+08:00",
                        "2019-01-01T00:00:00+08:00",
                        "2019-07-01T09:00:00+08:00",
                        "2019-07-02T00:00:00+08:00",
                        "2020-06-30T12:00:00+08:00",
                        "2020-07-01T00:00:00+08:00"))
                .extracting(from -> rulebooks.nextClearing(time(from)).orElseThrow())
                .containsExactly(
                        time("2019-01-01T00:00:00+08:00"),
                        time("2019-07-01T09:00:00+08:00"),
                        time("2019-07-02T00:00:00+08:00"),
                        time("2019-07-03T00:00:00+08:00"),
                        time("2020-07-01T00:00:00+08:00"),
                        time("2021-01-01T00:00:00+08:00"));
        assertThat(new Rulebooks(List.of()).nextClearing(time("2018-05-01T00:00:00+08:00")))
                .isEmpty();
    }

    @Test
    void a_rule_keeps_entries_for_a_day_at_least() {
        assertThatIllegalArgumentException().isThrownBy(() -> ResetCalendars.only("Asia/Shanghai", rolling("P0D")));
    }

    @Test
    void random_histories_agree_with_a_count_of_days() {
        long seed = 365L;
        System.out.println("seed " + seed);
        ZoneId zone = ZoneId.of("America/St_Johns");
        for (int history = 0; history < 300; history++) {
            Random random = new Random(seed + history);
            int keep = 1 + random.nextInt(700);
            Rulebooks rulebooks = ResetCalendars.only(zone.getId(), rolling("P" + keep + "D"));
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                entries.add(
                        booking("v" + i, 1 + random.nextInt(24), instant(random).toString()));
            }
            for (int question = 0; question < 20; question++) {
                Instant at = instant(random);
                LocalDate day = at.atZone(zone).toLocalDate();
                int expected = entries.stream()
                        .filter(entry -> !entry.effectiveAt().isAfter(at))
                        .filter(entry -> day.toEpochDay()
                                        - entry.effectiveAt()
                                                .atZone(zone)
                                                .toLocalDate()
                                                .toEpochDay()
                                <= keep)
                        .mapToInt(Entry::points)
                        .sum();
                assertThat(tally(rulebooks, entries, at.toString()))
                        .as("seed %d, %d days, at %s: %s", seed + history, keep, at, entries)
                        .isEqualTo(expected);
            }
        }
    }

    private static Instant instant(Random random) {
        return Instant.parse("2017-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 365 * 24 * 3600));
    }

    private static JsonObject rolling(String keep) {
        return new JsonObject().put("at", "12-31T24:00").put("rolling", keep);
    }

    private static Entry booking(String violation, int points, String effective) {
        return new Entry("e", "SERIOUS", "p", violation, Entry.Kind.BOOKING, points, time(effective), time(effective));
    }

    private static int tally(Rulebooks rulebooks, List<Entry> entries, String at) {
        return Standing.tally(entries, time(at), time(at), rulebooks.clearings(time(BEFORE_ALL), time(at)));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
