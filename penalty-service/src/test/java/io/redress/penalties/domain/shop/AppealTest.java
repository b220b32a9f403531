package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.rulebook.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An open case keeps a closure from beginning; when it ends, what waited goes on. */
class AppealTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_case_is_opened_once_and_suspends_what_has_not_begun_and_waits_for_rulings() {
        String second = Closures.byTwo(shop);

        ShopChange change = opened(second, "cas_1", "2018-05-20").orElseThrow();

        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyAppealOpened " + second + " IN_FORCE 24", "MeasureChanged SHOP_CLOSURE SUSPENDED");
        assertThat(((ShopEvent.PenaltyAppealOpened) change.events().get(0)).caseId())
                .isEqualTo("cas_1");
        shop.take(Optional.of(change));
        assertThat(shop.penalty(second).appealCaseId()).contains("cas_1");
        assertThat(opened(second, "cas_1", "2018-05-21")).as("a second time").isEmpty();
        assertThat(opened("pen_elsewhere", "cas_1", "2018-05-21")).isEmpty();
        assertThat(opened(second, "cas_2", "2018-05-21")).isPresent();
    }

    @Test
    void a_measure_in_force_and_one_of_another_penalty_go_on_during_a_case() {
        Closures.byTwo(shop);
        String first = shop.file().penalties().get(0).id();

        assertThat(EventLines.of(opened(first, "cas_1", "2018-05-20").orElseThrow()))
                .containsExactly("PenaltyAppealOpened " + first + " IN_FORCE 24");
    }

    @Test
    void a_closure_in_force_goes_on_during_a_case() {
        String second = Closures.byTwo(shop);
        shop.take(MeasureCourse.begin(shop.file(), shop.measure("SHOP_CLOSURE").id(), shop.ids(), at("2018-06-12")));

        assertThat(EventLines.of(opened(second, "cas_1", "2018-06-13").orElseThrow()))
                .containsExactly("PenaltyAppealOpened " + second + " IN_FORCE 24");
    }

    @Test
    void a_closure_that_waited_is_due_again_when_the_case_ends_before_its_start() {
        String second = Closures.byTwo(shop);
        shop.take(opened(second, "cas_1", "2018-05-20"));

        assertThat(EventLines.of(
                        ended(second, "cas_1", "2018-06-11T23:59:59.999+08:00").orElseThrow()))
                .containsExactly(
                        "PenaltyAppealEnded " + second + " IN_FORCE 24", "MeasureChanged SHOP_CLOSURE SCHEDULED");
        shop.take(ended(second, "cas_1", "2018-06-01"));
        assertThat(shop.measure("SHOP_CLOSURE").startsAt()).isEqualTo(at("2018-06-12"));
        assertThat(shop.penalty(second).appealCaseId()).isEmpty();
    }

    @Test
    void a_closure_that_waited_beyond_its_start_begins_when_the_case_ends() {
        String second = Closures.byTwo(shop);
        shop.take(opened(second, "cas_1", "2018-05-20"));

        assertThat(EventLines.of(ended(second, "cas_1", "2018-06-12").orElseThrow()))
                .containsExactly(
                        "PenaltyAppealEnded " + second + " IN_FORCE 24", "MeasureChanged SHOP_CLOSURE IN_FORCE");
        shop.take(ended(second, "cas_1", "2018-06-20"));
        assertThat(shop.measure("SHOP_CLOSURE").startsAt()).isEqualTo(at("2018-06-20"));
    }

    @Test
    void only_the_case_that_is_open_ends() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        assertThat(ended(id, "cas_1", "2018-04-02")).isEmpty();
        shop.take(opened(id, "cas_1", "2018-04-02"));

        assertThat(ended(id, "cas_2", "2018-04-03")).isEmpty();
        assertThat(ended("pen_elsewhere", "cas_1", "2018-04-03")).isEmpty();
        ShopChange change = ended(id, "cas_1", "2018-04-03").orElseThrow();
        assertThat(EventLines.of(change)).containsExactly("PenaltyAppealEnded " + id + " IN_FORCE 24");
        assertThat(((ShopEvent.PenaltyAppealEnded) change.events().get(0)).caseId())
                .isEqualTo("cas_1");
    }

    @Test
    void a_request_for_relief_ends_with_the_case_and_is_told_before_the_measure_goes_on() {
        String id = shop.inForce("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
        Measure hidden = shop.measure("SHOP_HIDDEN");
        shop.take(opened(id, "cas_1", "2018-04-02"));
        shop.taken(MeasureRelief.ask(
                shop.file(),
                hidden,
                new MeasureRelief.Request("cas_1", "adv-1", new Text("理由", "grounds")),
                shop.ids(),
                at("2018-04-03")));

        ShopChange change = ended(id, "cas_1", "2018-04-04").orElseThrow();

        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyAppealEnded " + id + " IN_FORCE 24", "InterimReliefClosed SHOP_HIDDEN IN_FORCE");
        InterimRelief closed = ((ShopEvent.InterimReliefClosed) change.events().get(1)).relief();
        assertThat(closed.state()).isEqualTo(InterimRelief.State.MOOT);
        assertThat(closed.decision().orElseThrow().decidedAt()).isEqualTo(at("2018-04-04"));
        assertThat(change.after()
                        .measure(hidden.id())
                        .orElseThrow()
                        .suspension()
                        .relief())
                .contains(closed);
    }

    private Optional<ShopChange> opened(String penaltyId, String caseId, String now) {
        return Appeal.opened(shop.file(), penaltyId, caseId, shop.ids(), at(now));
    }

    private Optional<ShopChange> ended(String penaltyId, String caseId, String now) {
        return Appeal.ended(shop.file(), penaltyId, caseId, shop.ids(), at(now));
    }
}
