package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.Suspension;
import io.redress.penalties.domain.rulebook.Text;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is told of a request for interim relief, and how long its clock runs. */
class MeasureReliefTest {

    private static final Text WORDS = new Text("理由", "grounds");

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_request_is_told_and_leaves_the_measure_in_force() {
        shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));

        ShopChange change = ask(shop.measure("SHOP_HIDDEN"), "2018-04-03");

        assertThat(EventLines.of(change)).containsExactly("InterimReliefAsked SHOP_HIDDEN IN_FORCE");
        InterimRelief asked = ((ShopEvent.InterimReliefAsked) change.events().get(0)).relief();
        assertThat(asked.id()).startsWith("rel_");
        assertThat(asked.askedAt()).isEqualTo(at("2018-04-03"));
        assertThat(asked.decideBy()).isEqualTo(at("2018-04-04"));
        assertThat(change.after().targetVersion()).isEqualTo(1);
    }

    @Test
    void a_decision_is_told_and_then_what_it_does_to_the_measure() {
        shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.take(Optional.of(ask(shop.measure("SHOP_HIDDEN"), "2018-04-03")));

        assertThat(EventLines.of(decide(InterimRelief.Outcome.REFUSED)))
                .containsExactly("InterimReliefDecided SHOP_HIDDEN IN_FORCE");
        assertThat(EventLines.of(decide(InterimRelief.Outcome.GRANTED)))
                .containsExactly("InterimReliefDecided SHOP_HIDDEN IN_FORCE", "MeasureChanged SHOP_HIDDEN SUSPENDED");
    }

    @Test
    void a_request_that_a_ruling_leaves_without_its_measure_is_closed_before_the_measure_ends() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.take(Optional.of(ask(shop.measure("SHOP_HIDDEN"), "2018-04-03")));

        shop.rule(id, 0, "2018-04-04");

        assertThat(EventLines.of(shop.events()))
                .containsSubsequence("InterimReliefClosed SHOP_HIDDEN LIFTED", "MeasureChanged SHOP_HIDDEN LIFTED");
    }

    @Test
    void the_clock_of_a_measure_without_an_end_is_the_rulebooks_whether_it_has_begun_or_not() {
        Closures.byTwo(shop);

        ShopChange change = ask(shop.measure("SHOP_CLOSURE"), "2018-05-20");

        assertThat(((ShopEvent.InterimReliefAsked) change.events().get(0))
                        .relief()
                        .decideBy())
                .isEqualTo(at("2018-05-21"));
    }

    @Test
    void a_measure_that_has_not_begun_is_taken_to_run_its_days_from_its_start() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        ShopDraft draft = new ShopDraft(shop.file(), shop.ids());
        draft.put(new Measure(
                "mea_due",
                id,
                Optional.empty(),
                "PAYOUT_HOLD",
                OptionalInt.of(1),
                Measure.Origin.IMPOSED,
                Measure.State.SCHEDULED,
                false,
                at("2018-04-03T12:00:00+08:00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Suspension.NONE));
        shop.take(Optional.of(draft.change()));

        ShopChange change = ask(shop.measure("PAYOUT_HOLD"), "2018-04-03");

        assertThat(((ShopEvent.InterimReliefAsked) change.events().get(0))
                        .relief()
                        .decideBy())
                .as("half of the 36 hours until it would be served")
                .isEqualTo(at("2018-04-03T18:00:00+08:00"));
    }

    private ShopChange ask(Measure measure, String now) {
        return done(MeasureRelief.ask(
                shop.file(), measure, new MeasureRelief.Request("cas_1", "adv-1", WORDS), shop.ids(), at(now)));
    }

    private ShopChange decide(InterimRelief.Outcome outcome) {
        return done(MeasureRelief.decide(
                shop.file(),
                shop.measure("SHOP_HIDDEN"),
                new InterimRelief.Decision(outcome, Optional.of("duty-1"), Optional.of(WORDS), at("2018-04-03")),
                shop.ids()));
    }

    private static ShopChange done(Outcome<ShopChange> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<ShopChange>) outcome).value();
    }
}
