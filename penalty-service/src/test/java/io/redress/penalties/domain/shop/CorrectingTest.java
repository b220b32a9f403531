package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.points.Entry;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a correction writes and tells: points back to when they counted, what is left to others, measures last. */
class CorrectingTest {

    private static final RulingRef RULING = new RulingRef("cas_1", "rul_1");

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_reduction_is_told_with_what_was_there_before_and_what_remains() {
        String id = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(id, "2018-04-01");
        String second = shop.inForce("2018-04-05", charge("S-04", "l-2", "2018-04-03", 24, "amount"));
        assertThat(shop.measures())
                .as("12, then 36 points")
                .containsExactly("NEW_LISTING_BAN IN_FORCE", "PAYOUT_HOLD IN_FORCE", "SHOP_HIDDEN IN_FORCE");

        ShopChange change = correct(second, 23, "2018-04-10");

        ShopEvent.PenaltyCorrected corrected =
                (ShopEvent.PenaltyCorrected) change.events().get(0);
        assertThat(corrected.penalty().points()).isEqualTo(23);
        assertThat(corrected.penalty().pointsCeiling()).hasValue(23);
        assertThat(corrected.penalty().status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(corrected.pointsBefore()).isEqualTo(24);
        assertThat(corrected.ruling()).isEqualTo(RULING);
        assertThat(corrected.effectiveAt()).isEqualTo(at("2018-04-05"));
        assertThat(corrected.remaining())
                .as("35 points bring 14 days of hiding, of which 5 are served; a ban from promotions would be new")
                .extracting(measure -> measure.kind() + " " + measure.endsAt().orElseThrow())
                .containsExactly("SHOP_HIDDEN " + at("2018-04-19"));
        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyCorrected " + second + " IN_FORCE 23",
                        "MeasureChanged SHOP_HIDDEN LIFTED",
                        "MeasureChanged PAYOUT_HOLD LIFTED",
                        "MeasureChanged SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void a_reduction_is_an_entry_of_its_own_known_now_and_effective_when_the_points_were() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        Entry entry = correct(id, 6, "2018-04-10").entries().get(0);

        assertThat(entry.id()).startsWith("ent_");
        assertThat(entry.kind()).isEqualTo(Entry.Kind.REDUCTION);
        assertThat(entry.points()).isEqualTo(-18);
        assertThat(entry.bucket()).isEqualTo("SERIOUS");
        assertThat(entry.penaltyId()).isEqualTo(id);
        assertThat(entry.violationId())
                .isEqualTo(shop.penalty(id).violations().get(0).id());
        assertThat(entry.effectiveAt()).isEqualTo(at("2018-04-01"));
        assertThat(entry.knownAt()).isEqualTo(at("2018-04-10"));
    }

    @Test
    void a_reversal_is_an_entry_for_each_violation_that_had_points() {
        String id = shop.inForce(
                "2018-04-01",
                charge("S-01", "l-1", "2018-03-01", 10, "danger"),
                charge("C-03", "l-2", "2018-03-01", 4, "volume"),
                charge("G-05", "l-3", "2018-03-01"));
        assertThat(shop.file().entries()).extracting(Entry::points).containsExactly(10, 2, 12);

        ShopChange change = correct(id, 0, "2018-04-10");

        assertThat(change.entries()).extracting(Entry::kind).containsOnly(Entry.Kind.REVERSAL);
        assertThat(change.entries()).extracting(Entry::points).containsExactly(-10, -2, -12);
        assertThat(change.after().penalty(id).orElseThrow().status()).isEqualTo(PenaltyStatus.REVERSED);
    }

    @Test
    void a_violation_that_keeps_its_points_has_no_entry() {
        String id = shop.inForce(
                "2018-04-01", charge("S-01", "l-1", "2018-03-01", 10, "danger"), charge("G-05", "l-3", "2018-03-01"));

        ShopChange change = correct(id, 12, "2018-04-10");

        assertThat(change.entries()).extracting(Entry::bucket).containsExactly("SERIOUS");
        assertThat(change.entries()).extracting(Entry::points).containsExactly(-10);
    }

    @Test
    void what_a_reversed_penalty_had_taken_of_the_cap_is_booked_to_the_next_and_told() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String second = shop.inForce("2018-04-02", charge("C-02", "l-2", "2018-03-01"));

        ShopChange change = correct(first, 0, "2018-04-10");

        assertThat(EventLines.of(change).subList(0, 2))
                .containsExactly(
                        "PenaltyCorrected " + first + " REVERSED 0", "PenaltyRefolded " + second + " IN_FORCE 24");
        ShopEvent.PenaltyRefolded refolded =
                (ShopEvent.PenaltyRefolded) change.events().get(1);
        assertThat(refolded.pointsBefore()).isZero();
        assertThat(refolded.reversedPenaltyId()).isEqualTo(first);
        assertThat(change.entries())
                .extracting(Entry::penaltyId, Entry::kind, Entry::points, Entry::effectiveAt)
                .containsExactly(
                        tuple(first, Entry.Kind.REVERSAL, -24, at("2018-04-01")),
                        tuple(second, Entry.Kind.BOOKING, 24, at("2018-04-02")));
    }

    @Test
    void a_penalty_that_is_not_booked_yet_is_left_with_other_points_and_without_an_entry() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String waiting = shop.propose("2018-04-02", charge("C-02", "l-2", "2018-03-01"));
        assertThat(shop.penalty(waiting).points()).isZero();

        ShopChange change = correct(first, 0, "2018-04-10");

        assertThat(change.after().penalty(waiting).orElseThrow().points()).isEqualTo(24);
        assertThat(change.entries()).extracting(Entry::penaltyId).containsExactly(first);
    }

    @Test
    void one_that_was_never_in_force_is_corrected_as_of_now() {
        String waiting = shop.propose("2018-04-02", charge("C-02", "l-2", "2018-03-01"));

        ShopChange change = correct(waiting, 0, "2018-04-10");

        assertThat(EventLines.of(change)).containsExactly("PenaltyCorrected " + waiting + " REVERSED 0");
        assertThat(((ShopEvent.PenaltyCorrected) change.events().get(0)).effectiveAt())
                .isEqualTo(at("2018-04-10"));
        assertThat(change.entries()).isEmpty();
    }

    @Test
    void what_remains_is_what_the_penalty_brought_and_was_neither_lifted_nor_reversed() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());
        shop.deliver(id, "2018-04-20");
        shop.inForce("2018-04-25", charge("G-05", "l-2", "2018-04-22"));

        ShopEvent.PenaltyCorrected corrected = (ShopEvent.PenaltyCorrected)
                correct(id, 24, "2018-05-01").events().get(0);

        assertThat(corrected.remaining())
                .extracting(measure -> measure.kind() + " " + measure.state())
                .containsExactly("SHOP_HIDDEN SERVED", "LISTINGS_REMOVED IN_FORCE");
    }

    @Test
    void a_measure_that_the_correction_leaves_alone_remains() {
        String second = Closures.byTwo(shop);

        ShopEvent.PenaltyCorrected corrected = (ShopEvent.PenaltyCorrected)
                correct(second, 12, "2018-05-14").events().get(0);

        assertThat(corrected.remaining())
                .extracting(measure -> measure.kind() + " " + measure.state())
                .containsExactly("SHOP_HIDDEN IN_FORCE", "PAYOUT_HOLD IN_FORCE");
    }

    @Test
    void measures_that_end_and_those_that_go_on_are_in_the_target_set() {
        String id = shop.imported("2018-04-20", "2018-04-19", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        ShopChange change = correct(id, 24, "2018-05-01");

        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyCorrected " + id + " IN_FORCE 24",
                        "MeasureChanged SHOP_CLOSURE LIFTED",
                        "MeasureChanged SHOP_HIDDEN IN_FORCE",
                        "MeasureChanged LISTINGS_REMOVED IN_FORCE");
        List<Measure> target =
                ((ShopEvent.MeasureChanged) change.events().get(1)).target().measures();
        assertThat(target).extracting(Measure::kind).containsExactlyInAnyOrder("SHOP_HIDDEN", "LISTINGS_REMOVED");
        assertThat(change.after().measures())
                .extracting(measure -> measure.kind() + " " + measure.state())
                .containsExactlyInAnyOrder("SHOP_CLOSURE LIFTED", "SHOP_HIDDEN IN_FORCE", "LISTINGS_REMOVED IN_FORCE");
    }

    private ShopChange correct(String id, int ceiling, String now) {
        ShopDraft draft = new ShopDraft(shop.file(), shop.ids());
        Correcting.correct(draft, id, ceiling, RULING, at(now));
        return draft.change();
    }
}
