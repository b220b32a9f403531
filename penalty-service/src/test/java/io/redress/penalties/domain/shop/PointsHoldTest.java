package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which points hold an open-ended measure or a penalty beyond a reset, and which do not. */
class PointsHoldTest {

    private static final OptionalInt OPEN_ENDED = OptionalInt.empty();

    private final ShopScenario shop = new ShopScenario();

    @Test
    void points_of_another_bucket_do_not_hold_a_measure() {
        String first = shop.inForce("2018-05-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-05-02");
        shop.inForce("2020-01-01", charge("S-02", "l-2", "2019-12-01"));

        clear("2020-01-01");

        assertThat(shop.measure("LISTINGS_REMOVED").state()).isEqualTo(Measure.State.LIFTED);
    }

    @Test
    void an_imported_measure_is_not_held_by_fewer_points_than_bring_its_kind() {
        String imported = shop.imported("2018-04-20", "2018-04-01", "C-02", 24, "LISTINGS_REMOVED", OPEN_ENDED);
        shop.deliver(imported, "2018-04-20");
        String later = shop.propose("2019-05-01", charge("C-03", "l-2", "2019-04-01", 12, "volume"));
        shop.store(later, "2019-05-01");
        shop.windowOver(later, "2019-05-08");

        clear("2020-01-01");

        assertThat(shop.tally("COUNTERFEIT", "2020-01-01")).isEqualTo(12);
        assertThat(shop.measure("LISTINGS_REMOVED").state()).isEqualTo(Measure.State.LIFTED);
    }

    @Test
    void an_imported_closure_is_not_held_by_points_that_bring_other_measures_only() {
        shop.imported("2018-04-20", "2018-04-01", "C-02", 30, "SHOP_CLOSURE", OPEN_ENDED);

        clear("2019-01-01");

        assertThat(shop.tally("COUNTERFEIT", "2019-01-01")).as("carried over").isEqualTo(30);
        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE LIFTED");
    }

    @Test
    void a_measure_is_held_by_the_threshold_it_stands_on_and_by_no_other_that_brings_its_kind() {
        String first = shop.propose(
                "2018-04-01", charge("C-91", "l-1", "2018-03-01"), charge("S-03", "l-2", "2018-03-01", 2, "volume"));
        shop.approveWithoutNotice(first, Closures.BY_LAW, "2018-04-02");
        shop.store(first, "2018-04-02");
        shop.deliver(first, "2018-04-03");
        String second = shop.propose("2019-03-01", charge("S-91", "l-3", "2019-02-01"));
        shop.approveWithoutNotice(second, Closures.BY_LAW, "2019-03-02");
        shop.store(second, "2019-03-02");

        List<Measure> ending = PointsCleared.ending(shop.file(), at("2019-06-01"));

        assertThat(ending).extracting(Measure::penaltyId).containsExactly(first);
    }

    @Test
    void a_credit_ends_no_measure_not_even_with_the_last_point() {
        shop.imported("2018-04-20", "2018-04-01", "G-05", 12, "LISTINGS_REMOVED", OPEN_ENDED);
        shop.credit(12, 12, "2018-05-01");
        assertThat(shop.tally("GENERAL", "2018-05-01")).isZero();

        assertThat(PointsCleared.ending(shop.file(), at("2018-06-01"))).isEmpty();
        clear("2019-01-01");

        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED LIFTED");
    }

    @Test
    void a_penalty_imported_after_the_reset_is_not_expired_by_a_run_that_comes_late() {
        String id = shop.imported("2019-02-01", "2018-04-01", "C-02", 24, "SHOP_HIDDEN", OptionalInt.of(7));

        clear("2019-01-01");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void a_penalty_proposed_before_the_reset_and_in_force_after_it_is_not_expired_by_a_run_that_comes_late() {
        String id = shop.propose("2018-12-30", charge("G-04", "l-1", "2018-12-01", 4, "amount"));
        shop.store(id, "2019-01-02");

        clear("2019-01-01");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void a_penalty_that_the_cap_left_without_points_has_none_to_lose() {
        shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String capped = shop.inForce("2018-04-02", charge("C-02", "l-2", "2018-03-01"));

        clear("2020-01-01");

        assertThat(shop.penalty(capped).points()).isZero();
        assertThat(shop.penalty(capped).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void points_of_two_buckets_are_not_added_up_to_be_carried_over() {
        String id = shop.inForce(
                "2018-04-01",
                charge("C-03", "l-1", "2018-03-01", 12, "volume"),
                charge("S-03", "l-2", "2018-03-01", 12, "volume"));
        shop.serve(shop.measure("NEW_LISTING_BAN").id(), "2018-04-08");

        clear("2019-01-01");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.EXPIRED);
    }

    @Test
    void a_violation_without_points_in_a_bucket_of_its_own_does_not_keep_the_penalty() {
        String id = shop.inForce(
                "2018-04-01", charge("C-01", "l-1", "2018-03-01"), charge("G-04", "l-2", "2018-03-01", 4, "amount"));
        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-04-15");

        clear("2019-01-01");
        assertThat(shop.penalty(id).status()).as("24 are carried over").isEqualTo(PenaltyStatus.IN_FORCE);
        clear("2020-01-01");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.EXPIRED);
    }

    private void clear(String day) {
        shop.take(PointsCleared.at(shop.file(), at(day), shop.ids()));
    }
}
