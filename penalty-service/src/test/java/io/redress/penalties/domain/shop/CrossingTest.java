package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.rulebook.Threshold;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which threshold a booking crosses, and what must hold for one that closes a shop. */
class CrossingTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void bookings_cross_thresholds_in_their_own_order_and_not_in_that_of_the_proposals() {
        String first = shop.propose("2018-04-01", charge("S-03", "l-1", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");
        shop.inForce("2018-04-04", charge("S-03", "l-2", "2018-04-03", 12, "volume"));

        shop.store(first, "2018-04-05");

        assertThat(EventLines.of(shop.events()))
                .containsSubsequence(
                        "ThresholdReached s-1:SERIOUS 12 with 12", "ThresholdReached s-1:SERIOUS 24 with 24")
                .filteredOn(line -> line.startsWith("ThresholdReached"))
                .hasSize(2);
    }

    @Test
    void a_threshold_that_was_reached_before_is_not_crossed_by_more_points() {
        String first = shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");

        shop.inForce("2018-04-04", charge("G-04", "l-2", "2018-04-03", 4, "amount"));

        assertThat(shop.thresholdsReached()).isEqualTo(1);
    }

    @Test
    void a_clause_of_the_closed_list_that_is_only_proposed_closes_no_shop_by_other_points() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String held = shop.propose("2018-04-10", charge("C-91", "l-2", "2018-04-05"));
        assertThat(shop.penalty(held).status()).isEqualTo(PenaltyStatus.HELD);
        String second = shop.propose("2018-04-10", charge("C-01", "l-3", "2018-04-06"));
        shop.store(second, "2018-04-10");
        shop.approve(second, "enf-lead", "2018-04-11");
        shop.store(second, "2018-04-11");

        shop.windowOver(second, "2018-05-11");

        assertThat(shop.penalty(second).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.tally("COUNTERFEIT", "2018-05-11")).isEqualTo(48);
        assertThat(EventLines.of(shop.events())).contains("ThresholdReached s-1:COUNTERFEIT 36 with 48");
        assertThat(shop.measures()).noneMatch(measure -> measure.startsWith("SHOP_CLOSURE"));
    }

    @Test
    void a_clause_of_the_closed_list_that_was_reduced_to_the_cap_closes_no_shop_with_other_points() {
        String making = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        shop.approveWithoutNotice(making, Closures.BY_LAW, "2018-04-02");
        shop.store(making, "2018-04-02");
        shop.deliver(making, "2018-04-02");
        shop.rule(making, 24, "2018-04-04");
        String second = shop.propose("2018-04-10", charge("C-01", "l-3", "2018-04-06"));
        shop.approve(second, "enf-lead", "2018-04-11");
        shop.store(second, "2018-04-11");

        shop.windowOver(second, "2018-05-11");

        assertThat(shop.tally("COUNTERFEIT", "2018-05-11")).isEqualTo(48);
        assertThat(EventLines.of(shop.events()))
                .endsWith(
                        "ThresholdReached s-1:COUNTERFEIT 36 with 48",
                        "MeasureChanged SHOP_HIDDEN IN_FORCE",
                        "MeasureChanged PAYOUT_HOLD IN_FORCE");
    }

    @Test
    void a_clause_of_the_closed_list_closes_the_shop_with_what_its_decision_carried_before() {
        String lesser = shop.propose("2018-04-01", proposal(Optional.of("inv-1"), charge("C-01", "l-1", "2018-03-01")));
        shop.store(lesser, "2018-04-01");
        String making = shop.propose("2018-04-02", proposal(Optional.of("inv-1"), charge("C-91", "l-2", "2018-03-01")));
        shop.approveWithoutNotice(making, Closures.BY_LAW, "2018-04-03");
        assertThat(shop.penalty(making).statement().orElseThrow().text().en()).contains("Measure: Shop closed");

        shop.store(making, "2018-04-03");

        assertThat(shop.penalty(making).points()).as("24 of the 48 were taken").isEqualTo(24);
        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(shop.measure("SHOP_CLOSURE").penaltyId()).isEqualTo(making);
    }

    @Test
    void what_a_decision_carried_before_a_clause_of_the_closed_list_leaves_the_rest_to_that_clause() {
        for (String listing : List.of("l-1", "l-2")) {
            String lesser =
                    shop.propose("2018-04-01", proposal(Optional.of("inv-1"), charge("C-01", listing, "2018-03-01")));
            shop.store(lesser, "2018-04-01");
        }
        String making = shop.propose("2018-04-02", proposal(Optional.of("inv-1"), charge("C-91", "l-3", "2018-03-01")));
        assertThat(shop.penalty(making).status()).isEqualTo(PenaltyStatus.HELD);
        shop.approveWithoutNotice(making, Closures.BY_LAW, "2018-04-03");

        shop.store(making, "2018-04-03");

        assertThat(shop.penalty(making).points())
                .as("48 less the 24 of the first")
                .isEqualTo(24);
        assertThat(shop.tally("COUNTERFEIT", "2018-04-03")).isEqualTo(48);
        assertThat(shop.measure("SHOP_CLOSURE").penaltyId()).isEqualTo(making);
    }

    @Test
    void one_decision_of_imports_closes_no_shop_with_final_decisions_about_other_points() {
        Proposal.Charge one = charge("C-02", "l-1", "2018-03-01", OptionalInt.of(40), Map.of());
        Proposal.Charge other = charge("C-02", "l-2", "2018-03-01", OptionalInt.of(20), Map.of());
        String first = imported("2018-04-01", one);
        String general = shop.inForce("2018-04-03", charge("G-05", "l-3", "2018-04-02"));
        shop.deliver(general, "2018-04-03");
        String second = shop.propose("2018-04-10", charge("C-01", "l-4", "2018-04-05"));
        shop.approve(second, "enf-lead", "2018-04-11");
        shop.store(second, "2018-04-11");
        shop.windowOver(second, "2018-05-11");
        String third = imported("2018-05-12", other);
        assertThat(shop.penalty(third).basis().decisionId())
                .isEqualTo(shop.penalty(first).basis().decisionId());

        shop.finalise(first, "2018-05-20");
        shop.finalise(third, "2018-05-20");
        shop.finalise(general, "2018-05-20");

        assertThat(shop.measures())
                .as("60 and 24 points, of which the 24 are not final")
                .noneMatch(measure -> measure.startsWith("SHOP_CLOSURE"));
        shop.finalise(second, "2018-05-21");
        assertThat(shop.measures()).contains("SHOP_CLOSURE SCHEDULED");
    }

    /** Of the investigation inv-1, without measures, and delivered at once. */
    private String imported(String now, Proposal.Charge charge) {
        Proposal base = proposal(Optional.of("inv-1"), charge);
        String id = shop.propose(
                now,
                new Proposal(
                        base.proposedBy(),
                        base.investigationId(),
                        base.departmentId(),
                        base.explanation(),
                        false,
                        false,
                        "CN",
                        base.charges(),
                        Optional.of(new Proposal.Legacy("ops-1", ShopScenario.at("2018-03-10"), List.of()))));
        shop.store(id, now);
        shop.deliver(id, now);
        return id;
    }

    @Test
    void what_a_penalty_would_bring_is_what_it_crosses_and_not_what_others_crossed() {
        String first = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String small = shop.propose("2018-04-04", charge("S-03", "l-2", "2018-04-03", 2, "volume"));
        String large = shop.propose("2018-04-04", charge("S-03", "l-3", "2018-04-03", 12, "volume"));

        assertThat(prospect(small)).isEmpty();
        assertThat(prospect(large)).as("36 points").containsExactly("SHOP_HIDDEN", "PAYOUT_HOLD");
    }

    private List<String> prospect(String penaltyId) {
        return Prospect.of(shop.file(), shop.penalty(penaltyId), ShopScenario.at("2018-04-04"), true).orders().stream()
                .map(Threshold.Order::kind)
                .toList();
    }
}
