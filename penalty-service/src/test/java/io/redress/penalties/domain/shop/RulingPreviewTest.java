package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ruling would do, line by line, before anybody rules. */
class RulingPreviewTest {

    private static final OptionalInt NO_POINTS = OptionalInt.empty();

    private final ShopScenario shop = new ShopScenario();

    @Test
    void upholding_pins_no_line_and_names_the_measures_that_remain() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-04-15");

        Ruling.Preview preview = foretold(id, Ruling.Verdict.UPHOLD, NO_POINTS, "2018-04-20");

        assertThat(preview.lines()).isEmpty();
        assertThat(preview.pointsBefore()).isEqualTo(24);
        assertThat(preview.pointsAfter()).isEqualTo(24);
        assertThat(preview.remaining()).extracting(Measure::kind).containsExactly("SHOP_HIDDEN", "PROMOTION_BAN");
    }

    @Test
    void overturning_pins_the_points_and_every_measure_that_would_end() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        Ruling.Preview preview = foretold(id, Ruling.Verdict.OVERTURN, NO_POINTS, "2018-04-10");

        assertThat(lines(preview)).containsExactly(id + " 0", "SHOP_HIDDEN LIFTED", "PROMOTION_BAN LIFTED");
        assertThat(preview.lines())
                .allMatch(line -> line.effectId().startsWith("eff_"))
                .extracting(EffectLine::effectId)
                .doesNotHaveDuplicates();
        assertThat(preview.pointsBefore()).isEqualTo(24);
        assertThat(preview.pointsAfter()).isZero();
        assertThat(preview.remaining()).isEmpty();
    }

    @Test
    void a_measure_that_has_ended_is_no_line() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.serve(shop.measure("SHOP_HIDDEN").id(), "2018-04-15");

        assertThat(lines(foretold(id, Ruling.Verdict.OVERTURN, NO_POINTS, "2018-04-20")))
                .containsExactly(id + " 0", "PROMOTION_BAN LIFTED");
    }

    @Test
    void a_reduction_that_takes_the_closure_only_pins_the_closure_only() {
        String second = Closures.byTwo(shop);

        Ruling.Preview preview = foretold(second, Ruling.Verdict.PARTIAL, OptionalInt.of(12), "2018-05-14");

        assertThat(lines(preview)).containsExactly(second + " 12", "SHOP_CLOSURE REVERSED");
        assertThat(preview.pointsBefore()).isEqualTo(24);
        assertThat(preview.pointsAfter()).isEqualTo(12);
        assertThat(preview.remaining()).extracting(Measure::kind).containsExactly("SHOP_HIDDEN", "PAYOUT_HOLD");
    }

    @Test
    void what_was_lifted_before_does_not_remain() {
        String id = shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        shop.rule(id, 6, "2018-04-02");

        assertThat(foretold(id, Ruling.Verdict.UPHOLD, NO_POINTS, "2018-04-03").remaining())
                .isEmpty();
    }

    @Test
    void what_was_reversed_before_it_began_does_not_remain() {
        String second = Closures.byTwo(shop);
        shop.rule(second, 12, "2018-05-14");

        assertThat(foretold(second, Ruling.Verdict.UPHOLD, NO_POINTS, "2018-05-15")
                        .remaining())
                .extracting(Measure::kind)
                .containsExactly("SHOP_HIDDEN", "PAYOUT_HOLD");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 25})
    void a_partial_ruling_leaves_at_least_a_point_and_no_more_than_there_are(int points) {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(refused(id, Ruling.Verdict.PARTIAL, OptionalInt.of(points)))
                .isEqualTo(PenaltyRefusal.RULED_POINTS_INVALID);
    }

    @Test
    void a_partial_ruling_says_how_many_points_it_leaves() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(refused(id, Ruling.Verdict.PARTIAL, NO_POINTS)).isEqualTo(PenaltyRefusal.RULED_POINTS_INVALID);
    }

    @Test
    void a_partial_ruling_may_leave_one_point_or_all_of_them() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(foretold(id, Ruling.Verdict.PARTIAL, OptionalInt.of(1), "2018-04-10")
                        .pointsAfter())
                .isEqualTo(1);
        assertThat(foretold(id, Ruling.Verdict.PARTIAL, OptionalInt.of(24), "2018-04-10")
                        .lines())
                .isEmpty();
    }

    @Test
    void a_penalty_that_the_cap_left_without_points_can_be_upheld_and_overturned() {
        shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String capped = shop.inForce("2018-04-02", charge("C-02", "l-2", "2018-03-01"));

        assertThat(lines(foretold(capped, Ruling.Verdict.UPHOLD, NO_POINTS, "2018-04-10")))
                .isEmpty();
        assertThat(lines(foretold(capped, Ruling.Verdict.OVERTURN, NO_POINTS, "2018-04-10")))
                .containsExactly(capped + " 0");
        assertThat(refused(capped, Ruling.Verdict.PARTIAL, OptionalInt.of(0)))
                .isEqualTo(PenaltyRefusal.RULED_POINTS_INVALID);
    }

    @Test
    void more_than_the_cap_stands_only_with_a_clause_of_the_closed_list() {
        String imported = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        assertThat(refused(imported, Ruling.Verdict.UPHOLD, NO_POINTS))
                .isEqualTo(PenaltyRefusal.CLOSURE_NOT_ENUMERATED);
        assertThat(refused(imported, Ruling.Verdict.PARTIAL, OptionalInt.of(25)))
                .isEqualTo(PenaltyRefusal.CLOSURE_NOT_ENUMERATED);
        assertThat(foretold(imported, Ruling.Verdict.PARTIAL, OptionalInt.of(24), "2018-05-01")
                        .pointsAfter())
                .isEqualTo(24);

        ShopScenario maker = new ShopScenario();
        String making = maker.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        assertThat(maker.preview(making, Ruling.Verdict.UPHOLD, NO_POINTS, "2018-04-02"))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_penalty_that_was_reversed_is_not_ruled_on() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.rule(id, 0, "2018-04-05");

        assertThat(refused(id, Ruling.Verdict.UPHOLD, NO_POINTS)).isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void a_measure_that_is_named_is_one_line_and_the_points_are_none() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        Ruling.Preview preview = foretold(id, lifting(NO_POINTS, "SHOP_HIDDEN"));

        assertThat(lines(preview)).containsExactly("SHOP_HIDDEN LIFTED by ruling");
        assertThat(preview.pointsBefore()).isEqualTo(24);
        assertThat(preview.pointsAfter()).isEqualTo(24);
        assertThat(preview.ended()).extracting(Measure::kind).containsExactly("SHOP_HIDDEN");
        assertThat(preview.remaining()).extracting(Measure::kind).containsExactly("PROMOTION_BAN");
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void all_points_said_beside_a_measure_are_no_line_either() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        assertThat(lines(foretold(id, lifting(OptionalInt.of(24), "PROMOTION_BAN"))))
                .containsExactly("PROMOTION_BAN LIFTED by ruling");
    }

    @Test
    void a_measure_that_the_points_end_anyway_is_one_line_and_what_the_rest_justifies_goes_on() {
        String id = shop.imported("2018-04-20", "2018-04-19", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        Ruling.Preview preview = foretold(id, lifting(OptionalInt.of(24), "SHOP_CLOSURE"));

        assertThat(lines(preview)).containsExactly(id + " 24", "SHOP_CLOSURE LIFTED by ruling");
        assertThat(preview.remaining()).extracting(Measure::kind).containsExactly("SHOP_HIDDEN", "LISTINGS_REMOVED");
    }

    @Test
    void points_and_a_measure_of_what_is_left_are_a_line_each() {
        String second = Closures.byTwo(shop);
        String hold = shop.measure("PAYOUT_HOLD").id();

        Ruling.Preview preview =
                foretold(second, new Ruling.Judgment(Ruling.Verdict.PARTIAL, OptionalInt.of(12), List.of(hold)));

        assertThat(lines(preview))
                .containsExactly(second + " 12", "PAYOUT_HOLD LIFTED by ruling", "SHOP_CLOSURE REVERSED");
        assertThat(preview.remaining()).extracting(Measure::kind).containsExactly("SHOP_HIDDEN");
    }

    @Test
    void a_measure_that_has_not_begun_would_be_reversed() {
        String second = Closures.byTwo(shop);

        assertThat(lines(foretold(second, lifting(NO_POINTS, "SHOP_CLOSURE"))))
                .containsExactly("SHOP_CLOSURE REVERSED by ruling");
    }

    @Test
    void measures_are_named_with_partial_alone_each_once_and_of_this_penalty() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(id, "2018-04-01");
        String other = shop.inForce("2018-04-03", charge("G-05", "l-2", "2018-04-02"));
        String hidden = shop.measure("SHOP_HIDDEN").id();

        for (Ruling.Verdict verdict : List.of(Ruling.Verdict.UPHOLD, Ruling.Verdict.OVERTURN)) {
            assertThat(refused(id, new Ruling.Judgment(verdict, NO_POINTS, List.of(hidden))))
                    .isEqualTo(PenaltyRefusal.RULED_MEASURES_INVALID);
        }
        assertThat(refused(id, partial(hidden, hidden))).isEqualTo(PenaltyRefusal.RULED_MEASURES_INVALID);
        assertThat(refused(id, partial("mea_unknown"))).isEqualTo(PenaltyRefusal.RULED_MEASURES_INVALID);
        assertThat(refused(other, partial(hidden))).isEqualTo(PenaltyRefusal.RULED_MEASURES_INVALID);
    }

    @Test
    void a_measure_that_is_over_is_not_lifted() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();
        shop.serve(hidden, "2018-04-15");

        assertThat(refused(id, partial(hidden))).isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void lifting_a_measure_leaves_no_closure_off_the_closed_list() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        assertThat(refused(id, lifting(NO_POINTS, "SHOP_CLOSURE"))).isEqualTo(PenaltyRefusal.CLOSURE_NOT_ENUMERATED);
    }

    /** What is decided when the shop's measure of this kind ends by name. */
    private Ruling.Judgment lifting(OptionalInt points, String kind) {
        return new Ruling.Judgment(
                Ruling.Verdict.PARTIAL, points, List.of(shop.measure(kind).id()));
    }

    private static Ruling.Judgment partial(String... measureIds) {
        return new Ruling.Judgment(Ruling.Verdict.PARTIAL, NO_POINTS, List.of(measureIds));
    }

    private Ruling.Preview foretold(String id, Ruling.Judgment judgment) {
        Outcome<Ruling.Preview> outcome = shop.preview(id, judgment, "2018-05-14");
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Ruling.Preview>) outcome).value();
    }

    private Object refused(String id, Ruling.Judgment judgment) {
        Outcome<Ruling.Preview> outcome = shop.preview(id, judgment, "2018-05-01");
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Ruling.Preview>) outcome).refusal().code();
    }

    private Ruling.Preview foretold(String id, Ruling.Verdict verdict, OptionalInt points, String now) {
        Outcome<Ruling.Preview> outcome = shop.preview(id, verdict, points, now);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Ruling.Preview>) outcome).value();
    }

    private Object refused(String id, Ruling.Verdict verdict, OptionalInt points) {
        return refused(id, new Ruling.Judgment(verdict, points, List.of()));
    }

    /** Points under the id of their penalty, states under the kind of their measure. */
    private List<String> lines(Ruling.Preview preview) {
        return preview.lines().stream()
                .map(line -> line instanceof EffectLine.MeasureState state
                        ? shop.file().measure(state.subject()).orElseThrow().kind() + " " + state.state()
                                + (state.byRuling() ? " by ruling" : "")
                        : line.subject() + " " + ((EffectLine.Points) line).points())
                .toList();
    }
}
