package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.points.Entry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What happens, in order, when a penalty enters into force, and what keeps it from doing so. */
class EnteringIntoForceTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void the_stored_statement_brings_points_then_the_threshold_then_its_measures() {
        String id = shop.propose("2018-04-19", charge("S-02", "l-1", "2018-03-01"));

        ShopChange change = stored(id, statement(id), "2018-04-20").orElseThrow();

        assertThat(EventLines.of(change))
                .containsExactly(
                        "StatementStored " + id + " PROPOSED 24",
                        "PenaltyInForce " + id + " IN_FORCE 24",
                        "ThresholdReached s-1:SERIOUS 24 with 24",
                        "MeasureChanged SHOP_HIDDEN IN_FORCE",
                        "MeasureChanged PROMOTION_BAN IN_FORCE");
        assertThat(change.after()
                        .penalty(id)
                        .orElseThrow()
                        .statement()
                        .orElseThrow()
                        .storedAt())
                .contains(at("2018-04-20"));
        ShopEvent.ThresholdReached reached =
                (ShopEvent.ThresholdReached) change.events().get(2);
        assertThat(reached.bucket()).isEqualTo("SERIOUS");
        assertThat(reached.measureIds())
                .isEqualTo(change.after().measures().stream().map(Measure::id).toList())
                .hasSize(2);
    }

    @Test
    void a_statement_of_another_penalty_or_stored_before_is_old_news() {
        String id = shop.propose("2018-04-19", charge("S-02", "l-1", "2018-03-01"));
        String statement = statement(id);

        assertThat(stored("pen_elsewhere", statement, "2018-04-20")).isEmpty();
        assertThat(stored(id, "sta_elsewhere", "2018-04-20")).isEmpty();
        shop.take(stored(id, statement, "2018-04-20"));
        assertThat(stored(id, statement, "2018-04-21")).isEmpty();
    }

    @Test
    void a_window_that_is_over_brings_nothing_where_nothing_waits_for_it() {
        String id = shop.propose("2018-04-19", charge("S-02", "l-1", "2018-03-01"));

        assertThat(windowOver("pen_elsewhere", "2018-04-20")).isEmpty();
        assertThat(windowOver(id, "2018-04-20"))
                .as("its statement is not stored")
                .isEmpty();
        shop.store(id, "2018-04-20");
        assertThat(windowOver(id, "2018-04-21")).as("it is in force").isEmpty();
    }

    @Test
    void the_window_is_over_at_its_last_instant_and_not_before() {
        String id = shop.propose("2018-04-19", charge("G-01", "l-1", "2018-03-01"));
        shop.store(id, "2018-04-19");

        assertThat(windowOver(id, "2018-04-21T23:59:59.999+08:00")).isEmpty();
        assertThat(EventLines.of(windowOver(id, "2018-04-22").orElseThrow()))
                .containsExactly("PenaltyInForce " + id + " IN_FORCE 3");
    }

    @Test
    void each_violation_that_carries_points_is_booked_with_them_from_the_instant_it_entered_into_force() {
        String id = shop.propose(
                "2018-04-19",
                charge("C-01", "l-1", "2018-03-01"),
                charge("S-01", "l-2", "2018-03-01", 6, "danger"),
                charge("C-02", "l-3", "2018-03-01"));

        ShopChange change = stored(id, statement(id), "2018-04-20").orElseThrow();

        assertThat(change.entries()).hasSize(1);
        Entry entry = change.entries().get(0);
        assertThat(entry.id()).startsWith("ent_");
        assertThat(entry.bucket()).isEqualTo("COUNTERFEIT");
        assertThat(entry.penaltyId()).isEqualTo(id);
        assertThat(entry.violationId())
                .isEqualTo(change.after()
                        .penalty(id)
                        .orElseThrow()
                        .violations()
                        .get(0)
                        .id());
        assertThat(entry.kind()).isEqualTo(Entry.Kind.BOOKING);
        assertThat(entry.points()).isEqualTo(24);
        assertThat(entry.effectiveAt()).isEqualTo(at("2018-04-20"));
        assertThat(entry.knownAt()).isEqualTo(at("2018-04-20"));
        assertThat(change.after().entries()).containsExactly(entry);
    }

    @Test
    void penalties_are_booked_one_after_the_other() {
        String first = shop.propose("2018-04-18", charge("G-03", "l-0", "2018-03-01"));
        shop.store(first, "2018-04-18");
        String second = shop.inForce("2018-04-19", charge("S-02", "l-1", "2018-03-01"));
        shop.windowOver(first, "2018-04-21");

        assertThat(shop.penalty(second).booking()).hasValue(1);
        assertThat(shop.penalty(first).booking()).hasValue(2);
        assertThat(shop.penalty(first).effectiveAt()).contains(at("2018-04-21"));
    }

    @Test
    void what_the_decision_still_carries_is_decided_by_the_order_of_booking_and_not_of_proposal() {
        String first = shop.propose("2018-04-18", charge("S-01", "l-0", "2018-03-01", 20, "danger"));
        String second = shop.propose("2018-04-19", charge("S-02", "l-1", "2018-03-01"));
        assertThat(shop.penalty(second).points())
                .as("20 of 24 are foretold to the first")
                .isEqualTo(4);

        shop.store(second, "2018-04-19");
        shop.store(first, "2018-04-19");

        assertThat(shop.penalty(second).points()).isEqualTo(24);
        assertThat(shop.penalty(first).points()).isZero();
        assertThat(shop.tally("SERIOUS", "2018-04-19")).isEqualTo(24);
    }

    @Test
    void one_that_would_now_close_the_shop_is_held_instead_and_says_so() {
        String first = shop.propose("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-01");
        String second = shop.propose("2018-04-10", charge("C-01", "l-2", "2018-04-05"));
        shop.store(first, "2018-04-11");

        ShopChange change = stored(second, statement(second), "2018-04-11").orElseThrow();

        assertThat(EventLines.of(change))
                .containsExactly("StatementStored " + second + " PROPOSED 24", "PenaltyHeld " + second + " HELD 24");
        assertThat(change.after().penalty(second).orElseThrow().highImpact()).isTrue();
        assertThat(change.entries()).isEmpty();
    }

    @Test
    void one_that_a_second_person_approved_is_not_held_again() {
        String id = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        shop.approve(id, "enf-lead", "2018-04-02");
        shop.store(id, "2018-04-02");

        shop.windowOver(id, "2018-05-02");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(EventLines.of(shop.events()))
                .endsWith(
                        "PenaltyInForce " + id + " IN_FORCE 48",
                        "ThresholdReached s-1:COUNTERFEIT 48 with 48",
                        "MeasureChanged SHOP_CLOSURE IN_FORCE");
    }

    @Test
    void a_closure_that_an_open_appeal_keeps_from_beginning_is_scheduled_and_suspended() {
        String id = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        shop.approve(id, "enf-lead", "2018-04-02");
        shop.store(id, "2018-04-02");
        shop.take(Appeal.opened(shop.file(), id, "cas_1", shop.ids(), at("2018-04-20")));

        assertThat(EventLines.of(windowOver(id, "2018-05-02").orElseThrow()))
                .containsExactly(
                        "PenaltyInForce " + id + " IN_FORCE 48",
                        "ThresholdReached s-1:COUNTERFEIT 48 with 48",
                        "MeasureChanged SHOP_CLOSURE SCHEDULED",
                        "MeasureChanged SHOP_CLOSURE SUSPENDED");
    }

    @Test
    void an_open_appeal_keeps_no_measure_of_another_kind_from_beginning() {
        String id = shop.propose("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        shop.take(Appeal.opened(shop.file(), id, "cas_1", shop.ids(), at("2018-04-02")));

        shop.store(id, "2018-04-03");

        assertThat(shop.measures()).containsExactly("PROMOTION_BAN IN_FORCE", "SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void an_import_counts_from_when_it_came_into_force_and_fires_no_threshold() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 24, "PAYOUT_HOLD", OptionalInt.of(30));

        assertThat(EventLines.of(shop.events()))
                .endsWith("PenaltyInForce " + id + " IN_FORCE 24", "MeasureChanged PAYOUT_HOLD IN_FORCE");
        assertThat(shop.penalty(id).effectiveAt()).contains(at("2018-04-01"));
        assertThat(shop.file().entries()).extracting(Entry::effectiveAt).containsExactly(at("2018-04-01"));
        assertThat(shop.file().entries()).extracting(Entry::knownAt).containsExactly(at("2018-04-20"));
        Measure hold = shop.measure("PAYOUT_HOLD");
        assertThat(hold.origin()).isEqualTo(Measure.Origin.IMPORTED);
        assertThat(hold.startsAt()).isEqualTo(at("2018-04-01"));
        assertThat(hold.endsAt()).contains(at("2018-05-01"));
        assertThat(hold.endedAt()).isEmpty();
        assertThat(hold.begun()).isTrue();
    }

    @Test
    void an_imported_measure_whose_days_are_over_is_served_from_its_last_instant_on() {
        shop.imported("2018-04-20", "2018-04-06", "C-02", 24, "SHOP_HIDDEN", OptionalInt.of(14));
        ShopScenario other = new ShopScenario();
        other.imported("2018-04-20", "2018-04-06", "C-02", 24, "SHOP_HIDDEN", OptionalInt.of(15));

        assertThat(shop.measures()).containsExactly("SHOP_HIDDEN SERVED");
        assertThat(shop.measure("SHOP_HIDDEN").endedAt()).contains(at("2018-04-20"));
        assertThat(other.measures()).containsExactly("SHOP_HIDDEN IN_FORCE");
    }

    @Test
    void each_change_of_measures_gives_the_whole_target_set_under_the_next_version() {
        String id = shop.propose("2018-04-19", charge("S-02", "l-1", "2018-03-01"));
        assertThat(shop.file().targetVersion()).as("no measure has changed").isZero();

        shop.store(id, "2018-04-20");

        assertThat(shop.file().targetVersion()).isEqualTo(1);
        List<ShopEvent.MeasureChanged> changed = shop.events().stream()
                .filter(ShopEvent.MeasureChanged.class::isInstance)
                .map(ShopEvent.MeasureChanged.class::cast)
                .toList();
        assertThat(changed).hasSize(2).allSatisfy(event -> {
            assertThat(event.target().version()).isEqualTo(1);
            assertThat(event.target().measures())
                    .extracting(Measure::kind)
                    .containsExactlyInAnyOrder("SHOP_HIDDEN", "PROMOTION_BAN");
        });
    }

    private String statement(String penaltyId) {
        return shop.penalty(penaltyId).statement().map(Statement::id).orElseThrow();
    }

    private Optional<ShopChange> stored(String penaltyId, String statementId, String now) {
        return EnteringIntoForce.statementStored(shop.file(), penaltyId, statementId, shop.ids(), at(now));
    }

    private Optional<ShopChange> windowOver(String penaltyId, String now) {
        return EnteringIntoForce.windowOver(shop.file(), penaltyId, shop.ids(), at(now));
    }
}
