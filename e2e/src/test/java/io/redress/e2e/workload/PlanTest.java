package io.redress.e2e.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant BEGAN = Instant.parse("2018-01-15T01:00:00Z");

    @Test
    void the_same_seed_draws_the_same_journeys_and_another_one_others() {
        assertThat(journeys(7)).isEqualTo(journeys(7)).doesNotContainAnyElementsOf(journeys(8));
    }

    @Test
    void a_step_is_drawn_by_its_name_whatever_was_drawn_before_it() {
        Plan plan = Plan.draw(7, "w", 1, BEGAN);
        int first = plan.dice("w-j1-open").nextInt();
        assertThat(plan.dice("w-j1-brief").nextInt()).isNotEqualTo(first);
        assertThat(plan.dice("w-j1-open").nextInt()).isEqualTo(first);
    }

    @Test
    void a_round_holds_every_charge_with_every_verdict_that_it_can_have() {
        assertThat(journeys(7).subList(0, Plan.ROUND))
                .extracting(plan -> plan.charge() + " " + plan.verdict())
                .doesNotHaveDuplicates()
                .contains("CLOSURE NO_APPEAL", "LEGACY PARTIAL", "COUNTERFEIT WITHDRAWN");
    }

    @Test
    void a_body_is_the_same_to_the_byte_each_time_it_is_written() {
        Plan plan = Plan.draw(7, "w", 1, BEGAN);
        String written =
                Bodies.proposal(plan, plan.charge(), "w-j1-propose", "l-1").toString();
        assertThat(Bodies.proposal(plan, plan.charge(), "w-j1-propose", "l-1").toString())
                .isEqualTo(written)
                .contains("[w-j1-propose]");
    }

    @Test
    void nobody_has_two_parts_in_one_journey() {
        assertThat(journeys(7)).allSatisfy(plan -> assertThat(plan.proposer().subject())
                .isNotEqualTo(plan.respondent().subject()));
    }

    private static java.util.List<Plan> journeys(long seed) {
        return IntStream.rangeClosed(1, 50)
                .mapToObj(number -> Plan.draw(seed, "w", number, BEGAN))
                .toList();
    }
}
