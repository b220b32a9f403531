package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A penalty that was in force before Redress knew of it: what it keeps, and when it is refused. */
class ImportingTest {

    private static final String NOW = "2018-04-20";

    private final ShopScenario shop = new ShopScenario();

    @Test
    void an_import_keeps_its_own_points_or_takes_the_highest_of_the_tariff_and_is_neither_cured_nor_held() {
        Penalty closed = imported(charge("C-02", "l-1", "2018-03-01", OptionalInt.of(48), Map.of()));
        Penalty ranged = imported(charge("C-03", "l-2", "2018-03-01"));

        assertThat(closed.violations().get(0).tariff()).isEqualTo(24);
        assertThat(closed.violations().get(0).assessed()).isEqualTo(48);
        assertThat(closed.points()).isEqualTo(48);
        assertThat(closed.status()).isEqualTo(PenaltyStatus.PROPOSED);
        assertThat(closed.basis().importedBy()).contains("ops-1");
        assertThat(closed.basis().inForceAt()).contains(at("2018-03-10"));
        assertThat(closed.basis().legacyMeasures())
                .extracting(LegacyMeasure::kind)
                .containsExactly("SHOP_CLOSURE");
        assertThat(ranged.points()).isEqualTo(12);
        assertThat(ranged.announcedUntil()).isEmpty();
    }

    @Test
    void a_legacy_measure_is_of_a_kind_of_the_rulebook_and_has_begun() {
        assertThat(legacy("PILLORY", "2018-03-10", "2018-03-10")).contains(PenaltyRefusal.MEASURE_INVALID);
        assertThat(legacy("SHOP_HIDDEN", "2018-04-20T00:00:00.001+08:00", "2018-03-10"))
                .contains(PenaltyRefusal.MEASURE_INVALID);
        assertThat(legacy("SHOP_HIDDEN", NOW, "2018-03-10")).isEmpty();
    }

    @Test
    void a_legacy_penalty_came_into_force_after_its_acts_and_not_in_the_future() {
        assertThat(legacy("SHOP_HIDDEN", "2018-03-10", "2018-02-28T23:59:59.999+08:00"))
                .contains(PenaltyRefusal.ACT_TIME_INVALID);
        assertThat(legacy("SHOP_HIDDEN", "2018-03-10", "2018-04-20T00:00:00.001+08:00"))
                .contains(PenaltyRefusal.ACT_TIME_INVALID);
        assertThat(legacy("SHOP_HIDDEN", "2018-03-10", "2018-03-01")).isEmpty();
        assertThat(legacy("SHOP_HIDDEN", "2018-03-10", NOW)).isEmpty();
    }

    private static Proposal legacy(Proposal.Charge charge, String kind, String startedAt, String inForceAt) {
        Proposal base = proposal(Optional.empty(), charge);
        return new Proposal(
                base.proposedBy(),
                base.investigationId(),
                base.departmentId(),
                base.explanation(),
                false,
                false,
                "CN",
                base.charges(),
                Optional.of(new Proposal.Legacy(
                        "ops-1", at(inForceAt), List.of(new LegacyMeasure(kind, at(startedAt), OptionalInt.empty())))));
    }

    private Penalty imported(Proposal.Charge charge) {
        return shop.penalty(shop.propose(NOW, legacy(charge, "SHOP_CLOSURE", "2018-03-10", "2018-03-10")));
    }

    /** Why a legacy penalty for an act of 1 March is refused; empty when it is taken. */
    private Optional<Object> legacy(String kind, String startedAt, String inForceAt) {
        Outcome<Proposing.Proposed> outcome =
                shop.offer(NOW, legacy(charge("C-02", "l-1", "2018-03-01"), kind, startedAt, inForceAt));
        return outcome instanceof Outcome.Refused<Proposing.Proposed> refused
                ? Optional.of(refused.refusal().code())
                : Optional.empty();
    }
}
