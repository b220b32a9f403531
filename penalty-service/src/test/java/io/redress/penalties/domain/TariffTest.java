package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.shop.Proposal;
import io.redress.penalties.domain.shop.Proposing;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TariffTest {

    private static final String NOW = "2018-04-20";
    private static final String ACT = "2018-03-01";
    private static final String ACT_UNDER_11 = "2018-01-20";

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_fixed_tariff_needs_no_points() {
        assertThat(violation(charge("C-01", "l-1", ACT)).points()).isEqualTo(24);
    }

    @Test
    void other_points_than_a_fixed_tariff_are_a_mismatch() {
        assertRefused(PenaltyRefusal.TARIFF_MISMATCH, points("C-01", 12));
    }

    @Test
    void more_than_the_cap_off_the_closed_list_is_refused_before_the_mismatch() {
        assertRefused(PenaltyRefusal.CLOSURE_NOT_ENUMERATED, points("C-02", 48));
        assertRefused(PenaltyRefusal.CLOSURE_NOT_ENUMERATED, charge("S-01", "l-1", ACT, 25, "danger"));
    }

    @Test
    void a_clause_of_the_closed_list_carries_forty_eight() {
        assertThat(violation(charge("C-91", "l-1", ACT)).points()).isEqualTo(48);
    }

    @Test
    void a_range_needs_points_and_reasoned_factors() {
        assertRefused(PenaltyRefusal.POINTS_NOT_REASONED, charge("S-01", "l-1", ACT));
        assertRefused(PenaltyRefusal.POINTS_NOT_REASONED, points("S-01", 10));
        assertRefused(PenaltyRefusal.UNKNOWN_FACTOR, charge("S-01", "l-1", ACT, 10, "mood"));
        assertThat(violation(charge("S-01", "l-1", ACT, 10, "danger")).points()).isEqualTo(10);
    }

    @Test
    void points_outside_a_range_are_a_mismatch_and_its_bounds_are_not() {
        assertRefused(PenaltyRefusal.TARIFF_MISMATCH, charge("S-01", "l-1", ACT, 5, "danger"));
        assertThat(violation(charge("S-01", "l-1", ACT, 6, "danger")).points()).isEqualTo(6);
        assertThat(violation(charge("S-01", "l-1", ACT, 24, "danger")).points()).isEqualTo(24);
    }

    @Test
    void an_act_is_judged_by_the_version_in_force_when_it_happened() {
        Violation older = violation(charge("S-05", "l-1", ACT_UNDER_11));

        assertThat(older.rulebookVersion()).isEqualTo(11);
        assertThat(older.points()).isEqualTo(12);
        assertRefused(PenaltyRefusal.CLAUSE_NOT_IN_FORCE, charge("C-02", "l-1", ACT_UNDER_11));
        assertRefused(PenaltyRefusal.CLAUSE_NOT_IN_FORCE, charge("C-01", "l-1", "2014-12-31"));
        assertThat(violation(charge("C-02", "l-1", "2018-02-01")).rulebookVersion())
                .isEqualTo(12);
    }

    @Test
    void a_later_version_applies_where_it_is_milder() {
        Violation milder = violation(charge("S-05", "l-1", ACT_UNDER_11, 6, "harm"));

        assertThat(milder.rulebookVersion()).isEqualTo(12);
        assertThat(milder.points()).isEqualTo(6);
    }

    @Test
    void a_later_version_never_goes_above_the_older() {
        assertRefused(PenaltyRefusal.TARIFF_MISMATCH, charge("S-05", "l-1", ACT_UNDER_11, 20, "harm"));
    }

    @Test
    void a_later_version_that_is_not_in_force_yet_does_not_count() {
        assertThat(refusal(shop.offer(
                        "2018-01-25", proposal(Optional.empty(), charge("S-05", "l-1", ACT_UNDER_11, 6, "harm")))))
                .isEqualTo(PenaltyRefusal.TARIFF_MISMATCH);
    }

    private static Proposal.Charge points(String clauseId, int points) {
        return charge(clauseId, "l-1", ACT, OptionalInt.of(points), Map.of());
    }

    private Violation violation(Proposal.Charge charge) {
        ShopScenario fresh = new ShopScenario();
        return fresh.penalty(fresh.propose(NOW, charge)).violations().get(0);
    }

    private void assertRefused(PenaltyRefusal code, Proposal.Charge charge) {
        assertThat(refusal(shop.offer(NOW, proposal(Optional.empty(), charge)))).isEqualTo(code);
    }

    private static Object refusal(Outcome<Proposing.Proposed> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Proposing.Proposed>) outcome).refusal().code();
    }
}
