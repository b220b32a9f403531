package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.CreditLimit;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.points.Standing;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.shop.Crediting;
import io.redress.penalties.domain.shop.Forecast;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a verified milestone takes off, worked out by hand. G-05 is 12 points, G-04 4 to 6; general points fire at 12. */
class CreditTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void nothing_is_credited_to_a_shop_without_points_and_no_more_than_it_has() {
        shop.credit(2, 6, "2018-03-01");
        assertThat(shop.file().credits()).isEmpty();

        general("2018-03-02", 4);
        shop.credit(6, 6, "2018-03-03");

        assertThat(shop.tally("GENERAL", "2018-03-03")).isZero();
        assertThat(shop.file().credits()).extracting(Credit::points).containsExactly(4);
    }

    @Test
    void a_year_credits_up_to_its_cap_and_the_next_one_begins_anew_at_midnight_of_the_platform() {
        shop.inForce("2018-03-01", charge("G-05", "l-1", "2018-02-28"));
        shop.credit(4, 6, "2018-03-02");
        shop.credit(4, 6, "2018-03-03");
        shop.credit(4, 6, "2018-12-31T23:59:59.999+08:00");
        assertThat(shop.tally("GENERAL", "2018-12-31")).isEqualTo(6);

        shop.inForce("2019-01-01", charge("G-05", "l-2", "2018-12-30"));
        shop.credit(4, 6, "2019-01-01");

        assertThat(shop.tally("GENERAL", "2019-01-01")).isEqualTo(8);
        assertThat(shop.file().credits()).extracting(Credit::points).containsExactly(4, 2, 4);
    }

    @Test
    void what_keeps_a_credit_from_being_whole_is_told() {
        assertThat(limit(1, 6, "2018-03-01")).as("no points").isEqualTo(CreditLimit.POINTS);
        shop.inForce("2018-03-01", charge("G-05", "l-1", "2018-02-28"));

        assertThat(limit(6, 6, "2018-03-02")).isEqualTo(CreditLimit.NONE);
        assertThat(limit(7, 6, "2018-03-02")).isEqualTo(CreditLimit.YEARLY_CAP);
        assertThat(limit(12, 12, "2018-03-02")).isEqualTo(CreditLimit.NONE);
        assertThat(limit(13, 12, "2018-03-02")).as("neither allows more").isEqualTo(CreditLimit.POINTS);
        assertThat(limit(13, 20, "2018-03-02")).isEqualTo(CreditLimit.POINTS);
        shop.credit(6, 6, "2018-03-02");
        assertThat(limit(1, 6, "2018-03-03")).isEqualTo(CreditLimit.YEARLY_CAP);
        assertThat(limit(1, 4, "2018-03-03"))
                .as("a lower cap of another programme")
                .isEqualTo(CreditLimit.YEARLY_CAP);
        assertThat(limit(1, 6, "2019-01-01")).as("the reset took the points").isEqualTo(CreditLimit.POINTS);
    }

    @Test
    void the_reset_takes_what_was_left_and_leaves_no_credit_over_for_the_new_year() {
        general("2018-03-01", 6);
        shop.credit(2, 6, "2018-03-02");
        assertThat(shop.tally("GENERAL", "2018-12-31")).isEqualTo(4);
        assertThat(shop.tally("GENERAL", "2019-01-01")).isZero();

        general("2019-01-02", 5);

        assertThat(shop.tally("GENERAL", "2019-01-02")).isEqualTo(5);
        assertThat(Forecast.of(shop.file(), ShopScenario.at("2018-03-03")).steps())
                .extracting(step -> step.tallies().toString())
                .containsExactly("[Tally[bucket=GENERAL, before=4, after=0]]");
    }

    @Test
    void a_penalty_reversed_after_its_credit_takes_the_credit_with_it_and_nothing_falls_below_zero() {
        String wrong = general("2018-03-01", 4);
        shop.deliver(wrong, "2018-03-01");
        shop.credit(4, 6, "2018-03-02");
        general("2018-03-04", 5);
        assertThat(shop.tally("GENERAL", "2018-03-04")).isEqualTo(5);

        shop.rule(wrong, 0, "2018-03-05");

        assertThat(shop.tally("GENERAL", "2018-03-05")).isEqualTo(5);
        assertThat(shop.file().tally("GENERAL", ShopScenario.at("2018-03-02"), ShopScenario.at("2018-03-05")))
                .isZero();
        assertThat(shop.file().tally("GENERAL", ShopScenario.at("2018-03-02"), ShopScenario.at("2018-03-04")))
                .isZero();
        assertThat(shop.file().tally("GENERAL", ShopScenario.at("2018-03-01"), ShopScenario.at("2018-03-04")))
                .isEqualTo(4);
    }

    @Test
    void a_credit_passes_to_the_other_points_of_its_instant_when_the_penalty_it_was_taken_off_is_reversed() {
        String wrong = general("2018-03-01", 4);
        shop.deliver(wrong, "2018-03-01");
        general("2018-03-02", 5);
        shop.credit(4, 6, "2018-03-03");
        assertThat(shop.tally("GENERAL", "2018-03-03")).isEqualTo(5);

        shop.rule(wrong, 0, "2018-03-05");

        assertThat(shop.tally("GENERAL", "2018-03-05")).isEqualTo(1);
    }

    @Test
    void what_a_credit_took_is_what_the_points_of_its_time_leave_it_as_far_as_they_are_known() {
        String wrong = general("2018-03-01", 4);
        shop.deliver(wrong, "2018-03-01");
        shop.credit(3, 6, "2018-03-02");
        general("2018-03-03", 5);
        shop.credit(3, 6, "2018-03-04");
        shop.rule(wrong, 1, "2018-03-05");

        assertThat(taken("2018-03-05", "2018-03-05"))
                .as("one point of the first, all of the second")
                .containsExactly(1, 3);
        assertThat(taken("2018-03-05", "2018-03-04")).containsExactly(3, 3);
        assertThat(taken("2018-03-03", "2018-03-04")).containsExactly(3);
        assertThat(taken("2018-03-01", "2018-03-05")).isEmpty();
        assertThat(taken("2019-03-01", "2019-03-01"))
                .as("the reset changes nothing")
                .containsExactly(1, 3);
        assertThat(shop.tally("GENERAL", "2018-03-05"))
                .as("1 and 5 less 1 and 3")
                .isEqualTo(2);
    }

    @Test
    void a_credit_leaves_a_running_measure_alone_and_the_threshold_fires_again_only_when_it_is_crossed_upwards_again() {
        String first = shop.inForce("2018-03-01", charge("G-05", "l-1", "2018-02-28"));
        shop.deliver(first, "2018-03-01");
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");

        shop.credit(6, 6, "2018-03-01");
        assertThat(shop.tally("GENERAL", "2018-03-01")).isEqualTo(6);
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");

        general("2018-03-03", 5);
        assertThat(shop.tally("GENERAL", "2018-03-03")).isEqualTo(11);
        assertThat(shop.thresholdsReached()).isEqualTo(1);

        String third = general("2018-03-05", 4);
        assertThat(shop.tally("GENERAL", "2018-03-05")).isEqualTo(15);
        assertThat(shop.thresholdsReached()).isEqualTo(2);

        shop.rule(third, 0, "2018-03-06");
        assertThat(shop.measures())
                .as("the first crossing stands although twelve points were credited away behind it")
                .contains("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void what_was_credited_off_an_entry_goes_with_it_when_it_expires_by_itself() {
        Rulebooks rolling = ResetCalendars.only(
                "UTC", new JsonObject().put("at", "12-31T24:00").put("rolling", "P10D"));
        List<Entry> entries = List.of(booked("v1", 5, "2018-03-01"), booked("v2", 3, "2018-03-05"));
        List<Credit> credits = List.of(new Credit("crd", "B", "p", "ver", 6, time("2018-03-06"), 2));

        assertThat(tally(entries, credits, "2018-03-06", rolling)).isEqualTo(2);
        assertThat(tally(entries, credits, "2018-03-12", rolling)).isEqualTo(2);
        assertThat(tally(entries, credits, "2018-03-16", rolling)).isZero();
    }

    private CreditLimit limit(int points, int yearlyCap, String now) {
        return Crediting.limit(
                shop.file(), new Crediting.Earned("prg_1", "ver_1", points, yearlyCap), ShopScenario.at(now));
    }

    /** In the order in which they were booked. */
    private List<Integer> taken(String at, String asKnownAt) {
        Map<String, Integer> taken =
                shop.file().creditsTaken("GENERAL", ShopScenario.at(at), ShopScenario.at(asKnownAt));
        return shop.file().credits().stream()
                .map(credit -> taken.get(credit.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static int tally(List<Entry> entries, List<Credit> credits, String day, Rulebooks rulebooks) {
        return Standing.tally(
                entries, credits, time(day), time(day), rulebooks.clearings(time("2018-01-01"), time(day)));
    }

    private static Entry booked(String violation, int points, String day) {
        return new Entry("e", "B", "p", violation, Entry.Kind.BOOKING, points, time(day), time(day));
    }

    private static Instant time(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    /** A general penalty of so many points; each is a decision of its own. */
    private String general(String day, int points) {
        String id = shop.inForce(day, charge("G-04", "l-" + day, day, points, "amount"));
        shop.deliver(id, day);
        return id;
    }
}
