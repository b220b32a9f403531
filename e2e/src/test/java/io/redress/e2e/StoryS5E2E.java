package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite.Told;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** S5 on real Postgres, Kafka and HTTP: told why, not how. */
@Order(2)
class StoryS5E2E {

    private static final RunningSuite SUITE = RunningSuite.get();

    @Test
    void the_merchant_is_told_what_it_did_and_not_how_it_was_caught() {
        Told told = SUITE.tell("S5", false, Map.of());

        assertHolds(told);
        assertThat(told.lines())
                .contains(
                        "ok the statement says in Chinese all it must",
                        "ok the statement says in English all it must",
                        "ok to the agency the record does not exist",
                        "ok each reading is on record with its purpose",
                        "ok a ruling on sealed material alone is refused",
                        "ok nothing the merchant can read holds a sealed term");
    }

    @Test
    void without_disclosed_facts_nothing_enters_into_force() {
        Told told = SUITE.tell("S5", true, Map.of());

        assertHolds(told);
        assertThat(told.lines()).contains("ok no penalty of the shop is in force");
    }

    @Test
    void with_twenty_four_points_the_measures_told_are_those_of_that_threshold() {
        assertHolds(SUITE.tell("S5", false, Map.of("points", "24", "territory", "EU", "decision", "true")));
    }

    private static void assertHolds(Told told) {
        assertThat(told.lines()).noneMatch(line -> line.startsWith("FAILED"));
        assertThat(told.result().holds()).as(String.join("\n", told.lines())).isTrue();
    }
}
