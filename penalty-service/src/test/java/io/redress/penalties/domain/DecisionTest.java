package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.shop.ShopEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one decision is, and what it carries. */
class DecisionTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void two_clauses_of_one_penalty_carry_twenty_four_together() {
        String id =
                shop.inForce("2018-04-19", charge("C-01", "l-1", "2018-03-01"), charge("C-02", "l-2", "2018-03-01"));

        assertThat(shop.penalty(id).violations()).extracting(Violation::points).containsExactly(24, 0);
        assertThat(shop.tally("COUNTERFEIT", "2018-04-19")).isEqualTo(24);
        assertThat(shop.thresholdsReached()).isEqualTo(1);
        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void inside_a_penalty_the_highest_tariff_is_taken_first() {
        String id = shop.inForce(
                "2018-04-19", charge("S-01", "l-1", "2018-03-01", 6, "danger"), charge("C-01", "l-2", "2018-03-01"));

        assertThat(shop.penalty(id).violations()).extracting(Violation::points).containsExactly(0, 24);
    }

    @Test
    void penalties_of_one_investigation_are_one_decision_in_order_of_booking() {
        String first = shop.propose(
                "2018-04-19", proposal(Optional.of("inv-1"), charge("S-01", "l-1", "2018-03-01", 20, "danger")));
        shop.store(first, "2018-04-19");
        shop.deliver(first, "2018-04-19");
        String second = shop.propose(
                "2018-05-19", proposal(Optional.of("inv-1"), charge("S-03", "l-2", "2018-05-01", 10, "volume")));
        shop.store(second, "2018-05-19");

        assertThat(decision(second)).isEqualTo(decision(first));
        assertThat(shop.penalty(second).points()).isEqualTo(4);
    }

    @Test
    void an_act_before_the_delivery_of_the_previous_statement_joins_its_decision() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-05");

        String before = shop.inForce("2018-04-10", charge("C-02", "l-2", "2018-04-04"));
        String after = shop.inForce("2018-04-12", charge("C-03", "l-3", "2018-04-10T12:00:00+08:00", 2, "volume"));

        assertThat(decision(before)).isEqualTo(decision(first));
        assertThat(shop.penalty(before).points()).isZero();
        assertThat(decision(after)).isEqualTo(decision(first));
    }

    @Test
    void an_act_after_the_delivery_of_every_statement_begins_a_decision() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-05");

        String second = shop.inForce("2018-04-10", charge("S-02", "l-2", "2018-04-06"));

        assertThat(decision(second)).isNotEqualTo(decision(first));
        assertThat(shop.penalty(second).points()).isEqualTo(24);
    }

    @Test
    void after_a_reversal_the_rest_of_the_decision_is_folded_again() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String second = shop.inForce("2018-04-02", charge("C-02", "l-2", "2018-03-01"));
        assertThat(shop.penalty(second).points()).isZero();

        shop.rule(first, 0, "2018-04-10");

        assertThat(shop.penalty(first).status()).isEqualTo(PenaltyStatus.REVERSED);
        assertThat(shop.penalty(second).points()).isEqualTo(24);
        assertThat(shop.tally("COUNTERFEIT", "2018-04-10")).isEqualTo(24);
        assertThat(shop.events()).anyMatch(ShopEvent.PenaltyRefolded.class::isInstance);
        assertThat(shop.measures()).containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void what_a_reduction_takes_from_one_does_not_pass_to_another() {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        String second = shop.inForce("2018-04-02", charge("C-02", "l-2", "2018-03-01"));

        shop.rule(first, 12, "2018-04-10");

        assertThat(shop.penalty(first).points()).isEqualTo(12);
        assertThat(shop.penalty(second).points()).isZero();
        assertThat(shop.tally("COUNTERFEIT", "2018-04-10")).isEqualTo(12);
    }

    @Test
    void a_clause_of_the_closed_list_raises_the_cap_of_its_decision() {
        String id =
                shop.propose("2018-04-19", charge("C-91", "l-1", "2018-03-01"), charge("C-02", "l-2", "2018-03-01"));

        assertThat(shop.penalty(id).points()).isEqualTo(48);
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.HELD);
    }

    private String decision(String penaltyId) {
        return shop.penalty(penaltyId).basis().decisionId();
    }
}
