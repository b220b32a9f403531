package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite.Told;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** S4 on real Postgres, Kafka and HTTP. The first telling is of the untouched suite, with the dates of the story itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class StoryS4E2E {

    private static final RunningSuite SUITE = RunningSuite.get();

    @Test
    @Order(1)
    void forty_eight_points_off_the_closed_list_become_twenty_four() {
        Told told = SUITE.tell("S4", false, Map.of());

        assertHolds(told);
        assertThat(told.lines())
                .anyMatch(line -> line.startsWith("-- merchant") && line.endsWith("dates moved by 0 years"))
                .contains(
                        "ok 48 points on C-02 are refused",
                        "ok two clauses of one investigation are one decision of 24 points",
                        "ok enf-1, who proposed, may not adjudicate",
                        "ok the case stays open while the lift is unconfirmed",
                        "ok the case is closed",
                        "ok the merchant's notices");
    }

    @Test
    @Order(2)
    void the_story_holds_again_with_its_dates_moved_to_a_later_year() {
        Told told = SUITE.tell("S4", false, Map.of());

        assertHolds(told);
        assertThat(told.lines())
                .anyMatch(line -> line.startsWith("-- merchant") && line.endsWith("dates moved by 1 years"));
    }

    @Test
    @Order(3)
    void on_an_enumerated_closure_clause_the_ruling_upholds_and_nothing_is_undone() {
        assertHolds(SUITE.tell("S4", true, Map.of()));
    }

    @Test
    @Order(4)
    void after_twelve_days_of_closure_hiding_goes_on_for_what_is_left_of_fourteen() {
        Told told = SUITE.tell("S4", false, Map.of("closedAt", "2018-04-19T00:00:00+08:00"));

        assertHolds(told);
        assertThat(told.lines()).contains("ok hiding counts from the closure, 14 days");
    }

    private static void assertHolds(Told told) {
        assertThat(told.lines()).noneMatch(line -> line.startsWith("FAILED"));
        assertThat(told.result().holds()).as(String.join("\n", told.lines())).isTrue();
    }
}
