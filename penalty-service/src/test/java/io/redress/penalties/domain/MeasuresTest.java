package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.shop.Appeal;
import io.redress.penalties.domain.shop.MeasureCourse;
import io.redress.penalties.domain.shop.Ruling;
import io.redress.penalties.domain.shop.ShopEvent;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which measures points bring, keep, and lose, and what time served counts for. */
class MeasuresTest {

    private static final OptionalInt OPEN_ENDED = OptionalInt.empty();

    private final ShopScenario shop = new ShopScenario();

    @Test
    void thirty_days_of_closure_serve_fourteen_of_hiding() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OPEN_ENDED);

        shop.rule(id, 24, "2018-05-01");

        assertThat(shop.measures())
                .containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN SERVED");
        assertThat(shop.measure("SHOP_HIDDEN").startsAt()).isEqualTo(at("2018-04-01"));
        assertThat(shop.measure("SHOP_HIDDEN").endsAt()).contains(at("2018-04-15"));
        assertThat(shop.measure("LISTINGS_REMOVED").endsAt()).isEmpty();
        assertThat(shop.penalty(id).isFinal()).isTrue();
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void twelve_days_of_closure_leave_two_of_hiding() {
        String id = shop.imported("2018-04-20", "2018-04-19", "C-02", 48, "SHOP_CLOSURE", OPEN_ENDED);

        shop.rule(id, 24, "2018-05-01");

        Measure hidden = shop.measure("SHOP_HIDDEN");
        assertThat(hidden.state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(hidden.origin()).isEqualTo(Measure.Origin.CONTINUED);
        assertThat(hidden.endsAt()).contains(at("2018-05-03"));
        shop.serve(hidden.id(), "2018-05-02");
        assertThat(shop.measure("SHOP_HIDDEN").state()).isEqualTo(Measure.State.IN_FORCE);
        shop.serve(hidden.id(), "2018-05-03");
        assertThat(shop.measure("SHOP_HIDDEN").state()).isEqualTo(Measure.State.SERVED);
    }

    @Test
    void several_thresholds_at_once_fire_the_highest_only() {
        shop.inForce("2018-04-19", charge("S-02", "l-1", "2018-03-01"));

        assertThat(shop.thresholdsReached()).isEqualTo(1);
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void a_threshold_fires_on_each_upward_crossing() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        shop.rule(first, 0, "2018-04-10");
        shop.inForce("2018-04-20", charge("S-03", "l-2", "2018-04-15", 12, "volume"));

        assertThat(shop.thresholdsReached()).isEqualTo(2);
        assertThat(shop.measures()).containsExactly("NEW_LISTING_BAN IN_FORCE", "NEW_LISTING_BAN LIFTED");
    }

    @Test
    void a_reduction_below_the_threshold_lifts_what_it_brought() {
        String id = shop.inForce("2018-04-19", charge("G-05", "l-1", "2018-03-01"));

        shop.rule(id, 6, "2018-04-21");

        assertThat(shop.measures()).containsExactly("PROMOTION_BAN LIFTED", "SHOP_HIDDEN LIFTED");
        assertThat(shop.tally("GENERAL", "2018-04-21")).isEqualTo(6);
    }

    @Test
    void a_correction_in_the_new_year_does_not_shorten_a_measure_of_the_old_one() {
        String small = shop.inForce("2018-12-19", charge("G-04", "l-1", "2018-03-01", 4, "amount"));
        shop.deliver(small, "2018-12-19");
        shop.inForce("2018-12-28", charge("S-02", "l-2", "2018-12-20"));

        shop.rule(small, 0, "2019-01-02");

        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void a_penalty_whose_measures_are_all_served_is_served() {
        String id = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));

        shop.serve(shop.measure("NEW_LISTING_BAN").id(), "2018-04-08");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.SERVED);
        assertThat(shop.tally("SERIOUS", "2018-04-08")).isEqualTo(12);
    }

    @Test
    void a_closure_waits_for_the_ruling_of_an_open_appeal() {
        String id = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        shop.approve(id, "enf-lead", "2018-04-02");
        shop.store(id, "2018-04-02");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.take(Appeal.opened(shop.file(), id, "cas_1", shop.ids(), at("2018-04-20")));

        shop.windowOver(id, "2018-05-02");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE SUSPENDED");

        shop.take(Appeal.ended(shop.file(), id, "cas_1", shop.ids(), at("2018-05-10")));
        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE IN_FORCE");
        assertThat(shop.measure("SHOP_CLOSURE").startsAt()).isEqualTo(at("2018-05-10"));
    }

    @Test
    void forty_eight_of_two_decisions_close_the_shop_only_when_both_are_final_and_after_notice() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String second = shop.propose("2018-04-10", charge("C-01", "l-2", "2018-04-05"));
        assertThat(shop.penalty(second).status()).isEqualTo(PenaltyStatus.HELD);
        shop.approve(second, "enf-lead", "2018-04-11");
        shop.store(second, "2018-04-11");
        shop.windowOver(second, "2018-05-11");
        assertThat(shop.measures()).doesNotContain("SHOP_CLOSURE IN_FORCE").contains("PAYOUT_HOLD IN_FORCE");

        shop.finalise(first, "2018-05-12");
        assertThat(shop.measures()).noneMatch(measure -> measure.startsWith("SHOP_CLOSURE"));
        shop.finalise(second, "2018-05-13");

        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.SCHEDULED);
        assertThat(shop.measure("SHOP_CLOSURE").startsAt()).isEqualTo(at("2018-06-12"));
        shop.take(MeasureCourse.begin(shop.file(), shop.measure("SHOP_CLOSURE").id(), shop.ids(), at("2018-06-12")));
        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.IN_FORCE);
    }

    @Test
    void measures_of_one_kind_that_overlap_do_not_shorten_each_other() {
        String first = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        shop.inForce("2018-04-10", charge("G-05", "l-2", "2018-04-05"));

        assertThat(ends("SHOP_HIDDEN")).containsExactly(at("2018-04-15"), at("2018-04-17"));
        assertThat(ends("PROMOTION_BAN")).containsExactly(at("2018-05-01"), at("2018-04-17"));

        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-04-15");
        assertThat(shop.measures())
                .containsExactly(
                        "PROMOTION_BAN IN_FORCE",
                        "PROMOTION_BAN IN_FORCE",
                        "SHOP_HIDDEN IN_FORCE",
                        "SHOP_HIDDEN SERVED");
    }

    @Test
    void a_reversal_leaves_what_the_other_points_justify() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        String second = shop.inForce("2018-04-05", charge("S-04", "l-2", "2018-04-03", 12, "amount"));
        assertThat(shop.measures())
                .as("12, then 24 points")
                .containsExactly("NEW_LISTING_BAN IN_FORCE", "PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");

        shop.rule(second, 0, "2018-04-06");

        assertThat(shop.tally("SERIOUS", "2018-04-06")).isEqualTo(12);
        assertThat(shop.measures())
                .containsExactly("NEW_LISTING_BAN IN_FORCE", "PROMOTION_BAN LIFTED", "SHOP_HIDDEN LIFTED");
        assertThat(ends("NEW_LISTING_BAN")).containsExactly(at("2018-04-08"));
    }

    private List<Instant> ends(String kind) {
        return shop.file().measures().stream()
                .filter(measure -> measure.kind().equals(kind))
                .map(measure -> measure.endsAt().orElseThrow())
                .toList();
    }

    @Test
    void a_preview_changes_nothing_and_foretells_points_and_measures() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OPEN_ENDED);

        Outcome<Ruling.Preview> outcome = shop.preview(id, Ruling.Verdict.PARTIAL, OptionalInt.of(24), "2018-05-01");

        Ruling.Preview preview = ((Outcome.Done<Ruling.Preview>) outcome).value();
        assertThat(preview.lines()).hasSize(2);
        assertThat(preview.remaining())
                .extracting(Measure::kind)
                .containsExactlyInAnyOrder("SHOP_HIDDEN", "LISTINGS_REMOVED");
        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE IN_FORCE");
        assertThat(shop.events()).noneMatch(ShopEvent.PenaltyCorrected.class::isInstance);
    }
}
