package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite.Told;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Cases of every kind on real Postgres, Kafka and HTTP, and again with other figures. */
@Order(2)
class AdvocacyDemoE2E {

    private static final RunningSuite SUITE = RunningSuite.get();

    @Test
    void a_case_of_each_kind_is_argued_ruled_and_carried_out() {
        Told told = SUITE.tell("advocacy", false, Map.of());

        assertHolds(told);
        assertThat(told.lines())
                .contains(
                        "ok its advocate is who speaks zh and has the least work",
                        "ok to adjudicators, the department, other advocates and other merchants it does not exist",
                        "ok with the brief the file is open to the adjudicator, byte for byte",
                        "ok until it confirms the case stays open",
                        "ok the merchant's claim of 80000 is booked once",
                        "ok in nothing that it reads stands how it was found",
                        "ok integrity reads who tried what",
                        "ok the adjudicator, the department, an operator and the advocate before read nothing",
                        "ok one message is filed, and everybody in the case reads that one",
                        "ok the merchant's claim of 450000 is booked once",
                        "ok at the marketplace it has its new owner",
                        "ok its head was warned at 50 and 80 percent, and told when it was over",
                        "ok it was decided without an answer, which the case says",
                        "ok he asks for it, and the case stays closed until he is answered",
                        "ok with that the merchant is answered",
                        "ok it cannot leave more than the ruling before",
                        "ok of 12 points 6 are left",
                        "ok and nothing of the others",
                        "ok it is heard alone, which is its right",
                        "ok what is said for all is no reason of one's own",
                        "ok each ruling is carried out by itself",
                        "ok 3 of 6 points are left",
                        "ok it keeps its points",
                        "ok the case is with her again",
                        "ok the merchant's claim of 7200000 is booked once",
                        "ok it is paid without admitting anything",
                        "ok the ledger is in balance");
        assertThat(told.lines().stream().filter("ok the case is closed"::equals))
                .hasSize(10);
    }

    @Test
    void with_other_figures_other_things_follow() {
        Told told = SUITE.tell(
                "advocacy",
                false,
                Map.of(
                        "fallenPoints", "11",
                        "reopenedPoints", "0",
                        "lossProven", "449999",
                        "groupSize", "3",
                        "sales", "82000000"));

        assertHolds(told);
        assertThat(told.lines())
                .contains(
                        "ok the merchant's claim of 449999 is booked once",
                        "ok of 12 points 0 are left",
                        "ok no money is booked");
    }

    private static void assertHolds(Told told) {
        assertThat(told.result().holds()).as(String.join("\n", told.lines())).isTrue();
    }
}
