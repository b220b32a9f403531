package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.shop.PointsCleared;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a reset ends. */
class PointsClearedTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_measure_without_an_end_goes_on_while_its_points_are_carried_over_and_ends_with_them() {
        shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));

        assertThat(clear("2019-01-01")).isEmpty();
        Optional<ShopChange> change = clear("2020-01-01");

        assertThat(change.orElseThrow().events()).hasSize(1);
        ShopEvent.MeasureChanged changed =
                (ShopEvent.MeasureChanged) change.get().events().get(0);
        assertThat(changed.measure().kind()).isEqualTo("LISTINGS_REMOVED");
        assertThat(changed.measure().state()).isEqualTo(Measure.State.LIFTED);
        assertThat(changed.measure().endedAt()).contains(at("2020-01-01"));
        assertThat(changed.target().measures()).extracting(Measure::kind).containsExactly("SHOP_HIDDEN");
        assertThat(clear("2020-01-01")).as("a second time").isEmpty();
    }

    @Test
    void a_measure_with_days_is_never_shortened() {
        shop.inForce("2018-12-30", charge("S-02", "l-1", "2018-03-01"));

        assertThat(clear("2019-01-01")).isEmpty();

        assertThat(shop.tally("SERIOUS", "2019-01-01")).isZero();
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void what_later_points_brought_is_left_alone_by_a_run_that_comes_late() {
        String first = shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-05-02");
        shop.inForce("2020-02-01", charge("C-01", "l-2", "2020-01-15"));

        clear("2020-01-01");

        assertThat(shop.file().measures().stream()
                        .filter(measure -> measure.kind().equals("LISTINGS_REMOVED"))
                        .map(Measure::state))
                .containsExactly(Measure.State.LIFTED, Measure.State.IN_FORCE);
    }

    @Test
    void an_imported_measure_stands_on_the_threshold_that_brings_its_kind() {
        shop.imported("2018-04-20", "2018-04-01", "C-02", 24, "LISTINGS_REMOVED", OptionalInt.empty());

        assertThat(clear("2019-01-01")).isEmpty();
        assertThat(clear("2020-01-01")).isPresent();

        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED LIFTED");
    }

    @Test
    void an_imported_measure_that_no_threshold_brings_ends_with_the_last_point() {
        shop.imported("2018-04-20", "2018-04-01", "C-02", 24, "NEW_LISTING_BAN", OptionalInt.empty());

        assertThat(clear("2019-01-01")).isEmpty();
        assertThat(clear("2020-01-01")).isPresent();
    }

    @Test
    void a_credit_that_takes_every_point_ends_nothing_before_the_reset_does() {
        String penalty = shop.imported("2018-04-20", "2018-04-01", "G-05", 12, "LISTINGS_REMOVED", OptionalInt.empty());
        shop.credit(12, 12, "2018-05-01");
        assertThat(shop.tally("GENERAL", "2018-05-01")).isZero();

        assertThat(clear("2018-12-31"))
                .as("another clearing, in which nothing is cleared")
                .isEmpty();
        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED IN_FORCE");
        assertThat(clear("2019-01-01")).isPresent();

        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED LIFTED");
        assertThat(shop.penalty(penalty).status()).isEqualTo(PenaltyStatus.EXPIRED);
    }

    @Test
    void credits_have_no_part_in_what_counterfeits_carry_over_and_what_that_justifies() {
        String counterfeit = shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(counterfeit, "2018-05-01");
        String general = shop.inForce("2018-05-03", charge("G-04", "l-2", "2018-05-02", 5, "amount"));
        shop.credit(6, 6, "2018-05-04");
        assertThat(shop.tally("GENERAL", "2018-05-04")).isZero();
        assertThat(shop.tally("COUNTERFEIT", "2018-05-04")).isEqualTo(24);

        clear("2019-01-01");

        assertThat(shop.penalty(general).status()).isEqualTo(PenaltyStatus.EXPIRED);
        assertThat(shop.tally("COUNTERFEIT", "2019-01-01")).isEqualTo(24);
        assertThat(shop.measure("LISTINGS_REMOVED").state()).isEqualTo(Measure.State.IN_FORCE);
        shop.credit(6, 6, "2019-02-01");
        assertThat(shop.file().credits())
                .as("only general points are earned back")
                .hasSize(1);
        assertThat(shop.tally("COUNTERFEIT", "2019-02-01")).isEqualTo(24);
        clear("2020-01-01");
        assertThat(shop.tally("COUNTERFEIT", "2020-01-01")).isZero();
        assertThat(shop.measure("LISTINGS_REMOVED").state()).isEqualTo(Measure.State.LIFTED);
    }

    @Test
    void what_was_imported_after_the_reset_is_not_ended_by_it() {
        shop.imported("2019-02-01", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        assertThat(clear("2019-01-01")).isEmpty();
        assertThat(clear("2020-01-01")).isPresent();
    }

    @Test
    void a_closure_that_has_not_begun_does_not_begin() {
        String first = shop.inForce("2018-09-01", charge("C-01", "l-1", "2018-08-01"));
        shop.deliver(first, "2018-09-02");
        shop.finalise(first, "2018-09-20");
        String second = shop.propose("2018-10-02", charge("C-01", "l-2", "2018-10-01"));
        shop.approve(second, "enf-lead", "2018-10-03");
        shop.store(second, "2018-10-03");
        shop.windowOver(second, "2018-11-02");
        shop.finalise(second, "2018-12-10");
        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.SCHEDULED);

        clear("2019-01-01");

        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.REVERSED);
    }

    @Test
    void a_correction_after_a_reset_does_not_bring_back_what_the_reset_has_ended() {
        String closed = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        shop.rule(closed, 24, "2020-02-01");

        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE LIFTED", "SHOP_HIDDEN SERVED");
    }

    @Test
    void a_correction_before_the_reset_that_ends_it_lets_go_on_what_the_rest_justifies() {
        String closed = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        shop.rule(closed, 24, "2019-06-01");

        assertThat(shop.measures())
                .isEqualTo(List.of("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN SERVED"));
    }

    @Test
    void a_penalty_without_points_and_measures_left_expires_once() {
        String served = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.serve(shop.measure("NEW_LISTING_BAN").id(), "2018-04-08");
        String small = shop.inForce("2018-05-01", charge("G-04", "l-2", "2018-04-15", 4, "amount"));

        clear("2019-01-01");

        assertThat(shop.penalty(served).status()).isEqualTo(PenaltyStatus.EXPIRED);
        assertThat(shop.penalty(small).status()).isEqualTo(PenaltyStatus.EXPIRED);
        assertThat(shop.events().stream().filter(ShopEvent.PenaltyExpired.class::isInstance))
                .hasSize(2);
        assertThat(clear("2020-01-01")).isEmpty();
        assertThat(shop.tally("SERIOUS", "2018-06-01")).as("what counted then").isEqualTo(12);
    }

    @Test
    void a_penalty_whose_points_are_carried_over_expires_with_them() {
        String id = shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));
        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-05-15");

        clear("2019-01-01");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);

        clear("2020-01-01");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.EXPIRED);
        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED LIFTED", "SHOP_HIDDEN SERVED");
    }

    @Test
    void a_penalty_under_a_measure_expires_when_that_is_served() {
        String id = shop.inForce("2018-12-30", charge("S-03", "l-1", "2018-03-01", 12, "volume"));

        clear("2019-01-01");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        shop.serve(shop.measure("NEW_LISTING_BAN").id(), "2019-01-06");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.EXPIRED);
    }

    @Test
    void a_ruling_on_an_expired_penalty_takes_its_points_back_for_the_time_in_which_they_counted() {
        String id = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.serve(shop.measure("NEW_LISTING_BAN").id(), "2018-04-08");
        clear("2019-01-01");

        shop.rule(id, 0, "2019-02-01");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REVERSED);
        assertThat(shop.tally("SERIOUS", "2019-02-01")).isZero();
    }

    @Test
    void more_penalties_than_one_change_takes_expire_by_several() {
        LocalDate first = LocalDate.of(2018, 3, 1);
        for (int number = 0; number < 25; number++) {
            String day = first.plusDays(number).toString();
            shop.deliver(shop.inForce(day, charge("G-04", "l-" + number, day, 4, "amount")), day);
        }
        shop.serve(shop.measure("PROMOTION_BAN").id(), "2018-04-01");
        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-04-01");

        assertThat(clear("2019-01-01").orElseThrow().events()).hasSize(20);
        assertThat(clear("2019-01-01").orElseThrow().events()).hasSize(5);
        assertThat(clear("2019-01-01")).isEmpty();

        assertThat(shop.events().stream()
                        .filter(ShopEvent.PenaltyExpired.class::isInstance)
                        .map(ShopEvent::subject))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    private Optional<ShopChange> clear(String day) {
        Optional<ShopChange> change = PointsCleared.at(shop.file(), at(day), shop.ids());
        shop.take(change);
        return change;
    }
}
