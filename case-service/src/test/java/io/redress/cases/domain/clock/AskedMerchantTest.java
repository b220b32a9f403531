package io.redress.cases.domain.clock;

import static io.redress.cases.domain.clock.Histories.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.clock.Clock.Pause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a question to the merchant does to the clock of a first response, and with whom a case lies meanwhile. From
 * Thursday 26 April 2018, 16:00, the five business days of the policy end on 4 May, 16:00: 120 hours that count.
 */
class AskedMerchantTest {

    private static Histories assigned() {
        return Histories.openedByTheMerchant("04-26T10:00").assigned("04-26T12:00", "ops-1", "adv-1");
    }

    private static Clock firstResponse(CaseClocks clocks) {
        assertThat(clocks.clocks()).hasSize(1);
        assertThat(clocks.clocks().get(0).kind()).isEqualTo(ClockKind.FIRST_RESPONSE);
        return clocks.clocks().get(0);
    }

    @Test
    void the_first_response_is_paused_until_the_merchant_answers() {
        Histories asked = assigned().asked("04-26T16:00", "05-04T16:00");

        CaseClocks waiting = asked.asOf("04-27T09:00");
        assertThat(firstResponse(waiting).state()).isEqualTo(ClockState.PAUSED);
        assertThat(firstResponse(waiting).elapsed()).isEqualTo(Duration.ofHours(6));
        assertThat(firstResponse(waiting).dueAt()).isEmpty();
        assertThat(waiting.holder().orElseThrow().role()).isEqualTo(HolderRole.MERCHANT);
        assertThat(waiting.holder().orElseThrow().until()).contains(at("05-04T16:00"));
        assertThat(waiting.nextMarkAt()).contains(at("05-04T16:00"));

        CaseClocks answered = asked.merchantWrote("04-27T10:00").asOf("04-27T12:00");
        assertThat(firstResponse(answered).state()).isEqualTo(ClockState.RUNNING);
        assertThat(firstResponse(answered).elapsed()).isEqualTo(Duration.ofHours(8));
        // 18 hours are left: 14 of 27 April, 4 of the 28th
        assertThat(firstResponse(answered).dueAt()).contains(at("04-28T04:00"));
        assertThat(firstResponse(answered).pauses())
                .containsExactly(new Pause(at("04-26T16:00"), Optional.of(at("04-27T10:00"))));
        assertThat(answered.holder().orElseThrow().person()).contains("adv-1");
    }

    @Test
    void it_runs_on_when_the_merchant_does_not_answer_in_time() {
        CaseClocks late = assigned().asked("04-26T16:00", "05-04T16:00").asOf("05-04T20:00");

        assertThat(firstResponse(late).state()).isEqualTo(ClockState.RUNNING);
        assertThat(firstResponse(late).elapsed()).isEqualTo(Duration.ofHours(10));
        // 18 hours were left: 8 of Friday 4 May, 10 of Monday the 7th
        assertThat(firstResponse(late).dueAt()).contains(at("05-07T10:00"));
        assertThat(late.holder().orElseThrow().role()).isEqualTo(HolderRole.ADVOCATE);
        assertThat(late.holder().orElseThrow().from()).isEqualTo(at("05-04T16:00"));
        assertThat(late.awaitsUntil()).as("all of it is used").isEmpty();
    }

    @Test
    void all_questions_together_wait_no_longer_than_the_policy_says() {
        assertThat(assigned().asOf("04-26T16:00").awaitsUntil()).contains(at("05-04T16:00"));
        Histories once = assigned().asked("04-26T16:00", "05-04T16:00");
        assertThat(once.asOf("04-27T02:00").awaitsUntil()).as("asked again").contains(at("05-04T16:00"));

        // 24 of the 120 hours are used; 96 are left at 10:00 on the 28th: 14 of that day, 2 to 4 May, 10 of the 7th
        Histories answered = once.merchantWrote("04-27T16:00");
        assertThat(answered.asOf("04-28T10:00").awaitsUntil()).contains(at("05-07T10:00"));
    }

    @Test
    void a_question_that_nothing_waits_for_neither_pauses_nor_is_a_response() {
        Clock clock = firstResponse(assigned().asked("04-26T16:00", null).asOf("04-26T20:00"));

        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(10));
        assertThat(clock.pauses()).isEmpty();
    }

    @Test
    void a_message_of_the_advocates_is_the_first_response() {
        Clock told = firstResponse(assigned().advocateWrote("04-26T13:00").asOf("04-28T10:00"));
        assertThat(told.state()).isEqualTo(ClockState.MET);
        assertThat(told.elapsed()).isEqualTo(Duration.ofHours(3));

        Clock asked = firstResponse(assigned()
                .asked("04-26T12:30", "05-04T12:30")
                .advocateWrote("04-26T13:00")
                .asOf("04-28T10:00"));
        assertThat(asked.state()).isEqualTo(ClockState.MET);
        assertThat(asked.elapsed()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void what_a_former_advocate_asked_is_not_waited_for() {
        CaseClocks clocks = assigned()
                .asked("04-26T16:00", "05-04T16:00")
                .changed("04-26T18:00", "adv-2")
                .asOf("04-26T19:00");

        assertThat(firstResponse(clocks).state()).isEqualTo(ClockState.RUNNING);
        assertThat(firstResponse(clocks).elapsed()).isEqualTo(Duration.ofHours(7));
        assertThat(clocks.holder().orElseThrow().person()).contains("adv-2");
    }

    @Test
    void after_the_brief_a_question_changes_nothing() {
        Histories briefed = assigned().asked("04-26T16:00", "05-04T16:00").brief("04-26T18:00");

        assertThat(briefed.asOf("04-26T19:00").awaitsUntil()).isEmpty();
        CaseClocks clocks = briefed.asked("04-26T20:00", null).asOf("05-07T10:00");
        assertThat(clocks.clocks().get(0).state()).isEqualTo(ClockState.MET);
        assertThat(clocks.clocks().get(0).elapsed()).isEqualTo(Duration.ofHours(6));
        assertThat(clocks.holder().orElseThrow().role()).isEqualTo(HolderRole.ADJUDICATOR);
    }

    @Test
    void a_case_that_ends_while_the_merchant_is_asked_lies_with_nobody() {
        CaseClocks clocks = assigned()
                .asked("04-26T16:00", "05-04T16:00")
                .ended(StepKind.WITHDRAWN, "04-27T16:00")
                .asOf("05-07T10:00");

        assertThat(firstResponse(clocks).state()).isEqualTo(ClockState.ENDED);
        assertThat(firstResponse(clocks).elapsed()).isEqualTo(Duration.ofHours(6));
        assertThat(clocks.holder()).isEmpty();
        assertThat(clocks.nextMarkAt()).isEmpty();
    }

    @Test
    void while_conditions_are_open_the_case_lies_with_the_merchant_and_then_with_those_who_carry_out_effects() {
        Histories ruled = assigned()
                .brief("04-26T13:00")
                .claimed("04-26T14:00", "04-28T14:00")
                .answered("04-26T15:00")
                .drafted("04-26T16:00", "04-28T16:00")
                .ruledOnConditions("05-03T10:00", "06-01T00:00");

        Hold waiting = ruled.asOf("05-20T10:00").holder().orElseThrow();
        assertThat(waiting.role()).isEqualTo(HolderRole.MERCHANT);
        assertThat(waiting.until()).contains(at("06-01T00:00"));
        assertThat(ruled.asOf("05-20T10:00").current()).isEmpty();

        Histories settled = ruled.ended(StepKind.CONDITIONS_FULFILLED, "05-21T10:00");
        Hold executing = settled.asOf("05-22T10:00").holder().orElseThrow();
        assertThat(executing.role()).isEqualTo(HolderRole.EFFECT_OWNERS);
        assertThat(executing.from()).isEqualTo(at("05-21T10:00"));
        assertThat(settled.asOf("05-22T10:00").holds())
                .extracting(Hold::role)
                .endsWith(HolderRole.ADJUDICATOR, HolderRole.MERCHANT, HolderRole.EFFECT_OWNERS);
    }
}
