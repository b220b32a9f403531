package io.redress.penalties.domain.penalty;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Refusal;
import io.redress.kit.outcome.RefusalKind;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.rulebook.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Six serious points and one of each of two general clauses, proposed in April. */
class PenaltyTest {

    private final ShopScenario shop = new ShopScenario();
    private final Penalty penalty = shop.penalty(shop.propose(
            "2018-04-19",
            charge("S-01", "l-1", "2018-03-01", 6, "danger"),
            charge("G-03", "l-2", "2018-03-02"),
            charge("G-06", "l-3", "2018-03-03")));

    @Test
    void points_are_counted_by_bucket_and_together() {
        assertThat(penalty.points()).isEqualTo(9);
        assertThat(penalty.pointsIn("SERIOUS")).isEqualTo(6);
        assertThat(penalty.pointsIn("GENERAL")).isEqualTo(3);
        assertThat(penalty.pointsIn("COUNTERFEIT")).isZero();
        assertThat(penalty.buckets()).containsExactly("GENERAL", "SERIOUS");
    }

    @Test
    void what_its_status_forbids_is_refused_with_the_status() {
        Refusal refusal = penalty.refuses(PenaltyCommand.APPROVE).orElseThrow();

        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        assertThat(refusal.attributes()).containsEntry("currentStatus", "PROPOSED");
        assertThat(penalty.refuses(PenaltyCommand.ENTER_INTO_FORCE)).isEmpty();
    }

    @Test
    void a_change_leaves_everything_else_as_it_was() {
        Penalty changed = penalty.change(change -> change.announcedUntil(at("2018-05-01"))
                .appeal(Optional.of("cas_1"))
                .pointsCeiling(4));

        assertThat(changed.announcedUntil()).contains(at("2018-05-01"));
        assertThat(changed.pointsCeiling()).hasValue(4);
        assertThat(changed.appealCaseId()).contains("cas_1");
        assertThat(changed.violations()).isEqualTo(penalty.violations());
        assertThat(changed.statement()).isEqualTo(penalty.statement());
    }

    @Test
    void a_penalty_stands_until_it_is_taken_back_and_its_points_are_booked_once_it_is_in_force() {
        assertThat(List.of(PenaltyStatus.values()).stream().filter(PenaltyStatus::stands))
                .containsExactlyElementsOf(
                        EnumSet.complementOf(EnumSet.of(PenaltyStatus.REVERSED, PenaltyStatus.REPLACED)));
        assertThat(List.of(PenaltyStatus.values()).stream().filter(PenaltyStatus::booked))
                .containsExactly(PenaltyStatus.IN_FORCE, PenaltyStatus.SERVED, PenaltyStatus.EXPIRED);
    }

    @Test
    void a_clarification_is_open_then_perhaps_escalated_then_answered() {
        Clarification open = new Clarification(
                "clr_1", "usr-1", at("2018-04-20"), "我没有", List.of(), at("2018-04-25"), false, Optional.empty());
        Clarification escalated = open.asEscalated();
        Clarification answered = escalated.answered(new Clarification.Answer(
                Clarification.Outcome.UPHELD, new Text("理由", "reasons"), "enf-lead", at("2018-04-26")));

        assertThat(open.state()).isEqualTo(Clarification.State.OPEN);
        assertThat(escalated.state()).isEqualTo(Clarification.State.ESCALATED);
        assertThat(answered.state()).isEqualTo(Clarification.State.ANSWERED);
        assertThat(Hearing.NONE.with(open).waits()).isTrue();
        assertThat(Hearing.NONE.with(escalated).waits()).isTrue();
        assertThat(Hearing.NONE.with(answered).waits()).isFalse();
        assertThat(Hearing.NONE.waits()).isFalse();
    }

    @Test
    void a_refusal_is_of_a_rule_of_the_state_of_things_or_of_the_person() {
        assertThat(PenaltyRefusal.TARIFF_MISMATCH.kind()).isEqualTo(RefusalKind.RULE);
        assertThat(PenaltyRefusal.ILLEGAL_TRANSITION.kind()).isEqualTo(RefusalKind.STATE);
        assertThat(PenaltyRefusal.OWN_CAUSE.kind()).isEqualTo(RefusalKind.FORBIDDEN);
    }
}
