package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A penalty becomes final once; enough final decisions together close the shop, after notice and with approval. */
class FinalityTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_penalty_becomes_final_once_and_one_that_is_not_there_never() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        ShopChange change = closed(id, "2018-04-20").orElseThrow();

        assertThat(EventLines.of(change)).containsExactly("PenaltyFinal " + id + " IN_FORCE 24");
        shop.take(Optional.of(change));
        assertThat(shop.penalty(id).isFinal()).isTrue();
        assertThat(closed(id, "2018-04-21")).isEmpty();
        assertThat(closed("pen_elsewhere", "2018-04-21")).isEmpty();
    }

    @Test
    void the_last_of_two_decisions_to_become_final_brings_the_closure_after_its_notice() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String second = approved("C-01", "l-2");

        shop.take(closed(second, "2018-05-12"));
        ShopChange change = closed(first, "2018-05-13").orElseThrow();

        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyFinal " + first + " IN_FORCE 24",
                        "ThresholdReached s-1:COUNTERFEIT 48 with 48",
                        "MeasureChanged SHOP_CLOSURE SCHEDULED");
        Measure closure = ((ShopEvent.MeasureChanged) change.events().get(2)).measure();
        assertThat(closure.penaltyId()).as("the one that crossed it").isEqualTo(second);
        assertThat(closure.startsAt()).isEqualTo(at("2018-06-12"));
    }

    @Test
    void the_closure_is_brought_once() {
        shop.deliver(Closures.byTwo(shop), "2018-05-13");
        String third = shop.inForce("2018-05-14", charge("G-03", "l-3", "2018-05-13"));
        shop.windowOver(third, "2018-05-17");

        assertThat(EventLines.of(closed(third, "2018-06-01").orElseThrow()))
                .containsExactly("PenaltyFinal " + third + " IN_FORCE 1");
    }

    @Test
    void a_penalty_that_was_reversed_becomes_final_and_brings_no_closure() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String second = approved("C-01", "l-2");
        shop.take(closed(first, "2018-05-12"));
        ShopDraft draft = new ShopDraft(shop.file(), shop.ids());
        draft.put(shop.penalty(second).change(change -> change.status(PenaltyStatus.REVERSED)));

        assertThat(EventLines.of(Finality.windowClosed(draft.now(), second, shop.ids(), at("2018-05-13"))
                        .orElseThrow()))
                .containsExactly("PenaltyFinal " + second + " REVERSED 24");
    }

    @Test
    void points_of_a_decision_that_is_not_final_do_not_help_to_close_the_shop() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        String second = shop.inForce("2018-04-04", charge("S-03", "l-3", "2018-04-03", 12, "volume"));
        shop.deliver(second, "2018-04-04");
        String third = approved("S-02", "l-2");

        shop.finalise(first, "2018-05-12");
        shop.finalise(second, "2018-05-13");
        assertThat(shop.measures()).noneMatch(measure -> measure.startsWith("SHOP_CLOSURE"));
        shop.finalise(third, "2018-05-14");

        assertThat(shop.measures()).contains("SHOP_CLOSURE SCHEDULED");
    }

    @Test
    void an_import_that_crosses_the_threshold_closes_no_shop() {
        String first = shop.inForce("2018-02-20", charge("C-01", "l-1", "2018-02-10"));
        shop.deliver(first, "2018-02-21");
        String second = shop.imported("2018-04-20", "2018-04-10", "C-02", 24, "PAYOUT_HOLD", OptionalInt.of(30));
        assertThat(shop.penalty(second).basis().decisionId())
                .isNotEqualTo(shop.penalty(first).basis().decisionId());

        shop.finalise(first, "2018-05-12");
        shop.finalise(second, "2018-05-13");

        assertThat(shop.measures()).noneMatch(measure -> measure.startsWith("SHOP_CLOSURE"));
    }

    @Test
    void a_crossing_that_nobody_approved_closes_no_shop() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String second = approved("C-01", "l-2");
        shop.deliver(second, "2018-04-11");
        String joined = shop.propose(
                "2018-05-12", ShopScenario.proposal(Optional.empty(), charge("C-02", "l-3", "2018-04-01")));
        shop.store(joined, "2018-05-12");
        assertThat(shop.penalty(joined).basis().decisionId())
                .isEqualTo(shop.penalty(first).basis().decisionId());
        assertThat(shop.penalty(joined).points()).isZero();
        shop.rule(first, 0, "2018-05-13");
        assertThat(shop.penalty(joined).points()).isEqualTo(24);
        assertThat(shop.tally("COUNTERFEIT", "2018-05-13")).isEqualTo(48);

        shop.finalise(second, "2018-05-20");
        shop.finalise(joined, "2018-05-21");

        assertThat(shop.measures()).noneMatch(measure -> measure.startsWith("SHOP_CLOSURE"));
    }

    /** Approved and, its notice over, in force on 11 May. */
    private String approved(String clauseId, String listing) {
        String id = shop.propose("2018-04-10", charge(clauseId, listing, "2018-04-05"));
        shop.approve(id, "enf-lead", "2018-04-11");
        shop.store(id, "2018-04-11");
        shop.windowOver(id, "2018-05-11");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        return id;
    }

    private Optional<ShopChange> closed(String penaltyId, String now) {
        return Finality.windowClosed(shop.file(), penaltyId, shop.ids(), at(now));
    }
}
