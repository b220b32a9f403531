package io.redress.penalties.domain.penalty;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.shop.Proposal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which penalties are one decision, and what it carries under a cap of 24. */
class DecisionFoldTest {

    private static final int CAP = 24;
    private static final Optional<String> NO_INVESTIGATION = Optional.empty();

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_clause_of_the_closed_list_raises_the_cap_to_its_tariff_as_long_as_its_penalty_stands() {
        Penalty closing = proposed(charge("C-91", "l-1", "2018-03-01"));
        Penalty plain = proposed(charge("S-02", "l-2", "2018-03-01"));

        assertThat(DecisionFold.cap(List.of(plain), CAP)).isEqualTo(24);
        assertThat(DecisionFold.cap(List.of(plain, closing), CAP)).isEqualTo(48);
        assertThat(DecisionFold.cap(List.of(plain, closing), 60)).isEqualTo(60);
        assertThat(DecisionFold.cap(List.of(plain, reversed(closing)), CAP)).isEqualTo(24);
    }

    @Test
    void one_more_violation_takes_what_is_left() {
        Penalty first = proposed(charge("S-01", "l-1", "2018-03-01", 20, "danger"));
        Violation six = violation(charge("S-03", "l-2", "2018-03-01", 6, "volume"));

        assertThat(DecisionFold.further(List.of(), six, CAP)).isEqualTo(6);
        assertThat(DecisionFold.further(List.of(first), six, CAP)).isEqualTo(4);
        assertThat(DecisionFold.further(List.of(reversed(first)), six, CAP)).isEqualTo(6);
    }

    @Test
    void one_more_violation_of_the_closed_list_raises_the_cap_itself() {
        Penalty first = proposed(charge("S-01", "l-1", "2018-03-01", 20, "danger"));
        Violation closing = violation(charge("C-91", "l-2", "2018-03-01"));

        assertThat(DecisionFold.further(List.of(), closing, CAP)).isEqualTo(48);
        assertThat(DecisionFold.further(List.of(first), closing, CAP)).isEqualTo(28);
    }

    @Test
    void a_penalty_joins_that_of_its_investigation_and_else_the_first_whose_statement_came_after_the_act() {
        String firstId = investigated("2018-04-01", "inv-1", "2018-03-01");
        shop.deliver(firstId, "2018-04-05");
        String secondId = investigated("2018-04-07", "inv-2", "2018-04-06");
        shop.deliver(secondId, "2018-04-10");
        Penalty first = shop.penalty(firstId);
        Penalty second = shop.penalty(secondId);
        List<Penalty> both = List.of(first, second);

        assertThat(decision(second)).isNotEqualTo(decision(first));
        assertThat(DecisionFold.joined(both, Optional.of("inv-2"), at("2018-04-04")))
                .contains(decision(second));
        assertThat(DecisionFold.joined(both, NO_INVESTIGATION, at("2018-04-04")))
                .contains(decision(first));
        assertThat(DecisionFold.joined(both, Optional.of("inv-3"), at("2018-04-05")))
                .as("the first statement was there at the act")
                .contains(decision(second));
        assertThat(DecisionFold.joined(both, NO_INVESTIGATION, at("2018-04-10")))
                .isEmpty();
        assertThat(DecisionFold.joined(both, Optional.of("inv-1"), at("2018-04-20")))
                .contains(decision(first));
    }

    @Test
    void nothing_joins_a_penalty_that_does_not_stand() {
        Penalty reversed = reversed(shop.penalty(investigated("2018-04-01", "inv-1", "2018-03-01")));

        assertThat(DecisionFold.joined(List.of(reversed), Optional.of("inv-1"), at("2018-03-01")))
                .isEmpty();
    }

    private String investigated(String now, String investigation, String act) {
        return shop.propose(now, proposal(Optional.of(investigation), charge("S-02", "l-" + act, act)));
    }

    private Penalty proposed(Proposal.Charge charge) {
        return shop.penalty(shop.propose("2018-04-01", charge));
    }

    private static Violation violation(Proposal.Charge charge) {
        ShopScenario other = new ShopScenario();
        return other.penalty(other.propose("2018-04-01", charge)).violations().get(0);
    }

    private static Penalty reversed(Penalty penalty) {
        return penalty.change(change -> change.status(PenaltyStatus.REVERSED));
    }

    private static String decision(Penalty penalty) {
        return penalty.basis().decisionId();
    }
}
