package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Appeal;
import io.redress.penalties.domain.shop.MeasureCourse;
import io.redress.penalties.domain.shop.MeasureRelief;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A measure is suspended until the case has ended, and then goes on with what is left of it. */
class InterimReliefTest {

    private static final Text GROUNDS = new Text("理由", "grounds");

    private final ShopScenario shop = new ShopScenario();
    /** 24 points: the shop is hidden for 14 days and banned from promotions for 30, both from 1 April. */
    private final String penalty = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

    private final Measure hidden = shop.measure("SHOP_HIDDEN");

    @Test
    void a_suspended_measure_goes_on_for_the_days_not_yet_served_when_the_case_has_ended() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));
        shop.taken(decide(InterimRelief.Outcome.GRANTED, "duty-1", "2018-04-05"));
        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN SUSPENDED");
        assertThat(hidden().servedAt()).isEmpty();
        assertThat(MeasureCourse.serve(shop.file(), hidden.id(), shop.ids(), at("2018-04-15")))
                .isEmpty();

        shop.take(Appeal.ended(shop.file(), penalty, "cas_1", shop.ids(), at("2018-04-25")));

        assertThat(hidden().state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(hidden().servedAt())
                .as("4 days served, 10 left from 25 April")
                .contains(at("2018-05-05"));
        shop.serve(hidden.id(), "2018-05-04");
        assertThat(hidden().state()).isEqualTo(Measure.State.IN_FORCE);
        shop.serve(hidden.id(), "2018-05-05");
        assertThat(hidden().state()).isEqualTo(Measure.State.SERVED);
    }

    @Test
    void a_ruling_that_overturns_lifts_a_suspended_measure() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));
        shop.taken(decide(InterimRelief.Outcome.GRANTED, "duty-1", "2018-04-05"));

        shop.rule(penalty, 0, "2018-04-25");

        assertThat(shop.measures()).containsExactly("PROMOTION_BAN LIFTED", "SHOP_HIDDEN LIFTED");
        assertThat(hidden().suspension().pauses().get(0).until()).contains(at("2018-04-25"));
    }

    @Test
    void the_time_of_a_pause_does_not_count_as_served() {
        ShopScenario closed = new ShopScenario();
        String id = closed.imported("2018-04-20", "2018-04-19", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());
        closed.take(Appeal.opened(closed.file(), id, "cas_1", closed.ids(), at("2018-04-20")));
        closed.taken(MeasureRelief.ask(
                closed.file(), closed.measure("SHOP_CLOSURE"), request("cas_1"), closed.ids(), at("2018-04-20")));
        closed.taken(MeasureRelief.decide(
                closed.file(),
                closed.measure("SHOP_CLOSURE"),
                decision(InterimRelief.Outcome.GRANTED, "duty-1", "2018-04-21"),
                closed.ids()));

        closed.rule(id, 24, "2018-05-01");

        assertThat(closed.measure("SHOP_HIDDEN").servedAt())
                .as("2 days of 14 served by 21 April, 12 left from 1 May")
                .contains(at("2018-05-13"));
    }

    @Test
    void silence_grants_what_would_be_served_before_the_ruling() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));
        assertThat(relief().decideBy()).isEqualTo(at("2018-04-04"));
        assertThat(MeasureRelief.silence(
                        shop.file(), hidden.id(), Optional.empty(), shop.ids(), at("2018-04-03T23:59:59+08:00")))
                .isEmpty();

        shop.take(silence(Optional.empty(), "2018-04-04"));

        assertThat(hidden().state()).isEqualTo(Measure.State.SUSPENDED);
        assertThat(relief().decision().orElseThrow().bySilence()).isTrue();
    }

    @Test
    void silence_lapses_where_the_ruling_comes_first_and_it_can_still_be_decided() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));

        shop.take(silence(Optional.of(at("2018-04-14")), "2018-04-04"));

        assertThat(hidden().state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(relief().state()).isEqualTo(InterimRelief.State.LAPSED);
        assertThat(silence(Optional.of(at("2018-04-14")), "2018-04-05")).isEmpty();
        shop.taken(decide(InterimRelief.Outcome.GRANTED, "duty-1", "2018-04-06"));
        assertThat(hidden().state()).isEqualTo(Measure.State.SUSPENDED);
    }

    @Test
    void silence_grants_a_measure_that_ends_with_the_replies_to_the_draft() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));

        shop.take(silence(Optional.of(at("2018-04-15")), "2018-04-04"));

        assertThat(hidden().state()).isEqualTo(Measure.State.SUSPENDED);
    }

    @Test
    void silence_noticed_after_the_measure_is_over_leaves_it_served() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));

        assertThat(silence(Optional.empty(), "2018-04-15")).isEmpty();
        shop.serve(hidden.id(), "2018-04-15");

        assertThat(hidden().state()).isEqualTo(Measure.State.SERVED);
        assertThat(relief().state()).isEqualTo(InterimRelief.State.MOOT);
    }

    @Test
    void silence_never_grants_a_measure_without_an_end() {
        ShopScenario closed = new ShopScenario();
        String id = closed.imported("2018-04-20", "2018-04-19", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());
        closed.take(Appeal.opened(closed.file(), id, "cas_1", closed.ids(), at("2018-04-20")));
        Measure closure = closed.measure("SHOP_CLOSURE");
        closed.taken(MeasureRelief.ask(closed.file(), closure, request("cas_1"), closed.ids(), at("2018-04-20")));

        closed.take(
                MeasureRelief.silence(closed.file(), closure.id(), Optional.empty(), closed.ids(), at("2018-04-21")));

        assertThat(closed.measures()).containsExactly("SHOP_CLOSURE IN_FORCE");
        assertThat(closed.events()).anyMatch(ShopEvent.InterimReliefLapsed.class::isInstance);
    }

    @Test
    void the_clock_leaves_half_of_a_measure_that_is_nearly_served() {
        appeal("2018-04-14T12:00:00+08:00");

        shop.taken(ask(hidden, "2018-04-14T12:00:00+08:00"));

        assertThat(relief().decideBy()).as("12 hours are left").isEqualTo(at("2018-04-14T18:00:00+08:00"));
    }

    @Test
    void what_goes_on_during_an_appeal_is_not_suspended_by_order() {
        appeal("2018-04-03");

        assertThat(code(ask(shop.measure("PROMOTION_BAN"), "2018-04-03")))
                .isEqualTo(PenaltyRefusal.RELIEF_NOT_AVAILABLE);
    }

    @Test
    void relief_is_asked_for_once_in_a_case_and_not_from_what_has_ended() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));
        assertThat(code(ask(hidden(), "2018-04-03"))).isEqualTo(PenaltyRefusal.DUPLICATE);
        shop.taken(decide(InterimRelief.Outcome.REFUSED, "duty-1", "2018-04-03"));
        assertThat(hidden().state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(code(ask(hidden(), "2018-04-04"))).isEqualTo(PenaltyRefusal.DUPLICATE);
        assertThat(code(decide(InterimRelief.Outcome.GRANTED, "duty-1", "2018-04-05")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);

        shop.serve(hidden.id(), "2018-04-15");
        assertThat(code(MeasureRelief.ask(shop.file(), hidden(), request("cas_2"), shop.ids(), at("2018-04-16"))))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void whoever_had_a_part_in_it_does_not_decide() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));

        assertThat(code(decide(InterimRelief.Outcome.GRANTED, "enf-1", "2018-04-03")))
                .as("the proposer")
                .isEqualTo(PenaltyRefusal.OWN_CAUSE);
        assertThat(code(decide(InterimRelief.Outcome.GRANTED, "adv-1", "2018-04-03")))
                .as("the advocate")
                .isEqualTo(PenaltyRefusal.OWN_CAUSE);
    }

    @Test
    void a_request_is_moot_when_the_measure_or_the_case_has_ended() {
        appeal("2018-04-03");
        shop.taken(ask(hidden, "2018-04-03"));

        shop.take(Appeal.ended(shop.file(), penalty, "cas_1", shop.ids(), at("2018-04-03")));

        assertThat(relief().state()).isEqualTo(InterimRelief.State.MOOT);
        assertThat(hidden().state()).isEqualTo(Measure.State.IN_FORCE);
        assertThat(silence(Optional.empty(), "2018-04-04")).isEmpty();
        appeal("2018-04-06", "cas_2");
        shop.taken(MeasureRelief.ask(shop.file(), hidden(), request("cas_2"), shop.ids(), at("2018-04-06")));
        shop.serve(hidden.id(), "2018-04-15");
        assertThat(relief().state()).isEqualTo(InterimRelief.State.MOOT);
        assertThat(shop.penalty(penalty).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    private void appeal(String now) {
        appeal(now, "cas_1");
    }

    private void appeal(String now, String caseId) {
        shop.take(Appeal.opened(shop.file(), penalty, caseId, shop.ids(), at(now)));
    }

    private static MeasureRelief.Request request(String caseId) {
        return new MeasureRelief.Request(caseId, "adv-1", GROUNDS);
    }

    private Outcome<ShopChange> ask(Measure measure, String now) {
        return MeasureRelief.ask(shop.file(), measure, request("cas_1"), shop.ids(), at(now));
    }

    private Outcome<ShopChange> decide(InterimRelief.Outcome outcome, String by, String now) {
        return MeasureRelief.decide(shop.file(), hidden(), decision(outcome, by, now), shop.ids());
    }

    private static InterimRelief.Decision decision(InterimRelief.Outcome outcome, String by, String now) {
        return new InterimRelief.Decision(outcome, Optional.of(by), Optional.of(GROUNDS), at(now));
    }

    private Optional<ShopChange> silence(Optional<Instant> rulingBy, String now) {
        return MeasureRelief.silence(shop.file(), hidden.id(), rulingBy, shop.ids(), at(now));
    }

    private Measure hidden() {
        return shop.file().measure(hidden.id()).orElseThrow();
    }

    private InterimRelief relief() {
        return hidden().suspension().relief().orElseThrow();
    }

    private static Object code(Outcome<ShopChange> outcome) {
        return ((Outcome.Refused<ShopChange>) outcome).refusal().code();
    }
}
