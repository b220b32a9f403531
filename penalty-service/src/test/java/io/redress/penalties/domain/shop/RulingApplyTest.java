package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Each line of a ruling is answered: applied, superseded by something later, or failed. */
class RulingApplyTest {

    private static final RulingRef RULING = new RulingRef("cas_1", "rul_1");

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_reduction_is_corrected_first_then_answered_and_then_the_penalty_is_final() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(apply(id, "2018-04-10", points(id, 12)))
                .containsExactly(
                        "PenaltyCorrected " + id + " IN_FORCE 12",
                        "MeasureChanged SHOP_HIDDEN LIFTED",
                        "MeasureChanged PROMOTION_BAN LIFTED",
                        "EffectAnswered " + id + " APPLIED",
                        "PenaltyFinal " + id + " IN_FORCE 12");
        assertThat(shop.tally("SERIOUS", "2018-04-10")).isEqualTo(12);
    }

    @Test
    void points_that_the_penalty_carries_already_are_applied_without_a_correction() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(apply(id, "2018-04-10", points(id, 24)))
                .containsExactly("EffectAnswered " + id + " APPLIED", "PenaltyFinal " + id + " IN_FORCE 24");
    }

    @Test
    void a_penalty_reversed_before_is_not_reversed_again_and_carries_no_points_again() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.rule(id, 0, "2018-04-05");

        assertThat(apply(id, "2018-04-10", points(id, 0))).containsExactly("EffectAnswered " + id + " APPLIED");
        assertThat(apply(id, "2018-04-10", points(id, 12)))
                .containsExactly("EffectAnswered " + id + " SUPERSEDED: the penalty carries less already");
    }

    @Test
    void a_penalty_that_the_cap_left_without_points_is_reversed_all_the_same() {
        shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String capped = shop.inForce("2018-04-02", charge("C-02", "l-2", "2018-03-01"));

        assertThat(apply(capped, "2018-04-10", points(capped, 0)))
                .containsExactly(
                        "PenaltyCorrected " + capped + " REVERSED 0",
                        "EffectAnswered " + capped + " APPLIED",
                        "PenaltyFinal " + capped + " REVERSED 0");
    }

    @Test
    void what_an_earlier_ruling_left_is_not_raised() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.rule(id, 6, "2018-04-05");

        assertThat(apply(id, "2018-04-10", points(id, 12)))
                .containsExactly("EffectAnswered " + id + " SUPERSEDED: the penalty carries less already");
        assertThat(shop.penalty(id).points()).isEqualTo(6);
    }

    @Test
    void more_than_the_cap_off_the_closed_list_fails() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        assertThat(apply(id, "2018-05-01", points(id, 30)))
                .containsExactly(
                        "EffectAnswered " + id + " FAILED: closure-not-enumerated",
                        "PenaltyFinal " + id + " IN_FORCE 48");
    }

    @Test
    void lines_about_what_the_shop_does_not_have_fail_under_the_penalty_of_the_case() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(apply(id, "2018-04-10", points("pen_elsewhere", 0), state("mea_elsewhere", Measure.State.LIFTED)))
                .containsExactly(
                        "EffectAnswered " + id + " FAILED: no such penalty in this shop",
                        "EffectAnswered " + id + " FAILED: no such measure in this shop",
                        "PenaltyFinal " + id + " IN_FORCE 24");
    }

    @Test
    void a_line_may_be_about_another_penalty_and_only_that_of_the_case_becomes_final() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(id, "2018-04-01");
        String other = shop.inForce("2018-04-03", charge("G-05", "l-2", "2018-04-02"));

        apply(id, "2018-04-10", points(other, 6));

        assertThat(shop.penalty(other).points()).isEqualTo(6);
        assertThat(shop.penalty(other).isFinal()).isFalse();
        assertThat(shop.penalty(id).isFinal()).isTrue();
    }

    @Test
    void a_lifted_measure_is_answered_when_the_marketplace_has_confirmed_and_not_before() {
        String id = shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();

        assertThat(apply(id, "2018-04-02", state(hidden, Measure.State.LIFTED), points(id, 6)))
                .as("points come first, whatever the order of the lines")
                .contains("MeasureChanged SHOP_HIDDEN LIFTED")
                .noneMatch(line -> line.startsWith("EffectAnswered " + hidden));

        confirm(hidden, Measure.State.LIFTED);
        assertThat(apply(id, "2018-04-03", state(hidden, Measure.State.LIFTED)))
                .containsExactly("EffectAnswered " + hidden + " APPLIED");
    }

    @Test
    void a_measure_that_never_began_is_answered_at_once() {
        String second = Closures.byTwo(shop);
        String closure = shop.measure("SHOP_CLOSURE").id();

        assertThat(apply(second, "2018-05-14", points(second, 12), state(closure, Measure.State.REVERSED)))
                .containsExactly(
                        "PenaltyCorrected " + second + " IN_FORCE 12",
                        "MeasureChanged SHOP_CLOSURE REVERSED",
                        "EffectAnswered " + second + " APPLIED",
                        "EffectAnswered " + closure + " APPLIED");
    }

    @Test
    void a_measure_that_goes_on_or_ended_otherwise_supersedes_its_line() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();
        String ban = shop.measure("PROMOTION_BAN").id();
        shop.serve(hidden, "2018-04-15");

        assertThat(apply(id, "2018-04-16", state(hidden, Measure.State.LIFTED), state(ban, Measure.State.LIFTED)))
                .containsExactly(
                        "EffectAnswered " + hidden + " SUPERSEDED: the measure is SERVED",
                        "EffectAnswered " + ban + " SUPERSEDED: other points justify the measure",
                        "PenaltyFinal " + id + " IN_FORCE 24");
    }

    @Test
    void a_measure_that_the_ruling_ends_is_lifted_while_the_points_and_the_other_measures_stand() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();

        assertThat(apply(id, "2018-04-10", ended(hidden, Measure.State.LIFTED)))
                .as("it is answered when the marketplace has confirmed")
                .containsExactly("MeasureChanged SHOP_HIDDEN LIFTED", "PenaltyFinal " + id + " IN_FORCE 24");
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN LIFTED");
        assertThat(shop.tally("SERIOUS", "2018-04-10")).isEqualTo(24);
        assertThat(shop.measure("SHOP_HIDDEN").endedAt()).contains(at("2018-04-10"));
        assertThat(shop.measure("PROMOTION_BAN").endsAt()).contains(at("2018-05-01"));

        confirm(hidden, Measure.State.LIFTED);
        assertThat(apply(id, "2018-04-11", ended(hidden, Measure.State.LIFTED)))
                .containsExactly("EffectAnswered " + hidden + " APPLIED");
    }

    @Test
    void a_measure_that_the_ruling_ends_before_it_begins_is_reversed_and_answered_at_once() {
        String second = Closures.byTwo(shop);
        String closure = shop.measure("SHOP_CLOSURE").id();

        assertThat(apply(second, "2018-05-14", ended(closure, Measure.State.REVERSED)))
                .containsExactly("MeasureChanged SHOP_CLOSURE REVERSED", "EffectAnswered " + closure + " APPLIED");
        assertThat(shop.penalty(second).points()).isEqualTo(24);
    }

    @Test
    void a_reduction_does_not_count_what_the_same_ruling_ends_by_name_among_what_remains() {
        String second = Closures.byTwo(shop);
        String hold = shop.measure("PAYOUT_HOLD").id();

        ShopChange change = Ruling.apply(
                shop.file(),
                second,
                "cas_1",
                List.of(points(second, 12), ended(hold, Measure.State.LIFTED)),
                shop.ids(),
                at("2018-05-14"));

        assertThat(change.events())
                .filteredOn(ShopEvent.PenaltyCorrected.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((ShopEvent.PenaltyCorrected) event).remaining())
                        .extracting(Measure::kind)
                        .containsExactly("SHOP_HIDDEN"));
    }

    @Test
    void a_measure_that_has_begun_since_the_draft_is_lifted_all_the_same() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();

        assertThat(apply(id, "2018-04-10", ended(hidden, Measure.State.REVERSED)))
                .contains("MeasureChanged SHOP_HIDDEN LIFTED")
                .noneMatch(line -> line.startsWith("EffectAnswered"));
    }

    @Test
    void a_measure_that_ended_by_itself_supersedes_the_line_that_would_end_it() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();
        shop.serve(hidden, "2018-04-15");

        assertThat(apply(id, "2018-04-16", ended(hidden, Measure.State.LIFTED)))
                .contains("EffectAnswered " + hidden + " SUPERSEDED: the measure is SERVED");
        assertThat(shop.measure("SHOP_HIDDEN").byRuling()).isFalse();
    }

    @Test
    void a_ruling_ends_by_name_no_measure_of_another_penalty() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(id, "2018-04-01");
        String other = shop.inForce("2018-04-03", charge("G-05", "l-2", "2018-04-02"));

        assertThat(apply(other, "2018-04-10", ended(shop.measure("SHOP_HIDDEN").id(), Measure.State.LIFTED)))
                .contains("EffectAnswered " + other + " FAILED: no such measure in this shop");
        assertThat(shop.measure("SHOP_HIDDEN").state()).isEqualTo(Measure.State.IN_FORCE);
    }

    @Test
    void a_penalty_whose_points_are_cleared_expires_with_the_last_measure_that_a_ruling_ends() {
        String id = shop.inForce("2018-12-28", charge("S-02", "l-1", "2018-12-20"));
        String hidden = shop.measure("SHOP_HIDDEN").id();
        String ban = shop.measure("PROMOTION_BAN").id();

        assertThat(apply(id, "2019-01-05", ended(hidden, Measure.State.LIFTED)))
                .noneMatch(line -> line.startsWith("PenaltyExpired"));
        assertThat(apply(id, "2019-01-06", ended(ban, Measure.State.LIFTED)))
                .containsExactly("MeasureChanged PROMOTION_BAN LIFTED", "PenaltyExpired " + id + " EXPIRED 24");
    }

    @Test
    void the_appeal_is_over_with_the_ruling_and_only_that_of_its_case() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.take(Appeal.opened(shop.file(), id, "cas_2", shop.ids(), at("2018-04-02")));

        apply(id, "2018-04-10");
        assertThat(shop.penalty(id).appealCaseId()).contains("cas_2");

        shop.take(Appeal.opened(shop.file(), id, "cas_1", shop.ids(), at("2018-04-10")));
        assertThat(apply(id, "2018-04-11")).containsExactly("PenaltyAppealEnded " + id + " IN_FORCE 24");
        assertThat(shop.penalty(id).appealCaseId()).isEmpty();
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    private void confirm(String measureId, Measure.State state) {
        Measure measure = shop.file().measure(measureId).orElseThrow();
        shop.take(MeasureCourse.confirm(
                shop.file(),
                measure,
                new Measure.Confirmation(state, at("2018-04-02"), shop.file().targetVersion()),
                List.of(),
                shop.ids()));
    }

    private List<String> apply(String id, String now, EffectLine... lines) {
        ShopChange change = Ruling.apply(shop.file(), id, "cas_1", List.of(lines), shop.ids(), at(now));
        shop.take(Optional.of(change));
        return EventLines.of(change);
    }

    private static EffectLine points(String penaltyId, int points) {
        return new EffectLine.Points("eff_p", RULING, penaltyId, points);
    }

    private static EffectLine state(String measureId, Measure.State state) {
        return new EffectLine.MeasureState("eff_m", RULING, measureId, state, false);
    }

    private static EffectLine ended(String measureId, Measure.State state) {
        return new EffectLine.MeasureState("eff_m", RULING, measureId, state, true);
    }
}
