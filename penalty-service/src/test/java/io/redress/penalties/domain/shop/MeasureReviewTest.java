package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which measures a correction leaves: 24 counterfeit points bring 14 days of hiding and the removal of listings. */
class MeasureReviewTest {

    private static final OptionalInt OPEN_ENDED = OptionalInt.empty();

    private final ShopScenario shop = new ShopScenario();

    @Test
    void an_imported_measure_that_the_rest_brings_for_as_many_days_is_left_alone() {
        String id = imported("C-02", 48, "2018-04-28", closure("2018-04-28"), hiding("2018-04-28", 14));

        shop.rule(id, 24, "2018-05-01");

        assertThat(shop.measures())
                .containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN IN_FORCE");
        assertThat(shop.measure("SHOP_HIDDEN").origin()).isEqualTo(Measure.Origin.IMPORTED);
        assertThat(shop.measure("SHOP_HIDDEN").endsAt()).contains(at("2018-05-12"));
    }

    @Test
    void an_imported_measure_of_other_days_is_lifted_and_goes_on_for_those_that_the_rest_brings() {
        String id = imported("C-02", 48, "2018-04-28", hiding("2018-04-28", 21));

        shop.rule(id, 24, "2018-05-01");

        assertThat(shop.measures()).containsExactly("SHOP_HIDDEN IN_FORCE", "SHOP_HIDDEN LIFTED");
        assertThat(continued()).extracting(Measure::endsAt).containsExactly(Optional.of(at("2018-05-12")));
    }

    @Test
    void an_imported_measure_is_left_alone_whatever_its_days_where_the_rest_brings_it_without_an_end() {
        String id = imported(
                "C-02", 48, "2018-04-28", new LegacyMeasure("LISTINGS_REMOVED", at("2018-04-28"), OptionalInt.of(90)));

        shop.rule(id, 24, "2018-05-01");

        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED IN_FORCE");
        assertThat(continued()).isEmpty();
    }

    @Test
    void an_imported_measure_is_lifted_where_only_a_lower_threshold_brings_it() {
        String id = imported(
                "S-91", 48, "2018-04-28", new LegacyMeasure("NEW_LISTING_BAN", at("2018-04-28"), OptionalInt.of(7)));

        shop.rule(id, 36, "2018-05-01");

        assertThat(shop.measures()).containsExactly("NEW_LISTING_BAN LIFTED");
    }

    @Test
    void an_imported_measure_is_lifted_where_the_rest_reaches_no_threshold() {
        String id = imported("C-02", 48, "2018-04-28", hiding("2018-04-28", 14));

        shop.rule(id, 23, "2018-05-01");

        assertThat(shop.measures()).containsExactly("SHOP_HIDDEN LIFTED");
    }

    @Test
    void a_measure_that_was_served_before_stays_served() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-04-15");

        shop.rule(id, 0, "2018-04-20");

        assertThat(shop.measures()).containsExactly("PROMOTION_BAN LIFTED", "SHOP_HIDDEN SERVED");
        assertThat(shop.measure("SHOP_HIDDEN").endedAt()).contains(at("2018-04-15"));
    }

    @Test
    void an_imported_measure_of_a_penalty_that_was_not_corrected_is_left_alone() {
        imported("C-03", 4, "2018-04-28", hiding("2018-04-28", 90));
        String corrected = shop.inForce("2018-05-01", charge("G-05", "l-1", "2018-03-01"));

        shop.rule(corrected, 6, "2018-05-02");

        assertThat(shop.measures())
                .containsExactly("PROMOTION_BAN LIFTED", "SHOP_HIDDEN IN_FORCE", "SHOP_HIDDEN LIFTED");
    }

    @Test
    void a_lifted_closure_goes_on_as_what_the_highest_threshold_of_the_rest_brings_and_no_lower_one() {
        String id = imported("S-91", 48, "2018-04-28", closure("2018-04-28"));

        shop.rule(id, 36, "2018-05-01");

        assertThat(shop.measures())
                .containsExactly("PAYOUT_HOLD IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN IN_FORCE");
        assertThat(continued())
                .extracting(Measure::days)
                .as("21 days each, not the 14 of 24 points")
                .containsOnly(OptionalInt.of(21));
        assertThat(continued()).allSatisfy(measure -> {
            assertThat(measure.penaltyId()).isEqualTo(id);
            assertThat(measure.ground()).contains(new Measure.Ground("SERIOUS", 36));
            assertThat(measure.startsAt()).isEqualTo(at("2018-04-28"));
            assertThat(measure.endsAt()).contains(at("2018-05-19"));
            assertThat(measure.endedAt()).isEmpty();
            assertThat(measure.begun()).isTrue();
        });
    }

    @Test
    void days_that_are_over_at_the_instant_of_the_ruling_are_served_then() {
        String id = imported("C-02", 48, "2018-04-17", closure("2018-04-17"));

        shop.rule(id, 24, "2018-05-01");

        Measure hidden = shop.measure("SHOP_HIDDEN");
        assertThat(hidden.state()).isEqualTo(Measure.State.SERVED);
        assertThat(hidden.endsAt()).contains(at("2018-05-01"));
        assertThat(hidden.endedAt()).contains(at("2018-05-01"));
    }

    @Test
    void what_another_penalty_brought_by_itself_does_not_stand_in_for_what_the_rest_brings() {
        imported("C-03", 4, "2018-04-28", hiding("2018-04-28", 90));
        String id = imported("C-02", 48, "2018-04-28", closure("2018-04-28"));

        shop.rule(id, 24, "2018-05-01");

        assertThat(shop.measures())
                .containsExactly(
                        "LISTINGS_REMOVED IN_FORCE",
                        "SHOP_CLOSURE LIFTED",
                        "SHOP_HIDDEN IN_FORCE",
                        "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void an_import_that_brought_no_measures_does_not_bring_any_when_a_closure_beside_it_falls() {
        assertThat(besideAClosure()).containsExactly("SHOP_CLOSURE LIFTED");
    }

    @Test
    void an_import_that_brought_measures_lets_the_closure_beside_it_go_on_as_them() {
        assertThat(besideAClosure(new LegacyMeasure("PAYOUT_HOLD", at("2018-03-10"), OptionalInt.of(7))))
                .containsExactly(
                        "LISTINGS_REMOVED IN_FORCE",
                        "PAYOUT_HOLD SERVED",
                        "SHOP_CLOSURE LIFTED",
                        "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void what_has_not_begun_is_reversed_and_leaves_nothing_to_go_on() {
        String second = Closures.byTwo(shop);

        shop.rule(second, 0, "2018-05-14");

        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.REVERSED);
        assertThat(shop.measure("SHOP_CLOSURE").endedAt()).contains(at("2018-05-14"));
        assertThat(shop.measures())
                .as("the hiding of 36 points is lifted, that of the first 24 goes on")
                .containsExactly(
                        "LISTINGS_REMOVED IN_FORCE",
                        "PAYOUT_HOLD LIFTED",
                        "SHOP_CLOSURE REVERSED",
                        "SHOP_HIDDEN IN_FORCE",
                        "SHOP_HIDDEN LIFTED");
    }

    @Test
    void what_a_ruling_ended_by_name_does_not_go_on_under_the_lower_threshold_of_a_later_ruling() {
        String id = imported("C-91", 48, "2018-04-28", closure("2018-04-28"), hiding("2018-04-28", 21));
        shop.lift(id, "2018-05-01", shop.measure("SHOP_HIDDEN").id());
        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE IN_FORCE", "SHOP_HIDDEN LIFTED");

        shop.rule(id, 24, "2018-05-02");

        assertThat(shop.measures())
                .as("14 days of hiding would go on after the closure")
                .containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_CLOSURE LIFTED", "SHOP_HIDDEN LIFTED");
    }

    @Test
    void what_a_ruling_ends_by_name_does_not_go_on_under_what_the_same_ruling_leaves() {
        String id = imported("C-02", 48, "2018-04-28", hiding("2018-04-28", 21));

        shop.rule(
                id,
                new Ruling.Judgment(
                        Ruling.Verdict.PARTIAL,
                        OptionalInt.of(24),
                        List.of(shop.measure("SHOP_HIDDEN").id())),
                "2018-05-01");

        assertThat(shop.measures()).containsExactly("SHOP_HIDDEN LIFTED");
    }

    @Test
    void what_a_ruling_ended_by_name_does_not_go_on_after_a_closure_that_a_reversal_ends() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        String second = shop.inForce("2018-04-10", charge("S-02", "l-2", "2018-04-05"));
        shop.deliver(second, "2018-04-11");
        shop.lift(second, "2018-04-12", shop.measure("SHOP_HIDDEN").id());
        String third = shop.propose("2018-04-20", charge("S-04", "l-3", "2018-04-15", 12, "amount"));
        shop.approve(third, "enf-lead", "2018-04-21");
        shop.store(third, "2018-04-21");
        shop.windowOver(third, "2018-05-21");
        shop.finalise(first, "2018-05-22");
        shop.finalise(third, "2018-05-22");
        shop.take(MeasureCourse.begin(shop.file(), shop.measure("SHOP_CLOSURE").id(), shop.ids(), at("2018-06-23")));
        assertThat(shop.measures()).contains("SHOP_CLOSURE IN_FORCE", "SHOP_HIDDEN LIFTED");

        shop.rule(first, 0, "2018-06-24");

        assertThat(shop.measures())
                .as("the second brings 24 points by itself now: a ban on promotions, and no hiding")
                .containsExactly(
                        "NEW_LISTING_BAN IN_FORCE",
                        "PAYOUT_HOLD IN_FORCE",
                        "PROMOTION_BAN IN_FORCE",
                        "SHOP_CLOSURE LIFTED",
                        "SHOP_HIDDEN LIFTED");
    }

    @Test
    void what_a_ruling_ended_by_name_is_not_brought_back_when_another_penalty_is_reversed() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        String second = shop.inForce("2018-04-05", charge("S-04", "l-2", "2018-04-03", 12, "amount"));
        shop.lift(second, "2018-04-06", shop.measure("SHOP_HIDDEN").id());
        assertThat(shop.measures())
                .containsExactly("NEW_LISTING_BAN IN_FORCE", "PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN LIFTED");

        shop.rule(first, 0, "2018-04-07");

        assertThat(shop.measures())
                .as("12 points are left, which bring the ban on new listings")
                .containsExactly("NEW_LISTING_BAN IN_FORCE", "PROMOTION_BAN LIFTED", "SHOP_HIDDEN LIFTED");
    }

    @Test
    void a_new_crossing_brings_its_measures_whatever_a_ruling_ended_before() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        shop.lift(first, "2018-04-03", shop.measure("NEW_LISTING_BAN").id());
        shop.rule(first, 0, "2018-04-10");

        shop.inForce("2018-04-20", charge("S-03", "l-2", "2018-04-15", 12, "volume"));

        assertThat(shop.measures()).containsExactly("NEW_LISTING_BAN IN_FORCE", "NEW_LISTING_BAN LIFTED");
    }

    /** An import of 24 points beside a penalty whose closure of three days is overturned on 5 May. */
    private List<String> besideAClosure(LegacyMeasure... ofTheImport) {
        shop.deliver(imported("C-02", 24, "2018-03-10", ofTheImport), "2018-04-30");
        String closed = shop.propose("2018-05-01", charge("C-91", "l-1", "2018-05-01"));
        shop.approveWithoutNotice(closed, Closures.BY_LAW, "2018-05-02");
        shop.store(closed, "2018-05-02");
        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.IN_FORCE);

        shop.rule(closed, 0, "2018-05-05");
        return shop.measures();
    }

    private List<Measure> continued() {
        return shop.file().measures().stream()
                .filter(measure -> measure.origin() == Measure.Origin.CONTINUED)
                .toList();
    }

    private static LegacyMeasure closure(String startedAt) {
        return new LegacyMeasure("SHOP_CLOSURE", at(startedAt), OPEN_ENDED);
    }

    private static LegacyMeasure hiding(String startedAt, int days) {
        return new LegacyMeasure("SHOP_HIDDEN", at(startedAt), OptionalInt.of(days));
    }

    /** Imported in April, for an act of 1 March. */
    private String imported(String clauseId, int points, String inForceAt, LegacyMeasure... measures) {
        Proposal base = proposal(
                Optional.empty(), charge(clauseId, "l-" + clauseId, "2018-03-01", OptionalInt.of(points), Map.of()));
        String id = shop.propose(
                "2018-04-30",
                new Proposal(
                        base.proposedBy(),
                        base.investigationId(),
                        base.departmentId(),
                        base.explanation(),
                        false,
                        false,
                        "CN",
                        base.charges(),
                        Optional.of(new Proposal.Legacy("ops-1", at(inForceAt), List.of(measures)))));
        shop.store(id, "2018-04-30");
        return id;
    }
}
