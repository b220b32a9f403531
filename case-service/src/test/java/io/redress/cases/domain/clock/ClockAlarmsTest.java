package io.redress.cases.domain.clock;

import static io.redress.cases.domain.clock.Histories.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockAlarmsTest {

    private static final Map<String, String> HEADS =
            Map.of("advocacy", "adv-lead", "adjudication", "adj-lead", "enforcement", "enf-lead");

    @Test
    void before_anybody_is_assigned_the_head_of_the_advocates_is_told() {
        List<ClockAlarm> alarms = untold(Histories.openedByTheMerchant("04-26T10:00"), "04-27T10:00");

        assertThat(alarms).extracting(ClockAlarm::percent).containsExactly(50, 80, 100);
        assertThat(alarms)
                .extracting(ClockAlarm::at)
                .containsExactly(at("04-26T22:00"), at("04-27T05:12"), at("04-27T10:00"));
        assertThat(alarms).allSatisfy(alarm -> {
            assertThat(alarm.holder()).contains("adv-lead");
            assertThat(alarm.head()).isEmpty();
            assertThat(alarm.team()).contains("advocacy");
        });
    }

    @Test
    void the_advocate_is_warned_and_her_head_learns_that_the_time_is_up() {
        List<ClockAlarm> alarms = untold(
                Histories.openedByTheMerchant("04-26T10:00").assigned("04-26T23:00", "ops-1", "adv-1"), "04-27T10:00");

        assertThat(alarms)
                .extracting(ClockAlarm::holder)
                .containsExactly(Optional.of("adv-lead"), Optional.of("adv-1"), Optional.of("adv-1"));
        assertThat(alarms)
                .extracting(ClockAlarm::head)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("adv-lead"));
    }

    @Test
    void advocate_and_adjudicator_learn_that_the_case_goes_on_without_an_answer() {
        List<ClockAlarm> alarms = of(ClockKind.ANSWER, untold(claimed(), "04-25T10:00"));

        assertThat(alarms).extracting(ClockAlarm::holder).containsOnly(Optional.of("enf-lead"));
        assertThat(alarms.get(1).advocate()).isEmpty();
        ClockAlarm lapsed = alarms.get(2);
        assertThat(lapsed.lapse()).isTrue();
        assertThat(lapsed.advocate()).contains("adv-1");
        assertThat(lapsed.adjudicator()).contains("adj-1");
        assertThat(lapsed.head()).isEmpty();
    }

    @Test
    void of_replies_only_those_who_have_not_replied_are_warned() {
        List<ClockAlarm> alarms = of(
                ClockKind.REPLY,
                untold(
                        claimed()
                                .answered("04-24T10:00")
                                .drafted("04-26T10:00", "04-28T10:00")
                                .replied("04-27T12:00", Side.DEPARTMENT),
                        "04-28T10:00"));

        assertThat(alarms)
                .extracting(ClockAlarm::holder)
                .containsExactly(Optional.of("enf-2"), Optional.empty(), Optional.empty());
        assertThat(alarms).extracting(ClockAlarm::advocate).containsOnly(Optional.of("adv-1"));
        assertThat(alarms)
                .extracting(ClockAlarm::adjudicator)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("adj-1"));
        assertThat(alarms).extracting(ClockAlarm::team).containsOnly(Optional.empty());
    }

    @Test
    void a_ruling_that_is_late_is_told_to_the_head_and_to_the_advocate() {
        List<ClockAlarm> alarms = of(ClockKind.RULING, untold(claimed().answered("04-24T10:00"), "05-31T10:00"));

        ClockAlarm lapsed = alarms.get(2);
        assertThat(lapsed.holder()).contains("adj-1");
        assertThat(lapsed.head()).contains("adj-lead");
        assertThat(lapsed.advocate()).contains("adv-1");
        // 24 hours before the claim, then 96 from 24 April 10:00 on: 24 to 28 April, and ten hours of 2 May make 72 and
        // 24
        assertThat(lapsed.at()).isEqualTo(at("04-28T10:00"));
    }

    @Test
    void nothing_is_told_twice() {
        Histories history = Histories.openedByTheMerchant("04-26T10:00");
        List<KeptClock> kept =
                history.asOf("04-27T00:00").clocks().stream().map(KeptClock::of).toList();

        List<ClockAlarm> alarms = new ClockAlarms(history.history(), HEADS).untold(history.asOf("04-27T10:00"), kept);

        assertThat(alarms).extracting(ClockAlarm::percent).containsExactly(80, 100);
    }

    @Test
    void nobody_is_named_twice() {
        ClockAlarm alarm = of(
                        ClockKind.RULING,
                        new ClockAlarms(claimed().answered("04-24T10:00").history(), Map.of("adjudication", "adj-1"))
                                .untold(claimed().answered("04-24T10:00").asOf("05-31T10:00"), List.of()))
                .get(2);

        assertThat(alarm.holder()).contains("adj-1");
        assertThat(alarm.head()).isEmpty();
    }

    @Test
    void a_department_without_a_known_head_is_charged_and_nobody_is_told() {
        ClockAlarm alarm = new ClockAlarms(
                        Histories.openedByTheMerchant("04-26T10:00").history(), Map.of())
                .untold(Histories.openedByTheMerchant("04-26T10:00").asOf("04-27T10:00"), List.of())
                .get(2);

        assertThat(alarm.team()).contains("advocacy");
        assertThat(alarm.holder()).isEmpty();
    }

    private static Histories claimed() {
        return Histories.openedByTheMerchant("04-20T09:00")
                .assigned("04-20T09:30", "adv-1", "adv-1")
                .brief("04-20T10:00")
                .claimed("04-23T10:00", "04-25T10:00");
    }

    private static List<ClockAlarm> untold(Histories history, String asOf) {
        return new ClockAlarms(history.history(), HEADS).untold(history.asOf(asOf), List.of());
    }

    private static List<ClockAlarm> of(ClockKind kind, List<ClockAlarm> alarms) {
        return alarms.stream().filter(alarm -> alarm.clock() == kind).toList();
    }
}
