package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Clarifying;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a merchant is heard before a closure: advance notice or a stated exception, and the facts clarified. */
class HearingTest {

    private static final Text REASONS = new Text("主管机关责令停业", "an authority ordered it");

    private final ShopScenario shop = new ShopScenario();
    private final String closure = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));

    @Test
    void an_exception_that_the_rulebook_lists_leaves_out_the_notice_and_is_told_with_its_reasons() {
        shop.approveWithoutNotice(closure, new WithoutNotice("LEGAL_OBLIGATION", REASONS), "2018-04-02");

        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.PROPOSED);
        assertThat(shop.penalty(closure).announcedUntil()).isEmpty();
        Text statement = shop.penalty(closure).statement().orElseThrow().text();
        assertThat(statement.en())
                .contains("There is no advance notice, because: the law or an authority obliges the platform to close"
                        + " the shop without notice. an authority ordered it");
        assertThat(statement.zh()).contains("不提前通知,理由:法律或主管机关要求平台立即查封店铺。 主管机关责令停业");

        shop.store(closure, "2018-04-02");
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.measure("SHOP_CLOSURE").startsAt()).isEqualTo(at("2018-04-02"));
    }

    @Test
    void without_an_exception_the_notice_is_never_shorter_and_the_statement_says_when_it_ends() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");

        assertThat(shop.penalty(closure).announcedUntil()).contains(at("2018-05-02"));
        assertThat(shop.penalty(closure).statement().orElseThrow().text().en())
                .contains("does not enter into force before 2018-05-02 00:00:00 +08:00 Asia/Shanghai");
        shop.windowOver(closure, "2018-05-01T23:59:59+08:00");
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.windowOver(closure, "2018-05-02");
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void an_exception_that_the_rulebook_does_not_list_is_refused() {
        assertThat(code(shop.approveWithoutNotice(closure, new WithoutNotice("HASTE", REASONS), "2018-04-02")))
                .isEqualTo(PenaltyRefusal.UNKNOWN_NOTICE_EXCEPTION);
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.HELD);
    }

    @Test
    void a_clarification_in_time_keeps_the_penalty_from_entering_into_force_until_it_is_answered() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");
        shop.taken(clarify("2018-05-01T23:59:59+08:00"));

        shop.windowOver(closure, "2018-05-02");
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(shop.tally("COUNTERFEIT", "2018-05-02")).isZero();

        shop.taken(answer(Clarification.Outcome.UPHELD, "enf-lead", "2018-05-05"));
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.penalty(closure).effectiveAt()).contains(at("2018-05-05"));
        assertThat(shop.measures()).containsExactly("SHOP_CLOSURE IN_FORCE");
    }

    @Test
    void an_answer_before_the_notice_ends_does_not_shorten_it() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");
        shop.taken(clarify("2018-04-10"));

        shop.taken(answer(Clarification.Outcome.UPHELD, "enf-lead", "2018-04-11"));

        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
    }

    @Test
    void a_penalty_that_is_withdrawn_never_enters_into_force_and_its_facts_are_free() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");
        shop.taken(clarify("2018-04-10"));

        shop.taken(answer(Clarification.Outcome.WITHDRAWN, "enf-1", "2018-04-11"));

        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.REVERSED);
        shop.windowOver(closure, "2018-05-02");
        assertThat(shop.measures()).isEmpty();
        assertThat(shop.offer(
                        "2018-05-03", ShopScenario.proposal(Optional.empty(), charge("C-91", "l-1", "2018-03-01"))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_held_closure_may_be_clarified_and_approved_meanwhile_without_entering_into_force() {
        shop.taken(clarify("2018-04-01"));
        shop.approveWithoutNotice(closure, new WithoutNotice("LEGAL_OBLIGATION", REASONS), "2018-04-02");
        shop.store(closure, "2018-04-02");
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.PROPOSED);

        shop.taken(answer(Clarification.Outcome.UPHELD, "enf-2", "2018-04-03"));

        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.IN_FORCE);
    }

    @Test
    void a_clarification_twice_late_or_of_what_brings_no_notice_is_refused() {
        String small = shop.propose("2018-04-01", charge("G-05", "l-9", "2018-03-01"));
        String cured = shop.propose("2018-04-01", charge("G-01", "l-8", "2018-03-01"));
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");

        assertThat(code(Clarifying.file(
                        shop.file(), shop.penalty(small), said(), Duration.ofDays(3), shop.ids(), at("2018-04-02"))))
                .isEqualTo(PenaltyRefusal.CLARIFICATION_PERIOD_OVER);
        assertThat(code(Clarifying.file(
                        shop.file(), shop.penalty(cured), said(), Duration.ofDays(3), shop.ids(), at("2018-04-02"))))
                .isEqualTo(PenaltyRefusal.NO_NOTICE_DUE);
        assertThat(code(clarify("2018-05-02"))).isEqualTo(PenaltyRefusal.CLARIFICATION_PERIOD_OVER);
        shop.taken(clarify("2018-05-01"));
        assertThat(code(clarify("2018-05-01"))).isEqualTo(PenaltyRefusal.DUPLICATE);
    }

    @Test
    void whoever_proposed_it_does_not_uphold_it_and_an_answer_is_given_once() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        assertThat(code(answer(Clarification.Outcome.UPHELD, "enf-lead", "2018-04-02")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        shop.taken(clarify("2018-04-10"));

        assertThat(code(answer(Clarification.Outcome.UPHELD, "enf-1", "2018-04-11")))
                .isEqualTo(PenaltyRefusal.OWN_CAUSE);
        shop.taken(answer(Clarification.Outcome.UPHELD, "enf-2", "2018-04-11"));
        assertThat(code(answer(Clarification.Outcome.WITHDRAWN, "enf-2", "2018-04-12")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void what_nobody_answers_goes_to_the_approvers_once_and_decides_nothing() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");
        shop.taken(clarify("2018-04-29"));
        assertThat(said(closure).answerBy()).isEqualTo(at("2018-05-02"));

        shop.take(Clarifying.unanswered(shop.file(), closure, shop.ids()));
        shop.windowOver(closure, "2018-06-30");

        assertThat(said(closure).state()).isEqualTo(Clarification.State.ESCALATED);
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(Clarifying.unanswered(shop.file(), closure, shop.ids())).isEmpty();
        shop.taken(answer(Clarification.Outcome.UPHELD, "enf-lead", "2018-07-01"));
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.events().stream().filter(ShopEvent.ClarificationEscalated.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_penalty_that_a_ruling_ended_needs_no_answer() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");
        shop.taken(clarify("2018-04-10"));
        shop.rule(closure, 0, "2018-04-11");

        assertThat(code(answer(Clarification.Outcome.UPHELD, "enf-2", "2018-04-12")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        assertThat(Clarifying.unanswered(shop.file(), closure, shop.ids())).isEmpty();
    }

    private Clarification said(String penaltyId) {
        return shop.penalty(penaltyId).hearing().clarification().orElseThrow();
    }

    private static Clarifying.Said said() {
        return new Clarifying.Said("user-1", "我们没有制造", List.of("invoice-1"));
    }

    private Outcome<ShopChange> clarify(String now) {
        return Clarifying.file(shop.file(), shop.penalty(closure), said(), Duration.ofDays(3), shop.ids(), at(now));
    }

    private Outcome<ShopChange> answer(Clarification.Outcome outcome, String by, String now) {
        return Clarifying.answer(
                shop.file(),
                shop.penalty(closure),
                new Clarification.Answer(outcome, REASONS, by, at(now)),
                shop.ids(),
                at(now));
    }

    private static Object code(Outcome<ShopChange> outcome) {
        return ((Outcome.Refused<ShopChange>) outcome).refusal().code();
    }
}
