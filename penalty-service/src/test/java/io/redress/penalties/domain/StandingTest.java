package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.RULEBOOKS;
import static io.redress.penalties.domain.ShopScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Points as a fold over entries, with the reset at 31 December 24:00 in Shanghai. */
class StandingTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void general_points_last_until_the_last_instant_of_the_year() {
        book("GENERAL", "v1", 12, "2018-05-01");

        assertThat(tally("2018-12-31T23:59:59.999+08:00")).isEqualTo(12);
        assertThat(tally("2019-01-01T00:00:00+08:00")).isZero();
    }

    @Test
    void an_entry_of_the_last_millisecond_is_cleared_and_one_of_the_first_instant_is_not() {
        book("SERIOUS", "v1", 6, "2018-12-31T23:59:59.999+08:00");
        book("SERIOUS", "v2", 7, "2019-01-01T00:00:00+08:00");

        assertThat(tally("2019-01-01T00:00:00+08:00")).isEqualTo(7);
    }

    @Test
    void twenty_four_for_counterfeits_survive_exactly_one_reset() {
        book("COUNTERFEIT", "v1", 24, "2018-05-01");

        assertThat(tally("2018-12-31")).isEqualTo(24);
        assertThat(tally("2019-06-01")).isEqualTo(24);
        assertThat(tally("2020-01-01")).isZero();
    }

    @Test
    void twenty_four_and_then_twelve_are_thirty_six_then_twelve_then_nothing() {
        book("COUNTERFEIT", "v1", 24, "2018-05-01");
        book("COUNTERFEIT", "v2", 12, "2019-05-01");

        assertThat(tally("2019-12-31")).isEqualTo(36);
        assertThat(tally("2020-06-01")).isEqualTo(12);
        assertThat(tally("2021-01-01")).isZero();
    }

    @Test
    void forty_eight_and_twenty_three_do_not_survive() {
        book("COUNTERFEIT", "v1", 48, "2018-05-01");
        assertThat(tally("2019-01-01")).isZero();
        entries.clear();
        book("COUNTERFEIT", "v1", 23, "2018-05-01");
        assertThat(tally("2019-01-01")).isZero();
    }

    @Test
    void a_reversal_after_a_reset_takes_nothing_below_zero() {
        book("SERIOUS", "v1", 12, "2018-05-01");
        correct("SERIOUS", "v1", -12, "2018-05-01", "2019-02-01");
        book("SERIOUS", "v2", 6, "2019-03-01");

        assertThat(tally("2019-03-02")).isEqualTo(6);
    }

    @Test
    void a_reduction_below_twenty_four_undoes_the_survival_from_when_it_is_known() {
        book("COUNTERFEIT", "v1", 24, "2018-05-01");
        correct("COUNTERFEIT", "v1", -12, "2018-05-01", "2019-02-01");

        assertThat(tally("2019-03-01", "2019-01-31")).isEqualTo(24);
        assertThat(tally("2019-03-01", "2019-02-01")).isZero();
        assertThat(tally("2018-06-01", "2019-02-01")).isEqualTo(12);
    }

    @Test
    void random_histories_agree_with_a_simple_model() {
        long seed = 20180501L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            entries.clear();
            String bucket = random.nextBoolean() ? "COUNTERFEIT" : "GENERAL";
            int positions = 1 + random.nextInt(6);
            for (int i = 0; i < positions; i++) {
                LocalDate day = LocalDate.of(2018 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
                int points = 1 + random.nextInt(30);
                book(bucket, "v" + i, points, day.toString());
                if (random.nextInt(3) == 0) {
                    correct(
                            bucket,
                            "v" + i,
                            -(1 + random.nextInt(points)),
                            day.toString(),
                            day.plusMonths(8).toString());
                }
            }
            for (int year = 2018; year <= 2023; year++) {
                Instant at = LocalDate.of(year, 7, 1).atStartOfDay(ZONE).toInstant();
                Instant known = LocalDate.of(2018 + random.nextInt(6), 7, 1)
                        .atStartOfDay(ZONE)
                        .toInstant();
                assertThat(Standing.tally(entries, at, known, RULEBOOKS.clearings(at("2017-01-01"), at)))
                        .as("seed %d round %d year %d", seed, round, year)
                        .isEqualTo(model(bucket, year, at, known));
            }
        }
    }

    /** Year by year, with one bag of points for this year's and one for what was carried over once. */
    private int model(String bucket, int year, Instant at, Instant known) {
        int fresh = 0;
        int carried = 0;
        for (int y = 2018; y <= year; y++) {
            for (Entry entry : entries) {
                if (entry.effectiveAt().atZone(ZONE).getYear() == y
                        && !entry.effectiveAt().isAfter(at)
                        && !entry.knownAt().isAfter(known)) {
                    fresh += entry.points();
                }
            }
            if (y < year) {
                int all = fresh + carried;
                carried = bucket.equals("COUNTERFEIT") && all >= 24 && all < 48 ? fresh : 0;
                fresh = 0;
            }
        }
        return fresh + carried;
    }

    private void book(String bucket, String violation, int points, String effective) {
        entries.add(new Entry("e", bucket, "p", violation, Entry.Kind.BOOKING, points, at(effective), at(effective)));
    }

    private void correct(String bucket, String violation, int points, String effective, String known) {
        entries.add(new Entry("e", bucket, "p", violation, Entry.Kind.REDUCTION, points, at(effective), at(known)));
    }

    private int tally(String when) {
        return tally(when, when);
    }

    private int tally(String when, String known) {
        return Standing.tally(entries, at(when), at(known), RULEBOOKS.clearings(at("2017-01-01"), at(when)));
    }
}
