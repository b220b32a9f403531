package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite.Told;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Four years of penalty points on real Postgres, Kafka and HTTP, and again with other figures. */
@Order(2)
class PenaltyDemoE2E {

    private static final RunningSuite SUITE = RunningSuite.get();

    @Test
    void points_come_add_up_are_carried_over_and_go() {
        Told told = SUITE.tell("penalties", false, Map.of());

        assertHolds(told);
        assertThat(told.lines())
                .contains(
                        "ok 24 points for counterfeits survive, others do not",
                        "ok 12 points more hold payouts",
                        "ok what was made good costs no points",
                        "ok what was made good is not punished again",
                        "ok the next breach has no cure window, because of the first",
                        "ok what survived one reset does not survive another",
                        "ok nothing is left",
                        "ok it names no merchant");
    }

    @Test
    void with_fewer_points_no_threshold_fires() {
        Told told = SUITE.tell(
                "penalties",
                false,
                Map.of("suspectedPoints", "11", "promisePoints", "6", "cureClause", "G-03", "curePoints", "1"));

        assertHolds(told);
        assertThat(told.lines()).contains("ok 11 points more fire nothing", "ok it costs its points");
    }

    private static void assertHolds(Told told) {
        assertThat(told.result().holds()).as(String.join("\n", told.lines())).isTrue();
    }
}
