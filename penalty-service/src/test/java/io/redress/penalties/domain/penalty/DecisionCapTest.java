package io.redress.penalties.domain.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the points of one decision are taken under a cap of 24. */
class DecisionCapTest {

    private static final int CAP = 24;
    private static final int NO_CEILING = Integer.MAX_VALUE;

    @Test
    void each_takes_what_it_asks_for_or_what_is_left() {
        assertThat(DecisionCap.carried(
                        List.of(asks("p-1", 10), asks("p-2", 10), asks("p-3", 10), asks("p-4", 10)), CAP))
                .containsExactly(10, 10, 4, 0);
    }

    @Test
    void an_import_carries_its_own_figure_and_leaves_less_to_the_others_but_never_less_than_nothing() {
        DecisionCap.Asking imported = new DecisionCap.Asking("p-2", 48, true, true, NO_CEILING, 0);

        assertThat(DecisionCap.carried(List.of(asks("p-1", 10), imported, asks("p-3", 10)), CAP))
                .containsExactly(10, 48, 0);
        assertThat(DecisionCap.carried(
                        List.of(new DecisionCap.Asking("p-2", 20, true, true, NO_CEILING, 0), asks("p-3", 10)), CAP))
                .containsExactly(20, 4);
    }

    @Test
    void what_does_not_stand_takes_nothing_from_the_others() {
        DecisionCap.Asking reversed = new DecisionCap.Asking("p-1", 20, false, false, 0, 0);

        assertThat(DecisionCap.carried(List.of(reversed, asks("p-2", 20)), CAP)).containsExactly(0, 20);
    }

    @Test
    void what_a_ruling_took_is_taken_from_the_penalty_as_a_whole_and_passes_to_no_other() {
        DecisionCap.Asking first = new DecisionCap.Asking("p-1", 12, false, true, 15, 0);
        DecisionCap.Asking second = new DecisionCap.Asking("p-1", 8, false, true, 15, 0);

        assertThat(DecisionCap.carried(List.of(first, second, asks("p-2", 10)), CAP))
                .as("12 and 3 of 15; 20 of the 24 are taken all the same")
                .containsExactly(12, 3, 4);
    }

    @Test
    void a_clause_of_the_closed_list_raises_the_cap_from_its_penalty_on_and_leaves_what_was_taken_before() {
        DecisionCap.Asking closing = new DecisionCap.Asking("p-3", 48, false, true, NO_CEILING, 48);

        assertThat(DecisionCap.carried(List.of(asks("p-1", 24), asks("p-2", 24), closing, asks("p-4", 24)), CAP))
                .containsExactly(24, 0, 24, 0);
        assertThat(DecisionCap.carried(List.of(asks("p-1", 10), closing, asks("p-4", 24)), CAP))
                .containsExactly(10, 38, 0);
        assertThat(DecisionCap.carried(List.of(asks("p-3", 30), closing), CAP))
                .as("for all violations of its penalty")
                .containsExactly(30, 18);
    }

    @Test
    void one_of_the_closed_list_that_does_not_stand_raises_nothing() {
        DecisionCap.Asking reversed = new DecisionCap.Asking("p-1", 48, false, false, 0, 48);

        assertThat(DecisionCap.carried(List.of(reversed, asks("p-2", 30)), CAP)).containsExactly(0, 24);
    }

    private static DecisionCap.Asking asks(String penaltyId, int points) {
        return new DecisionCap.Asking(penaltyId, points, false, true, NO_CEILING, 0);
    }
}
