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
                        "ok 12 general points hide the shop for 7 days",
                        "ok signing up earns nothing",
                        "ok what the academy did not sign is refused",
                        "ok course: 2 of 2 points are credited",
                        "ok exam: 3 of 3 points are credited",
                        "ok clean-orders: 1 of 3 points are credited",
                        "ok measures that run go on as they were",
                        "ok a measure that ran when points were credited ended when its days were over",
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

    @Test
    void a_credit_takes_no_more_points_than_there_are() {
        Told told = SUITE.tell("penalties", false, Map.of("programmeBreaches", "1", "programmePoints", "4"));

        assertHolds(told);
        assertThat(told.lines())
                .contains(
                        "ok 4 general points bring no measure",
                        "ok course: 2 of 2 points are credited",
                        "ok exam: 2 of 3 points are credited",
                        "ok clean-orders: 0 of 3 points are credited");
    }

    private static void assertHolds(Told told) {
        assertThat(told.result().holds()).as(String.join("\n", told.lines())).isTrue();
    }
}
