package io.redress.penalties.domain.milestone;

import static io.redress.penalties.domain.milestone.MilestonesOffered.ACADEMY;
import static io.redress.penalties.domain.milestone.MilestonesOffered.CLOSES;
import static io.redress.penalties.domain.milestone.MilestonesOffered.COURSE;
import static io.redress.penalties.domain.milestone.MilestonesOffered.milestone;
import static io.redress.penalties.domain.milestone.MilestonesOffered.programme;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.PenaltyRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** On which milestones a ruling can depend. */
class RulingConditionTest {

    private static final Milestone PROMISE =
            milestone("promise", Milestone.Purpose.UNDERTAKING, OptionalInt.empty(), "academy");
    private static final Optional<Programme> OFFERED =
            Optional.of(programme(CLOSES, List.of(ACADEMY), List.of(COURSE, PROMISE)));

    @Test
    void a_milestone_of_the_purpose_that_can_still_be_achieved_is_one() {
        assertThat(condition("promise", Milestone.Purpose.UNDERTAKING, CLOSES).refusal(OFFERED, false))
                .isEmpty();
    }

    @Test
    void one_that_nobody_offers_is_none() {
        assertThat(code(condition("none", Milestone.Purpose.UNDERTAKING, CLOSES), OFFERED, false))
                .isEqualTo(PenaltyRefusal.MILESTONE_UNKNOWN);
        assertThat(code(condition("promise", Milestone.Purpose.UNDERTAKING, CLOSES), Optional.empty(), false))
                .isEqualTo(PenaltyRefusal.MILESTONE_UNKNOWN);
    }

    @Test
    void one_for_another_purpose_is_none() {
        assertThat(code(condition("course", Milestone.Purpose.UNDERTAKING, CLOSES), OFFERED, false))
                .isEqualTo(PenaltyRefusal.MILESTONE_MATTER_MISMATCH);
        assertThat(code(condition("promise", Milestone.Purpose.CONDITIONAL_RULING, CLOSES), OFFERED, false))
                .isEqualTo(PenaltyRefusal.MILESTONE_MATTER_MISMATCH);
    }

    @Test
    void one_whose_programme_closes_first_is_none() {
        assertThat(code(condition("promise", Milestone.Purpose.UNDERTAKING, CLOSES.plusNanos(1)), OFFERED, false))
                .isEqualTo(PenaltyRefusal.PROGRAMME_CLOSED);
    }

    @Test
    void one_that_counts_once_and_was_verified_is_none() {
        assertThat(code(condition("promise", Milestone.Purpose.UNDERTAKING, CLOSES), OFFERED, true))
                .isEqualTo(PenaltyRefusal.MILESTONE_VERIFIED_ALREADY);
        Milestone often = new Milestone(
                "promise",
                PROMISE.kind(),
                PROMISE.howMany(),
                PROMISE.title(),
                PROMISE.purpose(),
                PROMISE.credit(),
                PROMISE.verifierId(),
                false,
                PROMISE.validDays());
        assertThat(condition("promise", Milestone.Purpose.UNDERTAKING, CLOSES)
                        .refusal(Optional.of(programme(CLOSES, List.of(ACADEMY), List.of(often))), true))
                .isEmpty();
    }

    private static RulingCondition condition(String milestoneId, Milestone.Purpose purpose, Instant fulfilBy) {
        return new RulingCondition("prg_1", milestoneId, purpose, fulfilBy);
    }

    private static Object code(RulingCondition condition, Optional<Programme> programme, boolean verified) {
        return condition.refusal(programme, verified).orElseThrow().code();
    }
}
