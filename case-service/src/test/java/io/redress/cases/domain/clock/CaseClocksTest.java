package io.redress.cases.domain.clock;

import static io.redress.cases.domain.clock.Histories.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.ClockWatch;
import io.redress.cases.domain.Side;
import io.redress.cases.domain.Term;
import io.redress.cases.domain.clock.Calendars.Published;
import io.redress.cases.domain.clock.Clock.Mark;
import io.redress.cases.domain.clock.Clock.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thursday 26 April 2018 and the two days after it are worked; then nothing is until Wednesday 2 May. */
class CaseClocksTest {

    @Test
    void a_first_response_runs_from_the_opening_until_the_advocate_does_something() {
        Histories opened = Histories.openedByTheMerchant("04-26T10:00").assigned("04-26T12:00", "ops-1", "adv-1");

        Clock running = only(opened.asOf("04-26T20:00"), ClockKind.FIRST_RESPONSE);
        assertThat(running.state()).isEqualTo(ClockState.RUNNING);
        assertThat(running.team()).contains("advocacy");
        assertThat(running.length()).isEqualTo(Duration.ofHours(24));
        assertThat(running.elapsed()).isEqualTo(Duration.ofHours(10));
        assertThat(running.dueAt()).contains(at("04-27T10:00"));
        assertThat(running.marks()).isEmpty();
        assertThat(running.nextMarkAt()).contains(at("04-26T22:00"));

        Clock met = only(opened.brief("04-27T05:00").asOf("04-28T10:00"), ClockKind.FIRST_RESPONSE);
        assertThat(met.state()).isEqualTo(ClockState.MET);
        assertThat(met.endedAt()).contains(at("04-27T05:00"));
        assertThat(met.elapsed()).isEqualTo(Duration.ofHours(19));
        assertThat(met.marks()).containsExactly(new Mark(50, at("04-26T22:00"), at("04-27T10:00")));
        assertThat(met.nextMarkAt()).isEmpty();
    }

    @Test
    void an_advocate_who_takes_a_case_up_herself_has_responded() {
        Clock clock = only(
                Histories.openedByTheMerchant("04-26T10:00")
                        .assigned("04-26T12:00", "adv-1", "adv-1")
                        .asOf("05-10T10:00"),
                ClockKind.FIRST_RESPONSE);

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void nobody_waits_for_the_first_response_of_an_advocate_who_opened_the_case() {
        CaseClocks clocks = Histories.openedBy("adv-1", "04-26T10:00")
                .assigned("04-26T10:00", "adv-1", "adv-1")
                .asOf("05-10T10:00");

        assertThat(clocks.clocks()).isEmpty();
        assertThat(clocks.current()).isEmpty();
        assertThat(clocks.holder().orElseThrow().person()).contains("adv-1");
    }

    @Test
    void what_is_done_when_the_time_is_up_is_late() {
        Histories late = Histories.openedByTheMerchant("04-26T10:00")
                .assigned("04-26T12:00", "ops-1", "adv-1")
                .brief("04-27T10:00");

        Clock clock = only(late.asOf("04-27T10:00"), ClockKind.FIRST_RESPONSE);

        assertThat(clock.state()).isEqualTo(ClockState.LAPSED);
        assertThat(clock.lapsedAt()).contains(at("04-27T10:00"));
        assertThat(clock.endedAt()).contains(at("04-27T10:00"));
        assertThat(clock.marks()).extracting(Mark::percent).containsExactly(50, 80, 100);
    }

    @Test
    void a_case_that_is_withdrawn_leaves_its_clock_neither_met_nor_lapsed() {
        Clock clock = only(
                Histories.openedByTheMerchant("04-26T10:00")
                        .ended(StepKind.WITHDRAWN, "04-26T11:00")
                        .asOf("05-10T10:00"),
                ClockKind.FIRST_RESPONSE);

        assertThat(clock.state()).isEqualTo(ClockState.ENDED);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void the_time_to_rule_is_paused_while_an_answer_or_replies_are_awaited() {
        Histories drafted = Histories.openedByTheMerchant("04-20T09:00")
                .assigned("04-20T09:30", "adv-1", "adv-1")
                .brief("04-20T10:00") // a Friday
                .claimed("04-23T10:00", "04-25T10:00") // 24 hours of business time later
                .answered("04-24T10:00")
                .drafted("04-26T10:00", "04-28T10:00"); // 48 hours more

        Clock paused = only(drafted.asOf("04-27T10:00"), ClockKind.RULING);
        assertThat(paused.state()).isEqualTo(ClockState.PAUSED);
        assertThat(paused.elapsed()).isEqualTo(Duration.ofHours(72));
        assertThat(paused.dueAt()).isEmpty();
        assertThat(paused.nextMarkAt()).isEmpty();
        assertThat(paused.marks()).containsExactly(new Mark(50, at("04-25T22:00"), at("04-28T10:00")));
        assertThat(paused.pauses())
                .containsExactly(
                        new Pause(at("04-23T10:00"), Optional.of(at("04-24T10:00"))),
                        new Pause(at("04-26T10:00"), Optional.empty()));

        // nobody replies; the rest of Saturday 28 April and ten hours of 2 May follow
        Clock again = only(drafted.asOf("05-02T09:00"), ClockKind.RULING);
        assertThat(again.state()).isEqualTo(ClockState.RUNNING);
        assertThat(again.elapsed()).isEqualTo(Duration.ofHours(95));
        assertThat(again.dueAt()).contains(at("05-03T10:00"));
        assertThat(again.nextMarkAt()).contains(at("05-02T10:00"));

        Clock met = only(drafted.ruled("05-02T09:00").asOf("06-01T09:00"), ClockKind.RULING);
        assertThat(met.state()).isEqualTo(ClockState.MET);
        assertThat(met.elapsed()).isEqualTo(Duration.ofHours(95));
    }

    @Test
    void an_answer_that_does_not_come_is_waited_for_no_longer_than_its_time() {
        Histories claimed = Histories.openedByTheMerchant("04-20T09:00")
                .assigned("04-20T09:30", "adv-1", "adv-1")
                .brief("04-20T10:00")
                .claimed("04-23T10:00", "04-25T10:00");

        CaseClocks clocks = claimed.asOf("04-25T12:00");
        Clock answer = only(clocks, ClockKind.ANSWER);
        assertThat(answer.state()).isEqualTo(ClockState.LAPSED);
        assertThat(answer.lapsedAt()).contains(at("04-25T10:00"));
        assertThat(answer.pastDue()).isTrue();
        assertThat(answer.elapsed()).isEqualTo(Duration.ofHours(50));
        assertThat(only(clocks, ClockKind.RULING).pauses())
                .containsExactly(new Pause(at("04-23T10:00"), Optional.of(at("04-25T10:00"))));
        assertThat(clocks.holder().orElseThrow().role()).isEqualTo(HolderRole.ADJUDICATOR);

        Clock late = only(claimed.answered("04-26T10:00").asOf("05-10T10:00"), ClockKind.ANSWER);
        assertThat(late.state()).isEqualTo(ClockState.LAPSED);
        assertThat(late.endedAt()).contains(at("04-26T10:00"));
        assertThat(late.elapsed()).isEqualTo(Duration.ofHours(72));
        assertThat(late.pastDue()).isFalse();
    }

    @Test
    void each_draft_has_a_time_to_reply_of_its_own() {
        CaseClocks clocks = Histories.openedByTheMerchant("04-20T09:00")
                .assigned("04-20T09:30", "adv-1", "adv-1")
                .brief("04-20T10:00")
                .claimed("04-23T10:00", "04-25T10:00")
                .answered("04-24T10:00")
                .drafted("04-24T12:00", "04-26T12:00")
                .replied("04-24T15:00", Side.MERCHANT)
                .drafted("04-25T12:00", "04-27T12:00")
                .replied("04-25T13:00", Side.DEPARTMENT)
                .replied("04-25T14:00", Side.DEPARTMENT)
                .replied("04-25T18:00", Side.MERCHANT)
                .asOf("04-25T19:00");

        List<Clock> replies = all(clocks, ClockKind.REPLY);
        assertThat(replies).extracting(Clock::round).containsExactly(1, 2);
        assertThat(replies).extracting(Clock::state).containsExactly(ClockState.ENDED, ClockState.MET);
        assertThat(replies).extracting(Clock::elapsed).containsExactly(Duration.ofHours(24), Duration.ofHours(6));
        assertThat(only(clocks, ClockKind.RULING).pauses())
                .containsExactly(
                        new Pause(at("04-23T10:00"), Optional.of(at("04-24T10:00"))),
                        new Pause(at("04-24T12:00"), Optional.of(at("04-25T18:00"))));
    }

    @Test
    void a_time_to_reply_is_over_when_it_is_up_and_charged_to_no_team() {
        Clock reply = only(
                Histories.openedByTheMerchant("04-20T09:00")
                        .brief("04-20T10:00")
                        .claimed("04-23T10:00", "04-25T10:00")
                        .answered("04-24T10:00")
                        .drafted("04-24T12:00", "04-26T12:00")
                        .replied("04-24T15:00", Side.MERCHANT)
                        .ruled("04-28T12:00")
                        .asOf("04-28T12:00"),
                ClockKind.REPLY);

        assertThat(reply.state()).isEqualTo(ClockState.LAPSED);
        assertThat(reply.endedAt()).contains(at("04-26T12:00"));
        assertThat(reply.elapsed()).isEqualTo(Duration.ofHours(48));
        assertThat(reply.team()).isEmpty();
        assertThat(reply.pastDue()).isFalse();
    }

    @Test
    void who_held_the_case_is_told_without_gaps() {
        List<Hold> holds = Histories.openedByTheMerchant("04-20T09:00")
                .assigned("04-20T10:00", "ops-1", "adv-1")
                .assigned("04-20T12:00", "ops-1", "adv-2")
                .brief("04-20T15:00")
                .claimed("04-23T10:00", "04-25T10:00")
                .answered("04-24T10:00")
                .drafted("04-26T10:00", "04-28T10:00")
                .replied("04-26T12:00", Side.DEPARTMENT)
                .asOf("04-26T13:00")
                .holds();

        assertThat(holds)
                .containsExactly(
                        hold(HolderRole.ADVOCATE, "advocacy", null, "04-20T09:00", "04-20T10:00", 1),
                        hold(HolderRole.ADVOCATE, "advocacy", "adv-1", "04-20T10:00", "04-20T12:00", 2),
                        hold(HolderRole.ADVOCATE, "advocacy", "adv-2", "04-20T12:00", "04-20T15:00", 3),
                        hold(HolderRole.ADJUDICATOR, "adjudication", null, "04-20T15:00", "04-23T10:00", 19),
                        hold(HolderRole.RESPONDENT, "enforcement", null, "04-23T10:00", "04-24T10:00", 24),
                        hold(HolderRole.ADJUDICATOR, "adjudication", "adj-1", "04-24T10:00", "04-26T10:00", 48),
                        hold(HolderRole.BOTH_SIDES, null, null, "04-26T10:00", "04-26T12:00", 2),
                        new Hold(
                                HolderRole.MERCHANT,
                                Optional.empty(),
                                Optional.empty(),
                                at("04-26T12:00"),
                                Optional.empty(),
                                Optional.of(at("04-28T10:00")),
                                Duration.ofHours(1)));
    }

    @Test
    void a_case_that_has_ended_lies_with_nobody() {
        CaseClocks clocks = Histories.openedByTheMerchant("04-20T09:00")
                .ended(StepKind.WITHDRAWN, "04-20T10:00")
                .asOf("04-26T13:00");

        assertThat(clocks.holder()).isEmpty();
        assertThat(clocks.current()).isEmpty();
        assertThat(clocks.holds()).hasSize(1);
        assertThat(clocks.nextMarkAt()).isEmpty();
    }

    @Test
    void a_calendar_published_while_a_clock_runs_counts_for_the_clocks_that_begin_afterwards() {
        Calendars published = new Calendars(
                BusinessTimeTest.SHANGHAI, List.of(new Published(at("04-27T12:00"), BusinessTimeTest.YEAR_2018)));
        ClockRules rules = new ClockRules(Histories.POLICY, published);
        CaseHistory history = Histories.openedByTheMerchant("04-27T10:00")
                .assigned("04-27T11:00", "ops-1", "adv-1")
                .brief("04-27T13:00")
                .history();
        CaseHistory unanswered = Histories.openedByTheMerchant("04-27T10:00").history();

        // without a calendar Saturday 28 April is off and Monday 30 is worked
        assertThat(only(CaseClocks.of(unanswered, rules, at("04-27T20:00")), ClockKind.FIRST_RESPONSE)
                        .dueAt())
                .contains(at("04-30T10:00"));
        // with it, 28 April, 2, 3, 4 and 7 May are the five days from Friday 27 on
        assertThat(only(CaseClocks.of(history, rules, at("04-27T20:00")), ClockKind.RULING)
                        .dueAt())
                .contains(at("05-07T13:00"));
    }

    @Test
    void other_terms_than_business_days_count_every_day() {
        CasePolicy policy = new CasePolicy(
                Term.parse("PT36H"),
                Term.parse("2B"),
                Term.parse("2B"),
                Term.parse("P5D"),
                new ClockWatch(List.of(100, 25, 25), "advocacy", "adjudication"));
        ClockRules rules = new ClockRules(policy, Histories.CALENDARS);

        Clock clock = only(
                CaseClocks.of(Histories.openedByTheMerchant("04-28T18:00").history(), rules, at("04-29T06:00")),
                ClockKind.FIRST_RESPONSE);

        assertThat(clock.length()).isEqualTo(Duration.ofHours(36));
        assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(12));
        assertThat(clock.dueAt()).contains(at("04-30T06:00"));
        assertThat(clock.marks()).containsExactly(new Mark(25, at("04-29T03:00"), at("04-30T06:00")));
    }

    @Test
    void no_time_at_all_is_up_at_once() {
        CasePolicy policy = new CasePolicy(
                Term.parse("0B"), Term.parse("2B"), Term.parse("2B"), Term.parse("5B"), ClockWatch.DEFAULT);
        Clock clock = only(
                CaseClocks.of(
                        Histories.openedByTheMerchant("04-29T18:00").history(),
                        new ClockRules(policy, Histories.CALENDARS),
                        at("04-29T18:00")),
                ClockKind.FIRST_RESPONSE);

        assertThat(clock.lapsedAt()).contains(at("04-29T18:00"));
    }

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void an_instant_before_the_last_step_is_the_last_step(ClockKind kind) {
        Histories history = Histories.openedByTheMerchant("04-20T09:00")
                .brief("04-20T10:00")
                .claimed("04-23T10:00", "04-25T10:00")
                .answered("04-24T10:00")
                .drafted("04-26T10:00", "04-28T10:00");

        assertThat(only(history.asOf("01-01T00:00"), kind)).isEqualTo(only(history.asOf("04-26T10:00"), kind));
    }

    @Test
    void a_case_that_is_reopened_is_to_be_ruled_anew_by_who_confirmed_it_and_its_answer_stays() {
        Histories closed = Histories.openedByTheMerchant("04-26T10:00")
                .assigned("04-26T11:00", "adv-1", "adv-1")
                .brief("04-26T12:00")
                .claimed("04-26T13:00", "04-28T13:00")
                .answered("04-26T14:00")
                .ruled("04-27T10:00")
                .ended(StepKind.CLOSED, "04-27T11:00");

        CaseClocks proposed = closed.ended(StepKind.REOPENING, "05-02T10:00").asOf("05-02T11:00");
        assertThat(proposed.holder().orElseThrow().role()).isEqualTo(HolderRole.ADJUDICATOR);
        assertThat(proposed.current()).isEmpty();

        CaseClocks reopened = closed.reopened("05-02T12:00", "adj-3").asOf("05-02T15:00");
        assertThat(all(reopened, ClockKind.ANSWER)).hasSize(1);
        assertThat(all(reopened, ClockKind.RULING)).hasSize(2);
        Clock anew = all(reopened, ClockKind.RULING).get(1);
        assertThat(anew.state()).isEqualTo(ClockState.RUNNING);
        assertThat(anew.elapsed()).isEqualTo(Duration.ofHours(3));
        assertThat(reopened.holder().orElseThrow().person()).contains("adj-3");
    }

    @Test
    void a_reopening_that_is_refused_leaves_the_case_with_nobody() {
        CaseClocks refused = Histories.openedByTheMerchant("04-26T10:00")
                .assigned("04-26T11:00", "adv-1", "adv-1")
                .brief("04-26T12:00")
                .ruled("04-27T10:00")
                .ended(StepKind.CLOSED, "04-27T11:00")
                .ended(StepKind.REOPENING, "05-02T10:00")
                .ended(StepKind.REOPENING_REFUSED, "05-02T11:00")
                .asOf("05-02T12:00");

        assertThat(refused.holder()).isEmpty();
    }

    @Test
    void a_case_that_is_continued_lies_where_it_was_when_it_was_taken_back() {
        Histories unbriefed = Histories.openedByTheMerchant("04-26T10:00")
                .assigned("04-26T11:00", "adv-1", "adv-1")
                .ended(StepKind.WITHDRAWN, "04-26T12:00")
                .continued("05-02T10:00", "adv-2");
        Hold advocate = unbriefed.asOf("05-02T11:00").holder().orElseThrow();
        assertThat(advocate.role()).isEqualTo(HolderRole.ADVOCATE);
        assertThat(advocate.person()).contains("adv-2");

        CaseClocks briefed = Histories.openedByTheMerchant("04-26T10:00")
                .assigned("04-26T11:00", "adv-1", "adv-1")
                .brief("04-26T12:00")
                .claimed("04-26T13:00", "04-28T13:00")
                .answered("04-26T14:00")
                .ended(StepKind.WITHDRAWN, "04-26T15:00")
                .continued("05-02T10:00", "adv-2")
                .claimed("05-02T11:00", "05-04T11:00")
                .asOf("05-02T13:00");
        assertThat(all(briefed, ClockKind.ANSWER)).hasSize(1);
        assertThat(all(briefed, ClockKind.RULING)).hasSize(2);
        assertThat(all(briefed, ClockKind.RULING).get(1).elapsed()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void for_every_event_of_a_case_it_is_decided_what_it_means_for_the_clocks() {
        assertThat(Arrays.stream(CaseEvent.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .allMatch(StepKind::decided);
    }

    private static Hold hold(HolderRole role, String team, String person, String from, String to, int hours) {
        return new Hold(
                role,
                Optional.ofNullable(team),
                Optional.ofNullable(person),
                at(from),
                Optional.<Instant>of(at(to)),
                Optional.empty(),
                Duration.ofHours(hours));
    }

    private static List<Clock> all(CaseClocks clocks, ClockKind kind) {
        return clocks.clocks().stream().filter(clock -> clock.kind() == kind).toList();
    }

    private static Clock only(CaseClocks clocks, ClockKind kind) {
        List<Clock> found = all(clocks, kind);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
