package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A measure begins when its start has come, is served when its days are over, and is what the marketplace says. */
class MeasureCourseTest {

    private static final RulingRef RULING = new RulingRef("cas_1", "rul_1");

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_scheduled_measure_begins_at_its_start_and_not_before_and_once() {
        Closures.byTwo(shop);
        String closure = shop.measure("SHOP_CLOSURE").id();

        assertThat(begin(closure, "2018-06-11T23:59:59.999+08:00")).isEmpty();
        assertThat(EventLines.of(begin(closure, "2018-06-12").orElseThrow()))
                .containsExactly("MeasureChanged SHOP_CLOSURE IN_FORCE");
        assertThat(begin(closure, "2018-06-12").orElseThrow().events().get(0).subject())
                .isEqualTo(closure);
        shop.take(begin(closure, "2018-06-13"));
        assertThat(shop.measure("SHOP_CLOSURE").startsAt())
                .as("it began when the shop was closed, not when that was due")
                .isEqualTo(at("2018-06-13"));
        assertThat(begin(closure, "2018-06-14")).isEmpty();
        assertThat(begin("mea_elsewhere", "2018-06-14")).isEmpty();
    }

    @Test
    void a_closure_whose_start_comes_while_a_case_is_open_waits_for_the_ruling() {
        String second = Closures.byTwo(shop);
        Measure closure = shop.measure("SHOP_CLOSURE");
        ShopDraft draft = new ShopDraft(shop.file(), shop.ids());
        draft.put(shop.penalty(second).change(change -> change.appeal(Optional.of("cas_1"))));
        shop.take(Optional.of(draft.change()));

        shop.take(begin(closure.id(), "2018-06-12"));

        assertThat(shop.measure("SHOP_CLOSURE").state()).isEqualTo(Measure.State.SUSPENDED);
        assertThat(shop.measure("SHOP_CLOSURE").begun()).isFalse();
    }

    @Test
    void a_measure_is_served_at_the_end_of_its_days_and_the_penalty_with_the_last_of_them() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        String hidden = shop.measure("SHOP_HIDDEN").id();
        String ban = shop.measure("PROMOTION_BAN").id();

        assertThat(serve(hidden, "2018-04-14T23:59:59.999+08:00")).isEmpty();
        assertThat(EventLines.of(serve(hidden, "2018-04-15").orElseThrow()))
                .containsExactly("MeasureChanged SHOP_HIDDEN SERVED");
        shop.serve(hidden, "2018-04-15");
        assertThat(shop.measure("SHOP_HIDDEN").endedAt()).contains(at("2018-04-15"));
        assertThat(serve(hidden, "2018-04-16")).as("a second time").isEmpty();
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);

        assertThat(EventLines.of(serve(ban, "2018-05-01").orElseThrow()))
                .containsExactly("MeasureChanged PROMOTION_BAN SERVED", "PenaltyServed " + id + " SERVED 24");
    }

    @Test
    void a_penalty_of_which_no_point_counts_expires_behind_its_last_measure() {
        String id = shop.inForce("2018-12-30", charge("S-03", "l-1", "2018-03-01", 12, "volume"));

        assertThat(EventLines.of(serve(shop.measure("NEW_LISTING_BAN").id(), "2019-01-06")
                        .orElseThrow()))
                .containsExactly(
                        "MeasureChanged NEW_LISTING_BAN SERVED",
                        "PenaltyServed " + id + " SERVED 12",
                        "PenaltyExpired " + id + " EXPIRED 12");
    }

    @Test
    void a_measure_without_an_end_is_never_served_and_nothing_is_that_is_not_there() {
        shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));

        assertThat(serve(shop.measure("LISTINGS_REMOVED").id(), "2030-01-01")).isEmpty();
        assertThat(serve("mea_elsewhere", "2030-01-01")).isEmpty();
    }

    @Test
    void what_the_marketplace_confirms_is_kept_and_changes_no_state() {
        shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));

        ShopChange change = confirm(confirmation(Measure.State.IN_FORCE, "2018-04-01", 1), List.of())
                .orElseThrow();

        assertThat(EventLines.of(change)).containsExactly("MeasureConfirmed PROMOTION_BAN IN_FORCE");
        assertThat(change.after().targetVersion())
                .as("no new version of the target set")
                .isEqualTo(1);
        Measure ban = change.after().measures().get(0);
        assertThat(ban.confirmation()).contains(confirmation(Measure.State.IN_FORCE, "2018-04-01", 1));
        assertThat(ban.state()).isEqualTo(Measure.State.IN_FORCE);
    }

    @Test
    void a_confirmation_of_an_older_version_and_the_same_one_again_are_old_news() {
        shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        shop.take(confirm(confirmation(Measure.State.IN_FORCE, "2018-04-01", 3), List.of()));

        assertThat(confirm(confirmation(Measure.State.IN_FORCE, "2018-04-02", 2), List.of()))
                .isEmpty();
        assertThat(confirm(confirmation(Measure.State.IN_FORCE, "2018-04-01", 3), List.of()))
                .isEmpty();
        assertThat(confirm(confirmation(Measure.State.IN_FORCE, "2018-04-02", 3), List.of()))
                .isPresent();
        assertThat(confirm(confirmation(Measure.State.IN_FORCE, "2018-04-02", 4), List.of()))
                .isPresent();
    }

    @Test
    void the_lines_that_waited_are_answered_when_the_end_is_confirmed_and_not_with_another_state() {
        String id = shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        shop.rule(id, 6, "2018-04-02");
        String ban = shop.measure("PROMOTION_BAN").id();
        List<EffectLine> waiting =
                List.of(new EffectLine.MeasureState("eff_1", RULING, ban, Measure.State.LIFTED, false));

        assertThat(EventLines.of(confirm(confirmation(Measure.State.IN_FORCE, "2018-04-02", 2), waiting)
                        .orElseThrow()))
                .containsExactly("MeasureConfirmed PROMOTION_BAN LIFTED");
        ShopChange confirmed = confirm(confirmation(Measure.State.LIFTED, "2018-04-02", 2), waiting)
                .orElseThrow();
        assertThat(EventLines.of(confirmed))
                .containsExactly("MeasureConfirmed PROMOTION_BAN LIFTED", "EffectAnswered " + ban + " APPLIED");
        assertThat(((ShopEvent.EffectAnswered) confirmed.events().get(1)).line())
                .isEqualTo(waiting.get(0));
    }

    @Test
    void a_running_measure_that_is_confirmed_answers_nothing() {
        shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        String ban = shop.measure("PROMOTION_BAN").id();

        assertThat(EventLines.of(confirm(
                                confirmation(Measure.State.IN_FORCE, "2018-04-01", 1),
                                List.of(new EffectLine.MeasureState("eff_1", RULING, ban, Measure.State.LIFTED, false)))
                        .orElseThrow()))
                .containsExactly("MeasureConfirmed PROMOTION_BAN IN_FORCE");
    }

    private Optional<ShopChange> begin(String measureId, String now) {
        return MeasureCourse.begin(shop.file(), measureId, shop.ids(), at(now));
    }

    private Optional<ShopChange> serve(String measureId, String now) {
        return MeasureCourse.serve(shop.file(), measureId, shop.ids(), at(now));
    }

    private static Measure.Confirmation confirmation(Measure.State state, String at, long version) {
        return new Measure.Confirmation(state, at(at), version);
    }

    private Optional<ShopChange> confirm(Measure.Confirmation confirmation, List<EffectLine> waiting) {
        return MeasureCourse.confirm(shop.file(), shop.measure("PROMOTION_BAN"), confirmation, waiting, shop.ids());
    }
}
