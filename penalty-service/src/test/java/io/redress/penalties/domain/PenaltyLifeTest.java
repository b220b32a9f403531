package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PenaltyLifeTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void every_status_accepts_exactly_the_commands_of_the_table() {
        Map<PenaltyStatus, Set<PenaltyCommand>> table = new EnumMap<>(PenaltyStatus.class);
        Set<PenaltyCommand> rulings = EnumSet.of(PenaltyCommand.CORRECT, PenaltyCommand.FINALISE);
        table.put(
                PenaltyStatus.PROPOSED,
                EnumSet.of(
                        PenaltyCommand.ENTER_INTO_FORCE,
                        PenaltyCommand.WITHDRAW,
                        PenaltyCommand.CORRECT,
                        PenaltyCommand.FINALISE));
        table.put(
                PenaltyStatus.HELD,
                EnumSet.of(
                        PenaltyCommand.APPROVE,
                        PenaltyCommand.REFUSE,
                        PenaltyCommand.CLARIFY,
                        PenaltyCommand.WITHDRAW,
                        PenaltyCommand.CORRECT,
                        PenaltyCommand.FINALISE));
        table.put(
                PenaltyStatus.ANNOUNCED,
                EnumSet.of(
                        PenaltyCommand.ENTER_INTO_FORCE,
                        PenaltyCommand.CURE,
                        PenaltyCommand.CLARIFY,
                        PenaltyCommand.WITHDRAW,
                        PenaltyCommand.CORRECT,
                        PenaltyCommand.FINALISE));
        Set<PenaltyCommand> inForce =
                EnumSet.of(PenaltyCommand.CORRECT, PenaltyCommand.FINALISE, PenaltyCommand.EXPIRE);
        table.put(PenaltyStatus.IN_FORCE, inForce);
        table.put(PenaltyStatus.SERVED, inForce);
        table.put(PenaltyStatus.EXPIRED, rulings);
        table.put(PenaltyStatus.REVERSED, EnumSet.noneOf(PenaltyCommand.class));
        table.put(PenaltyStatus.REPLACED, EnumSet.of(PenaltyCommand.CORRECT));

        for (PenaltyStatus status : PenaltyStatus.values()) {
            for (PenaltyCommand command : PenaltyCommand.values()) {
                assertThat(command.allowedIn(status))
                        .as("%s in %s", command, status)
                        .isEqualTo(table.get(status).contains(command));
            }
        }
    }

    @Test
    void a_penalty_enters_into_force_when_its_statement_is_stored_and_not_before() {
        String id = shop.propose("2018-04-19", charge("S-02", "l-1", "2018-03-01"));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.PROPOSED);
        assertThat(shop.tally("SERIOUS", "2018-04-19")).isZero();

        shop.store(id, "2018-04-20");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.tally("SERIOUS", "2018-04-20")).isEqualTo(24);
    }

    @Test
    void storing_the_statement_twice_books_once() {
        String id = shop.inForce("2018-04-19", charge("S-02", "l-1", "2018-03-01"));

        shop.store(id, "2018-04-19");

        assertThat(shop.file().entries()).hasSize(1);
    }

    @Test
    void a_first_breach_of_a_curable_clause_is_announced_for_its_cure_window() {
        String id = shop.propose("2018-04-19", charge("G-01", "l-1", "2018-03-01"));
        shop.store(id, "2018-04-19");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);

        shop.windowOver(id, "2018-04-21");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.windowOver(id, "2018-04-22");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        String again = shop.propose("2018-05-01", charge("G-01", "l-2", "2018-04-30"));
        assertThat(shop.penalty(again).status()).isEqualTo(PenaltyStatus.PROPOSED);
    }

    @Test
    void a_window_that_is_over_before_the_statement_is_stored_waits_for_it() {
        String id = shop.propose("2018-04-19", charge("G-01", "l-1", "2018-03-01"));

        shop.windowOver(id, "2018-04-22");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.store(id, "2018-04-23");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void a_high_impact_penalty_is_held_and_its_statement_issued_on_approval_only() {
        String id = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.HELD);
        assertThat(shop.penalty(id).highImpact()).isTrue();
        assertThat(shop.penalty(id).statement()).isEmpty();

        shop.approve(id, "enf-lead", "2018-04-02");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(shop.penalty(id).announcedUntil()).contains(ShopScenario.at("2018-05-02"));
        assertThat(shop.penalty(id).statement()).isPresent();
    }

    @Test
    void whoever_proposed_may_not_approve() {
        String id = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));

        Outcome<ShopChange> outcome = shop.approve(id, "enf-1", "2018-04-02");

        assertThat(((Outcome.Refused<ShopChange>) outcome).refusal().code()).isEqualTo(PenaltyRefusal.OWN_CAUSE);
    }

    @Test
    void a_penalty_that_came_to_weigh_more_than_when_proposed_is_held_instead_of_entering_into_force() {
        String first = shop.propose("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-01");
        String second = shop.propose("2018-04-10", charge("C-01", "l-2", "2018-04-05"));
        assertThat(shop.penalty(second).status()).isEqualTo(PenaltyStatus.PROPOSED);
        shop.store(first, "2018-04-11");

        shop.store(second, "2018-04-11");

        assertThat(shop.penalty(second).status()).isEqualTo(PenaltyStatus.HELD);
        assertThat(shop.tally("COUNTERFEIT", "2018-04-11")).isEqualTo(24);
    }

    @Test
    void the_statement_names_fact_clause_version_measures_territory_automation_and_redress() {
        String id = shop.propose("2018-04-19", charge("S-02", "l-31", "2018-03-01"));

        String zh = shop.penalty(id).statement().orElseThrow().text().zh();
        String en = shop.penalty(id).statement().orElseThrow().text().en();

        assertThat(zh)
                .contains(
                        "第 12 版 S-02《冒用他人身份》",
                        "事实",
                        "l-31",
                        "屏蔽店铺,14 天",
                        "禁止参加活动,30 天",
                        "CN",
                        "用于发现:否",
                        "14 天内在 Redress");
        assertThat(en)
                .contains(
                        "version 12, clause S-02",
                        "a fact",
                        "l-31",
                        "Shop hidden, 14 days",
                        "2018-03-01 00:00:00 +08:00")
                .contains("for detection: no", "appeal at Redress within 14 days of the delivery");
    }

    @Test
    void a_statement_is_delivered_once() {
        String id = shop.inForce("2018-04-19", charge("S-02", "l-1", "2018-03-01"));
        shop.deliver(id, "2018-04-20");
        shop.deliver(id, "2018-04-25");

        assertThat(shop.penalty(id).statement().orElseThrow().deliveredAt()).contains(ShopScenario.at("2018-04-20"));
        assertThat(shop.events().stream().filter(ShopEvent.StatementDelivered.class::isInstance))
                .hasSize(1);
    }
}
