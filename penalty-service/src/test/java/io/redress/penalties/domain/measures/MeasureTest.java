package io.redress.penalties.domain.measures;

import static io.redress.penalties.domain.ShopScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.measures.Measure.Confirmation;
import io.redress.penalties.domain.measures.Measure.State;
import io.redress.penalties.domain.rulebook.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The shop is to be hidden for fourteen days from 1 April. */
class MeasureTest {

    private static final InterimRelief REQUEST = new InterimRelief(
            "irl_1",
            "cas_1",
            "adv-1",
            new Text("理由", "grounds"),
            at("2018-04-02"),
            at("2018-04-03"),
            false,
            Optional.empty());

    private final Measure scheduled = new Measure(
            "mea_1",
            "pen_1",
            Optional.of(new Measure.Ground("SERIOUS", 24)),
            "SHOP_HIDDEN",
            OptionalInt.of(14),
            Measure.Origin.IMPOSED,
            State.SCHEDULED,
            false,
            at("2018-04-01"),
            Optional.of(at("2018-04-15")),
            Optional.empty(),
            Optional.empty(),
            Suspension.NONE);

    @Test
    void it_runs_from_when_it_begins_and_not_from_when_it_was_to_begin() {
        Measure late = scheduled.began(at("2018-04-03"));

        assertThat(late.state()).isEqualTo(State.IN_FORCE);
        assertThat(late.begun()).isTrue();
        assertThat(late.startsAt()).isEqualTo(at("2018-04-03"));
        assertThat(late.endsAt()).contains(at("2018-04-17"));
        assertThat(openEnded().began(at("2018-04-03")).endsAt()).isEmpty();
    }

    @Test
    void it_is_lifted_when_it_had_begun_and_reversed_when_it_had_not() {
        assertThat(scheduled.began(at("2018-04-01")).takenBack(at("2018-04-10")).state())
                .isEqualTo(State.LIFTED);
        assertThat(scheduled.takenBack(at("2018-03-31")).state()).isEqualTo(State.REVERSED);
    }

    @Test
    void that_a_ruling_ends_it_stays_with_it_whatever_becomes_of_it() {
        Measure named = scheduled.namedByRuling();

        assertThat(scheduled.byRuling()).isFalse();
        assertThat(named.byRuling()).isTrue();
        assertThat(named.began(at("2018-04-01")).suspended(at("2018-04-05")).resumed(at("2018-04-06")))
                .returns(true, Measure::byRuling);
        assertThat(named.with(REQUEST)
                        .takenBack(at("2018-04-10"))
                        .confirmed(new Confirmation(State.REVERSED, at("2018-04-10"), 1)))
                .returns(true, Measure::byRuling);
    }

    @Test
    void what_ends_it_is_on_record_with_its_instant_and_ends_a_pause() {
        Measure paused = scheduled.began(at("2018-04-01")).suspended(at("2018-04-05"));

        Measure lifted = paused.in(State.LIFTED, at("2018-04-10"));

        assertThat(lifted.state()).isEqualTo(State.LIFTED);
        assertThat(lifted.endedAt()).contains(at("2018-04-10"));
        assertThat(lifted.suspension().pauses())
                .containsExactly(new Pause(at("2018-04-05"), Optional.of(at("2018-04-10"))));
    }

    @Test
    void what_goes_on_has_no_end_and_its_pause_neither() {
        Measure paused = scheduled.began(at("2018-04-01")).suspended(at("2018-04-05"));

        Measure going = paused.in(State.SUSPENDED, at("2018-04-10"));

        assertThat(going.endedAt()).isEmpty();
        assertThat(going.suspension().pauses()).containsExactly(new Pause(at("2018-04-05"), Optional.empty()));
    }

    @Test
    void resumed_it_ends_so_much_later_as_it_was_suspended_each_time() {
        Measure once =
                scheduled.began(at("2018-04-01")).suspended(at("2018-04-05")).resumed(at("2018-04-08"));
        Measure twice = once.suspended(at("2018-04-10")).resumed(at("2018-04-12"));

        assertThat(once.state()).isEqualTo(State.IN_FORCE);
        assertThat(once.endsAt()).contains(at("2018-04-18"));
        assertThat(twice.endsAt()).contains(at("2018-04-20"));
        assertThat(twice.suspension().pauses())
                .containsExactly(
                        new Pause(at("2018-04-05"), Optional.of(at("2018-04-08"))),
                        new Pause(at("2018-04-10"), Optional.of(at("2018-04-12"))));
    }

    @Test
    void one_that_had_not_begun_loses_no_time_by_being_suspended() {
        Measure suspended = scheduled.suspended(at("2018-03-20"));

        assertThat(suspended.state()).isEqualTo(State.SUSPENDED);
        assertThat(suspended.suspension().pauses()).isEmpty();
        assertThat(suspended.resumed(at("2018-03-25")).endsAt()).contains(at("2018-04-15"));
    }

    @Test
    void while_it_is_suspended_nobody_knows_when_it_is_served() {
        Measure running = scheduled.began(at("2018-04-01"));

        assertThat(running.servedAt()).contains(at("2018-04-15"));
        assertThat(running.suspended(at("2018-04-05")).servedAt()).isEmpty();
        assertThat(openEnded().servedAt()).isEmpty();
    }

    @Test
    void a_request_leaves_the_measure_as_it_is() {
        Measure asked = scheduled.began(at("2018-04-01")).with(REQUEST);

        assertThat(asked.state()).isEqualTo(State.IN_FORCE);
        assertThat(asked.endsAt()).contains(at("2018-04-15"));
        assertThat(asked.suspension().relief()).contains(REQUEST);
        assertThat(asked.suspended(at("2018-04-03")).suspension().relief()).contains(REQUEST);
    }

    @Test
    void its_end_is_confirmed_when_the_marketplace_says_the_state_in_which_it_ended() {
        Measure lifted = scheduled.in(State.LIFTED, at("2018-04-10"));
        Measure running = scheduled.began(at("2018-04-01"));

        assertThat(lifted.endConfirmed()).isFalse();
        assertThat(lifted.confirmed(said(State.IN_FORCE)).endConfirmed()).isFalse();
        assertThat(lifted.confirmed(said(State.LIFTED)).endConfirmed()).isTrue();
        assertThat(running.confirmed(said(State.IN_FORCE)).endConfirmed()).isFalse();
        assertThat(running.confirmed(said(State.IN_FORCE)).confirmation()).contains(said(State.IN_FORCE));
    }

    @Test
    void what_has_ended_does_not_bear_on_the_shop_any_more() {
        assertThat(List.of(State.SCHEDULED, State.IN_FORCE, State.SUSPENDED)).allMatch(State::live);
        assertThat(List.of(State.LIFTED, State.SERVED, State.REVERSED)).noneMatch(State::live);
    }

    @Test
    void the_marketplace_has_to_bring_about_what_is_live_in_order_of_the_ids() {
        Measure other = new Measure(
                "mea_0",
                "pen_1",
                Optional.empty(),
                "PAYOUT_HOLD",
                OptionalInt.empty(),
                Measure.Origin.IMPORTED,
                State.IN_FORCE,
                true,
                at("2018-04-01"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Suspension.NONE);

        assertThat(TargetSet.of(3, List.of(scheduled, other)).measures()).containsExactly(other, scheduled);
        assertThat(TargetSet.of(3, List.of(scheduled.in(State.SERVED, at("2018-04-15")), other)))
                .isEqualTo(new TargetSet(3, List.of(other)));
    }

    @Test
    void a_request_is_open_until_it_is_decided_and_silence_decides_without_a_person() {
        InterimRelief lapsed = REQUEST.asLapsed();

        assertThat(REQUEST.state()).isEqualTo(InterimRelief.State.OPEN);
        assertThat(REQUEST.open()).isTrue();
        assertThat(lapsed.state()).isEqualTo(InterimRelief.State.LAPSED);
        assertThat(lapsed.open()).isTrue();
        InterimRelief moot = lapsed.decided(decision(InterimRelief.Outcome.MOOT, Optional.empty()));
        assertThat(moot.state()).isEqualTo(InterimRelief.State.MOOT);
        assertThat(moot.open()).isFalse();
        assertThat(decision(InterimRelief.Outcome.GRANTED, Optional.empty()).bySilence())
                .isTrue();
        assertThat(decision(InterimRelief.Outcome.GRANTED, Optional.of("duty-1"))
                        .bySilence())
                .isFalse();
        assertThat(decision(InterimRelief.Outcome.MOOT, Optional.empty()).bySilence())
                .isFalse();
    }

    private Measure openEnded() {
        return new Measure(
                "mea_1",
                "pen_1",
                scheduled.ground(),
                "LISTINGS_REMOVED",
                OptionalInt.empty(),
                Measure.Origin.IMPOSED,
                State.SCHEDULED,
                false,
                at("2018-04-01"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Suspension.NONE);
    }

    private static Confirmation said(State state) {
        return new Confirmation(state, at("2018-04-10"), 1);
    }

    private static InterimRelief.Decision decision(InterimRelief.Outcome outcome, Optional<String> by) {
        return new InterimRelief.Decision(outcome, by, Optional.empty(), at("2018-04-03"));
    }
}
