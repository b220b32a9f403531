package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points in named cases, with the figures worked out by hand. */
class PointsCasesTest {

    private static final JsonObject SAMPLE_RESET = new JsonObject()
            .put("at", "12-31T24:00")
            .put("carryOver", ResetCalendars.carryOver("COUNTERFEIT", 24, 48, 1));

    private static final String BEFORE_ALL = "2010-01-01T00:00:00Z";

    @ParameterizedTest(name = "{0}: booked {1}, asked at {2}: {3}")
    @CsvSource({
        // 31 December 24:00 in Shanghai is 16:00 UTC of the 31st
        "Asia/Shanghai,    2018-12-31T23:59:59.999+08:00, 2018-12-31T23:59:59.999+08:00, 6",
        "Asia/Shanghai,    2018-12-31T23:59:59.999+08:00, 2019-01-01T00:00:00+08:00,     0",
        "Asia/Shanghai,    2018-12-31T15:59:59.999Z,      2018-12-31T16:00:00Z,          0",
        "Asia/Shanghai,    2019-01-01T00:00:00+08:00,     2019-01-01T00:00:00+08:00,     6",
        "Asia/Shanghai,    2019-01-01T00:00:00+08:00,     2019-12-31T23:59:59.999+08:00, 6",
        "Asia/Shanghai,    2019-01-01T00:00:00+08:00,     2020-01-01T00:00:00+08:00,     0",
        // the last day of February, with and without a 29th
        "Asia/Shanghai,    2020-02-29T12:00:00+08:00,     2020-12-31T23:59:59.999+08:00, 6",
        "Asia/Shanghai,    2020-02-29T12:00:00+08:00,     2021-01-01T00:00:00+08:00,     0",
        // Berlin: one hour ahead of UTC in winter, two in summer
        "Europe/Berlin,    2018-12-31T22:59:59.999Z,      2018-12-31T22:59:59.999Z,      6",
        "Europe/Berlin,    2018-12-31T22:59:59.999Z,      2018-12-31T23:00:00Z,          0",
        "Europe/Berlin,    2018-12-31T23:00:00Z,          2019-06-01T00:00:00Z,          6",
        // Sao Paulo: daylight saving time in December, until 2019
        "America/Sao_Paulo, 2018-12-31T12:00:00Z,         2019-01-01T01:59:59.999Z,      6",
        "America/Sao_Paulo, 2018-12-31T12:00:00Z,         2019-01-01T02:00:00Z,          0",
        "America/Sao_Paulo, 2019-12-31T12:00:00Z,         2020-01-01T02:59:59.999Z,      6",
        "America/Sao_Paulo, 2019-12-31T12:00:00Z,         2020-01-01T03:00:00Z,          0",
        // the first and the last zone to see a new year
        "Pacific/Kiritimati, 2018-12-31T09:59:59.999Z,    2018-12-31T10:00:00Z,          0",
        "Etc/GMT+12,       2018-12-31T12:00:00Z,          2019-01-01T11:59:59.999Z,      6",
        "Etc/GMT+12,       2018-12-31T12:00:00Z,          2019-01-01T12:00:00Z,          0",
    })
    void the_year_ends_at_twenty_four_hours_in_the_platforms_zone(
            String zone, String booked, String asked, int expected) {
        Rulebooks rulebooks = ResetCalendars.only(zone, SAMPLE_RESET);

        assertThat(tally(rulebooks, List.of(booking("SERIOUS", "v1", 6, booked)), asked, asked))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "reset after {0} in {1}: booked {2}, asked at {3}: {4}")
    @CsvSource({
        // a day that is 23 hours long, one that is 25, and a midnight that does not exist: the day's first instant
        // counts
        "03-25, Europe/Berlin,     2018-03-25T12:00:00Z, 2018-03-25T21:59:59.999Z, 6",
        "03-25, Europe/Berlin,     2018-03-25T12:00:00Z, 2018-03-25T22:00:00Z,     0",
        "10-28, Europe/Berlin,     2018-10-28T12:00:00Z, 2018-10-28T22:59:59.999Z, 6",
        "10-28, Europe/Berlin,     2018-10-28T12:00:00Z, 2018-10-28T23:00:00Z,     0",
        "11-03, America/Sao_Paulo, 2018-11-03T12:00:00Z, 2018-11-04T02:59:59.999Z, 6",
        "11-03, America/Sao_Paulo, 2018-11-03T12:00:00Z, 2018-11-04T03:00:00Z,     0",
        // Samoa had no 30 December 2011: the 29th was followed by the 31st
        "12-29, Pacific/Apia,      2011-12-29T12:00:00Z, 2011-12-30T09:59:59.999Z, 6",
        "12-29, Pacific/Apia,      2011-12-29T12:00:00Z, 2011-12-30T10:00:00Z,     0",
        // a reset on 29 February falls on the 28th in other years
        "02-29, Asia/Shanghai,     2020-02-29T23:59:59.999+08:00, 2020-03-01T00:00:00+08:00, 0",
        "02-29, Asia/Shanghai,     2020-02-29T00:00:00+08:00,     2020-02-29T23:59:59.999+08:00, 6",
        "02-29, Asia/Shanghai,     2019-02-28T12:00:00+08:00,     2019-02-28T23:59:59.999+08:00, 6",
        "02-29, Asia/Shanghai,     2019-02-28T12:00:00+08:00,     2019-03-01T00:00:00+08:00, 0",
    })
    void the_day_and_the_zone_of_the_reset_are_data(
            String lastDay, String zone, String booked, String asked, int expected) {
        Rulebooks rulebooks = ResetCalendars.only(zone, new JsonObject().put("at", lastDay + "T24:00"));

        assertThat(tally(rulebooks, List.of(booking("SERIOUS", "v1", 6, booked)), asked, asked))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} in year 1, {2} in year 2, {3} in year 3 -> {4}, {5}, {6}, {7}")
    @CsvSource({
        "COUNTERFEIT, 23,  0,  0, 23,  0,  0, 0",
        "COUNTERFEIT, 24,  0,  0, 24, 24,  0, 0",
        "COUNTERFEIT, 47,  0,  0, 47, 47,  0, 0",
        "COUNTERFEIT, 48,  0,  0, 48,  0,  0, 0",
        "COUNTERFEIT, 24, 12,  0, 24, 36, 12, 0",
        "COUNTERFEIT, 36, 12,  0, 36, 48,  0, 0",
        "COUNTERFEIT, 36, 11,  0, 36, 47, 11, 0",
        "COUNTERFEIT, 24, 12, 12, 24, 36, 24, 12",
        "COUNTERFEIT, 23,  1,  0, 23,  1,  0, 0",
        "SERIOUS,     24, 12,  0, 24, 12,  0, 0",
        "GENERAL,     47, 24,  0, 47, 24,  0, 0",
    })
    void what_survives_a_reset_over_three_years(
            String bucket, int first, int second, int third, int in1, int in2, int in3, int in4) {
        List<Entry> entries = new ArrayList<>();
        int[] booked = {first, second, third};
        for (int i = 0; i < booked.length; i++) {
            if (booked[i] > 0) {
                entries.add(booking(bucket, "v" + i, booked[i], (2018 + i) + "-05-01T00:00:00+08:00"));
            }
        }
        Rulebooks rulebooks = ResetCalendars.only("Asia/Shanghai", SAMPLE_RESET);

        assertThat(List.of(2018, 2019, 2020, 2021))
                .extracting(year -> {
                    String lastMoment = year + "-12-31T23:59:59.999+08:00";
                    return tally(rulebooks, entries, lastMoment, lastMoment);
                })
                .containsExactly(in1, in2, in3, in4);
    }

    @Test
    void a_reversal_after_a_reset_leaves_nothing_to_take_from() {
        List<Entry> entries = List.of(
                booking("SERIOUS", "v1", 12, "2018-05-01T00:00:00+08:00"),
                correction("v1", -12, "2018-05-01T00:00:00+08:00", "2019-02-01T00:00:00+08:00"),
                booking("SERIOUS", "v2", 6, "2019-01-10T00:00:00+08:00"));
        Rulebooks rulebooks = ResetCalendars.only("Asia/Shanghai", SAMPLE_RESET);

        assertThat(tally(rulebooks, entries, "2019-02-02T00:00:00+08:00", "2019-02-02T00:00:00+08:00"))
                .isEqualTo(6);
        assertThat(tally(rulebooks, entries, "2018-12-01T00:00:00+08:00", "2019-01-31T00:00:00+08:00"))
                .isEqualTo(12);
        assertThat(tally(rulebooks, entries, "2018-12-01T00:00:00+08:00", "2019-02-01T00:00:00+08:00"))
                .isZero();
    }

    @Test
    void a_reversal_after_a_reset_may_let_survive_what_did_not() {
        List<Entry> entries = List.of(
                booking("COUNTERFEIT", "v1", 24, "2018-05-01T00:00:00+08:00"),
                booking("COUNTERFEIT", "v2", 24, "2018-06-01T00:00:00+08:00"),
                new Entry(
                        "e",
                        "COUNTERFEIT",
                        "p",
                        "v2",
                        Entry.Kind.REVERSAL,
                        -24,
                        time("2018-06-01T00:00:00+08:00"),
                        time("2019-03-01T00:00:00+08:00")));
        Rulebooks rulebooks = ResetCalendars.only("Asia/Shanghai", SAMPLE_RESET);

        // 48 are cleared; of 24, as is known later, the entry survives
        assertThat(tally(rulebooks, entries, "2019-02-01T00:00:00+08:00", "2019-02-28T00:00:00+08:00"))
                .isZero();
        assertThat(tally(rulebooks, entries, "2019-02-01T00:00:00+08:00", "2019-03-01T00:00:00+08:00"))
                .isEqualTo(24);
    }

    @Test
    void a_later_version_moves_the_reset_from_the_one_after_it_came_into_force() {
        JsonObject summer = new JsonObject().put("at", "06-30T24:00");
        Rulebooks rulebooks = new Rulebooks(List.of(
                ResetCalendars.version(12, "2015-01-01T00:00:00+08:00", "Asia/Shanghai", SAMPLE_RESET),
                ResetCalendars.version(13, "2019-03-01T00:00:00+08:00", "Asia/Shanghai", summer)));
        List<Entry> entries = List.of(
                booking("SERIOUS", "v1", 6, "2018-05-01T00:00:00+08:00"),
                booking("SERIOUS", "v2", 7, "2019-02-01T00:00:00+08:00"),
                booking("SERIOUS", "v3", 9, "2019-08-01T00:00:00+08:00"));

        assertThat(List.of("2018-12-31", "2019-01-01", "2019-02-02", "2019-06-30", "2019-07-01", "2020-06-30"))
                .extracting(day -> tally(rulebooks, entries, day + "T00:00:00+08:00", day + "T00:00:00+08:00"))
                .containsExactly(6, 0, 7, 7, 0, 9);
    }

    @Test
    void two_listings_of_one_investigation_are_one_decision_of_twenty_four() {
        ShopScenario shop = new ShopScenario();
        String first = shop.propose("2018-04-19", proposal(Optional.of("inv-1"), charge("C-01", "l-1", "2018-03-01")));
        shop.store(first, "2018-04-19");
        shop.deliver(first, "2018-04-20");
        String second = shop.propose("2018-05-19", proposal(Optional.of("inv-1"), charge("C-01", "l-2", "2018-05-01")));
        shop.store(second, "2018-05-19");

        assertThat(shop.penalty(second).basis().decisionId())
                .isEqualTo(shop.penalty(first).basis().decisionId());
        assertThat(shop.penalty(second).violations())
                .extracting(Violation::points)
                .containsExactly(0);
        assertThat(shop.tally("COUNTERFEIT", "2018-06-01")).isEqualTo(24);
    }

    @Test
    void an_act_on_the_leap_day_is_judged_and_counted_like_any_other() {
        ShopScenario shop = new ShopScenario();
        shop.inForce("2020-03-02", charge("S-02", "l-1", "2020-02-29"));

        assertThat(shop.tally("SERIOUS", "2020-12-31T23:59:59.999+08:00")).isEqualTo(24);
        assertThat(shop.tally("SERIOUS", "2021-01-01")).isZero();
    }

    private static Entry booking(String bucket, String violation, int points, String effective) {
        return new Entry("e", bucket, "p", violation, Entry.Kind.BOOKING, points, time(effective), time(effective));
    }

    private static Entry correction(String violation, int points, String effective, String known) {
        return new Entry("e", "SERIOUS", "p", violation, Entry.Kind.REVERSAL, points, time(effective), time(known));
    }

    private static int tally(Rulebooks rulebooks, List<Entry> entries, String at, String asKnownAt) {
        return Standing.tally(entries, time(at), time(asKnownAt), rulebooks.clearings(time(BEFORE_ALL), time(at)));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
