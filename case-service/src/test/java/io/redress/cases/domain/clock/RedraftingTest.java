package io.redress.cases.domain.clock;

import static io.redress.cases.domain.clock.Histories.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.clock.Clock.Pause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Who drafts on and on does not park a case. Monday 23 to Saturday 28 April 2018 are worked, then Wednesday 2 May is; to rule
 * there are five business days.
 */
class RedraftingTest {

    private final Histories once = Histories.openedByTheMerchant("04-23T08:00")
            .brief("04-23T09:00")
            .claimed("04-23T10:00", "04-25T10:00")
            .answered("04-23T11:00")
            .drafted("04-23T12:00", "04-25T12:00");

    @Test
    void a_ruling_waits_for_the_replies_to_two_drafts() {
        Histories twice = once.drafted("04-25T12:00", "04-27T12:00");

        Clock ruling = ruling(twice.asOf("04-27T12:00"));

        assertThat(ruling.pauses())
                .containsExactly(
                        new Pause(at("04-23T10:00"), Optional.of(at("04-23T11:00"))),
                        new Pause(at("04-23T12:00"), Optional.of(at("04-27T12:00"))));
        assertThat(ruling.elapsed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void the_time_of_the_replies_to_a_third_one_is_the_adjudicators_own() {
        Histories often = once.drafted("04-25T12:00", "04-27T12:00").drafted("04-27T12:00", "05-02T12:00");

        Clock ruling = ruling(often.asOf("05-02T12:00"));

        assertThat(ruling.state()).isEqualTo(ClockState.RUNNING);
        // two hours before, 12 of the 27th, 24 of the 28th and 12 of 2 May
        assertThat(ruling.elapsed()).isEqualTo(Duration.ofHours(50));
        // 70 hours are left: 12 of 2 May, 24 of the 3rd and the 4th, and 10 of Monday the 7th
        assertThat(ruling.dueAt()).contains(at("05-07T10:00"));
    }

    @Test
    void with_whom_the_case_lies_is_the_same_for_every_draft() {
        Histories often = once.drafted("04-25T12:00", "04-27T12:00").drafted("04-27T12:00", "05-02T12:00");

        assertThat(often.asOf("04-28T12:00").holder()).map(Hold::role).contains(HolderRole.BOTH_SIDES);
        assertThat(often.asOf("04-28T12:00").current()).map(Clock::kind).contains(ClockKind.REPLY);
    }

    private static Clock ruling(CaseClocks clocks) {
        return clocks.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.RULING)
                .findFirst()
                .orElseThrow();
    }
}
