package io.redress.cases.domain.clock;

import static io.redress.cases.domain.clock.Histories.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who held a case how long adds up to its whole life: nobody's time is charged twice, and none is charged to nobody. 26 to 28
 * April 2018 are worked, then 2 May is; 29 April to 1 May are not.
 */
class HoldsTest {

    private final Histories closed = Histories.openedByTheMerchant("04-26T10:00")
            .assigned("04-26T12:00", "ops-1", "adv-1")
            .asked("04-26T13:00", "05-04T13:00")
            .merchantWrote("04-26T17:00")
            .brief("04-26T18:00")
            .claimed("04-27T10:00", "05-02T10:00")
            .answered("05-02T09:00")
            .drafted("05-02T11:00", "05-04T11:00")
            .replied("05-02T15:00", Side.DEPARTMENT)
            .replied("05-03T11:00", Side.MERCHANT)
            .ruled("05-03T12:00")
            .ended(StepKind.CLOSED, "05-03T20:00");

    @Test
    void each_has_the_hours_in_which_it_lay_with_him() {
        assertThat(closed.asOf("06-01T10:00").holds())
                .extracting(hold -> hold.role() + " " + hold.businessTime().toHours())
                .containsExactly(
                        "ADVOCATE 2",
                        "ADVOCATE 1",
                        "MERCHANT 4",
                        "ADVOCATE 1",
                        "ADJUDICATOR 16",
                        "RESPONDENT 47", // 14 of the 27th, 24 of the 28th, 9 of 2 May
                        "ADJUDICATOR 2",
                        "BOTH_SIDES 4",
                        "MERCHANT 20",
                        "ADJUDICATOR 1",
                        "EFFECT_OWNERS 8");
    }

    @Test
    void all_of_them_are_the_whole_life_of_the_case() {
        // 14 of 26 April, 24 each of the 27th and 28th, 24 of 2 May and 20 of the 3rd
        assertThat(sum(closed.asOf("06-01T10:00").holds())).isEqualTo(Duration.ofHours(106));
    }

    @Test
    void while_it_was_closed_it_lay_with_nobody() {
        Histories reopened = closed.ended(StepKind.REOPENING, "05-10T10:00").reopened("05-10T16:00", "adj-2");

        // and 8 hours of 10 May
        List<Hold> holds = reopened.asOf("05-10T18:00").holds();
        assertThat(sum(holds)).isEqualTo(Duration.ofHours(114));
        assertThat(holds.get(11).from()).isEqualTo(at("05-10T10:00"));
        assertThat(holds.get(10).to()).contains(at("05-03T20:00"));
    }

    private static Duration sum(List<Hold> holds) {
        return holds.stream().map(Hold::businessTime).reduce(Duration.ZERO, Duration::plus);
    }
}
