package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told when a merchant clarifies the facts and when he is answered. */
class ClarifyingTest {

    private static final Text REASONS = new Text("理由", "reasons");

    private final ShopScenario shop = new ShopScenario();
    private final String closure = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));

    @Test
    void what_the_merchant_said_is_told_with_the_end_of_its_clock() {
        ShopChange change = file(closure, "2018-04-10");

        assertThat(EventLines.of(change)).containsExactly("ClarificationFiled " + closure + " HELD 48");
        Clarification filed = ((ShopEvent.ClarificationFiled) change.events().get(0)).clarification();
        assertThat(filed.id()).startsWith("cla_");
        assertThat(filed.filedBy()).isEqualTo("user-1");
        assertThat(filed.filedAt()).isEqualTo(at("2018-04-10"));
        assertThat(filed.text()).isEqualTo("我们没有制造");
        assertThat(filed.attachments()).containsExactly("invoice-1");
        assertThat(filed.answerBy()).isEqualTo(at("2018-04-13"));
    }

    @Test
    void an_answer_that_upholds_is_told_and_then_the_penalty_enters_into_force_if_it_is_due() {
        announcedAndClarified();

        assertThat(EventLines.of(answer(Clarification.Outcome.UPHELD, "2018-04-20")))
                .containsExactly("ClarificationAnswered " + closure + " ANNOUNCED 48");
        assertThat(EventLines.of(answer(Clarification.Outcome.UPHELD, "2018-05-02")))
                .startsWith(
                        "ClarificationAnswered " + closure + " ANNOUNCED 48",
                        "PenaltyInForce " + closure + " IN_FORCE 48");
    }

    @Test
    void an_answer_that_withdraws_is_told_and_then_that_the_penalty_is_withdrawn() {
        announcedAndClarified();

        ShopChange change = answer(Clarification.Outcome.WITHDRAWN, "2018-04-20");

        assertThat(EventLines.of(change))
                .containsExactly(
                        "ClarificationAnswered " + closure + " ANNOUNCED 48",
                        "PenaltyWithdrawn " + closure + " REVERSED 48");
        assertThat(change.after()
                        .penalty(closure)
                        .orElseThrow()
                        .hearing()
                        .clarification()
                        .orElseThrow()
                        .state())
                .isEqualTo(Clarification.State.ANSWERED);
    }

    @Test
    void a_penalty_that_would_bring_measures_without_notice_is_not_clarified() {
        ShopScenario other = new ShopScenario();
        other.inForce("2018-04-01", charge("G-04", "l-1", "2018-03-01", 6, "amount"));
        String announced = other.propose("2018-04-02", charge("G-02", "l-2", "2018-03-01", 6, "repeat"));
        assertThat(other.penalty(announced).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(other.penalty(announced).statement().orElseThrow().text().en())
                .as("it would bring measures")
                .contains("Ban from promotions, 7 days");

        Outcome<ShopChange> outcome = Clarifying.file(
                other.file(), other.penalty(announced), said(), Duration.ofDays(3), other.ids(), at("2018-04-03"));

        assertThat(((Outcome.Refused<ShopChange>) outcome).refusal().code()).isEqualTo(PenaltyRefusal.NO_NOTICE_DUE);
    }

    private void announcedAndClarified() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.store(closure, "2018-04-02");
        shop.take(Optional.of(file(closure, "2018-04-10")));
    }

    private ShopChange file(String penaltyId, String now) {
        return done(
                Clarifying.file(shop.file(), shop.penalty(penaltyId), said(), Duration.ofDays(3), shop.ids(), at(now)));
    }

    private static Clarifying.Said said() {
        return new Clarifying.Said("user-1", "我们没有制造", List.of("invoice-1"));
    }

    private ShopChange answer(Clarification.Outcome outcome, String now) {
        return done(Clarifying.answer(
                shop.file(),
                shop.penalty(closure),
                new Clarification.Answer(outcome, REASONS, "enf-2", at(now)),
                shop.ids(),
                at(now)));
    }

    private static ShopChange done(Outcome<ShopChange> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<ShopChange>) outcome).value();
    }
}
