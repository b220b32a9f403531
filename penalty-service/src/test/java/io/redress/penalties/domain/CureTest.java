package io.redress.penalties.domain;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.unintentional;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.Curing;
import io.redress.penalties.domain.shop.Proposing;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first or unintentional breach of a clause that can be cured: corrected and educated about first. G-01: 3 points, P3D. */
class CureTest {

    private static final Text REASONS = new Text("整改属实", "it was made good");

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_proof_that_is_accepted_ends_the_penalty_without_points_and_keeps_its_statement() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-20"));

        shop.taken(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-2", "2018-04-21"));
        shop.windowOver(id, "2018-04-22");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REPLACED);
        assertThat(shop.penalty(id).points()).isZero();
        assertThat(shop.penalty(id).statement()).isPresent();
        assertThat(shop.tally("GENERAL", "2018-04-22")).isZero();
        assertThat(shop.measures()).isEmpty();
        assertThat(shop.events()).last().isInstanceOf(ShopEvent.PenaltyCured.class);
    }

    @Test
    void the_objects_of_a_cured_penalty_are_punished_once() {
        String id = cured("2018-04-19", "l-1", "2018-03-01");

        Refusal refusal = refusal(
                shop.offer("2018-04-23", ShopScenario.proposal(Optional.empty(), charge("G-01", "l-1", "2018-03-01"))));

        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.FACT_ALREADY_PUNISHED);
        assertThat(refusal.attributes()).containsEntry("penaltyId", id);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-02-28T23:59:59.999+08:00, false",
        "2019-03-01T00:00:00+08:00, true",
        "2018-03-01T00:00:00+08:00, false",
        "2018-02-28T23:59:59.999+08:00, true"
    })
    void a_cured_breach_is_the_earlier_one_for_less_than_365_days_from_its_act(String act, boolean curable) {
        String first = cured("2018-04-19", "l-1", "2018-03-01");

        String again = shop.propose("2019-04-01", charge("G-01", "l-2", act));

        assertThat(shop.penalty(again).status()).isEqualTo(curable ? PenaltyStatus.ANNOUNCED : PenaltyStatus.PROPOSED);
        assertThat(shop.penalty(again).cure().repeats()).isEqualTo(curable ? Optional.empty() : Optional.of(first));
    }

    @Test
    void the_statement_of_a_repeat_says_why_there_is_no_window() {
        String first = cured("2018-04-19", "l-1", "2018-03-01");

        String again = shop.propose("2018-05-01", charge("G-01", "l-2", "2018-04-30"));

        assertThat(statement(again).en())
                .contains("There is no cure window: the shop broke the same clause within 365 days before, see penalty "
                        + first + ".");
        assertThat(statement(again).zh()).contains("无整改期:365 天内曾因违反同一条款受处罚 " + first + "。");
        assertThat(code(prove(again, "2018-05-01"))).isEqualTo(PenaltyRefusal.NOT_CURABLE);
    }

    @Test
    void a_repeat_that_is_stated_unintentional_may_be_cured_and_the_merchant_reads_why() {
        cured("2018-04-19", "l-1", "2018-03-01");

        String again = shop.propose("2018-05-01", unintentional(charge("G-01", "l-2", "2018-04-30")));

        assertThat(shop.penalty(again).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(shop.penalty(again).cure()).isEqualTo(Cure.until(at("2018-05-04")));
        assertThat(statement(again).en()).contains("Taken as not intended, because: a fault of the system");
        assertThat(statement(again).zh()).contains("本次违规认定为非故意,理由:系统故障所致");
    }

    @Test
    void a_breach_of_another_clause_or_one_that_was_reversed_or_is_undecided_makes_nothing_a_repeat() {
        String first = announced("2018-04-19", "l-1", "2018-03-01");
        String second = announced("2018-04-19", "l-2", "2018-04-18");
        assertThat(shop.penalty(second).status()).as("the first is undecided").isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.windowOver(first, "2018-04-22");
        shop.windowOver(second, "2018-04-22");
        assertThat(shop.tally("GENERAL", "2018-04-22")).isEqualTo(6);

        String other = shop.propose("2018-05-01", charge("G-03", "l-3", "2018-04-30"));
        assertThat(shop.penalty(other).status()).as("another clause").isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.rule(first, 0, "2018-05-02");
        shop.rule(second, 0, "2018-05-02");
        String third = shop.propose("2018-05-03", charge("G-01", "l-4", "2018-05-02"));
        assertThat(shop.penalty(third).status()).as("all reversed").isEqualTo(PenaltyStatus.ANNOUNCED);
    }

    @Test
    void a_proof_in_time_keeps_the_penalty_waiting_past_its_window_until_it_is_refused() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-21T23:59:59.999+08:00"));

        shop.windowOver(id, "2018-04-22");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(shop.tally("GENERAL", "2018-04-22")).isZero();

        shop.taken(answer(id, ProofOfCure.Outcome.REFUSED, "enf-2", "2018-04-24"));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(shop.penalty(id).effectiveAt()).contains(at("2018-04-24"));
        assertThat(shop.tally("GENERAL", "2018-04-24")).isEqualTo(3);
    }

    @Test
    void a_proof_refused_early_leaves_the_window_open_for_another_one() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-19"));
        shop.taken(answer(id, ProofOfCure.Outcome.REFUSED, "enf-2", "2018-04-20"));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);

        shop.taken(prove(id, "2018-04-21"));
        shop.taken(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-1", "2018-04-21"));

        assertThat(shop.penalty(id).status()).as("accepted by the proposer").isEqualTo(PenaltyStatus.REPLACED);
    }

    @Test
    void silence_decides_neither_way_and_goes_to_the_approvers_once() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-21"));
        assertThat(proof(id).answerBy()).isEqualTo(at("2018-04-24"));

        shop.take(Curing.unanswered(shop.file(), id, shop.ids()));
        shop.windowOver(id, "2018-06-30");

        assertThat(proof(id).state()).isEqualTo(ProofOfCure.State.ESCALATED);
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(Curing.unanswered(shop.file(), id, shop.ids())).isEmpty();
        shop.taken(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-lead", "2018-07-01"));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REPLACED);
        assertThat(shop.events().stream().filter(ShopEvent.ProofOfCureEscalated.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_proof_twice_late_or_of_what_cannot_be_cured_is_refused() {
        String fixed = shop.inForce("2018-04-19", charge("G-05", "l-9", "2018-03-01"));
        String id = announced("2018-04-19", "l-1", "2018-03-01");

        assertThat(code(prove(fixed, "2018-04-19"))).isEqualTo(PenaltyRefusal.NOT_CURABLE);
        assertThat(code(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-2", "2018-04-19")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        assertThat(code(prove(id, "2018-04-22"))).isEqualTo(PenaltyRefusal.CURE_PERIOD_OVER);
        shop.taken(prove(id, "2018-04-21T23:59:59.999+08:00"));
        assertThat(code(prove(id, "2018-04-21T23:59:59.999+08:00"))).isEqualTo(PenaltyRefusal.DUPLICATE);
    }

    @Test
    void whoever_proposed_it_does_not_refuse_a_proof_and_an_answer_is_given_once() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-20"));

        assertThat(code(answer(id, ProofOfCure.Outcome.REFUSED, "enf-1", "2018-04-20")))
                .isEqualTo(PenaltyRefusal.OWN_CAUSE);
        shop.taken(answer(id, ProofOfCure.Outcome.REFUSED, "enf-2", "2018-04-20"));
        assertThat(code(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-2", "2018-04-20")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void without_a_proof_the_penalty_enters_into_force_when_the_window_is_over() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");

        shop.windowOver(id, "2018-04-21T23:59:59.999+08:00");
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        shop.windowOver(id, "2018-04-22");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.IN_FORCE);
        assertThat(code(prove(id, "2018-04-22"))).isEqualTo(PenaltyRefusal.CURE_PERIOD_OVER);
    }

    @Test
    void the_statement_says_what_to_make_good_until_when_and_how() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");

        assertThat(statement(id).en())
                .contains("Cure: make good G-01 \"Late dispatch\" (l-1), and file proof of cure for this penalty at"
                        + " Redress before 2018-04-22 00:00:00 +08:00 Asia/Shanghai.")
                .contains("within 365 days has no cure window");
        assertThat(statement(id).zh())
                .contains("整改:请就 G-01《延迟发货》 (l-1) 完成整改,并在 2018-04-22 00:00:00 +08:00 Asia/Shanghai 之前");
    }

    @Test
    void a_verified_milestone_is_a_proof_that_needs_no_answer() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");

        assertThat(code(verify(id, "2018-02-28", "2018-04-20"))).isEqualTo(PenaltyRefusal.MILESTONE_MATTER_MISMATCH);
        assertThat(code(verify(id, "2018-04-20", "2018-04-22"))).isEqualTo(PenaltyRefusal.CURE_PERIOD_OVER);
        shop.taken(verify(id, "2018-04-20", "2018-04-21"));

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REPLACED);
        assertThat(proof(id).verificationId()).contains("ver_1");
        assertThat(code(verify(id, "2018-04-20", "2018-04-21"))).isEqualTo(PenaltyRefusal.CURE_PERIOD_OVER);
    }

    @Test
    void a_verified_milestone_answers_the_proof_that_waits_also_after_the_window() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-21"));
        String waiting = proof(id).id();

        shop.taken(verify(id, "2018-04-21", "2018-04-30"));

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REPLACED);
        assertThat(proof(id).id()).isEqualTo(waiting);
        assertThat(proof(id).state()).isEqualTo(ProofOfCure.State.ACCEPTED);
    }

    @Test
    void a_ruling_may_take_back_the_education_and_then_its_facts_are_free_and_the_next_breach_is_the_first() {
        String id = cured("2018-04-19", "l-1", "2018-03-01");

        shop.rule(id, 0, "2018-05-01");

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REVERSED);
        assertThat(shop.file().entries()).isEmpty();
        String again = shop.propose("2018-05-02", charge("G-01", "l-1", "2018-03-01"));
        assertThat(shop.penalty(again).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
    }

    @Test
    void a_penalty_that_a_ruling_ended_needs_no_answer() {
        String id = announced("2018-04-19", "l-1", "2018-03-01");
        shop.taken(prove(id, "2018-04-20"));
        shop.rule(id, 0, "2018-04-20");

        assertThat(code(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-2", "2018-04-20")))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        assertThat(Curing.unanswered(shop.file(), id, shop.ids())).isEmpty();
    }

    @Test
    void what_is_held_may_be_cured_once_it_is_approved() {
        shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(shop.file().penalties().get(0).id(), "2018-04-02");
        shop.finalise(shop.file().penalties().get(0).id(), "2018-04-16");
        shop.inForce("2018-05-01", charge("C-03", "l-2", "2018-04-20", 12, "volume"));
        String second = shop.file().penalties().get(1).id();
        shop.windowOver(second, "2018-05-08");
        shop.deliver(second, "2018-05-08");
        shop.finalise(second, "2018-05-22");
        String held = shop.propose("2018-06-02", unintentional(charge("C-03", "l-3", "2018-06-01", 12, "volume")));
        assertThat(shop.penalty(held).status()).as("48 in all close the shop").isEqualTo(PenaltyStatus.HELD);
        assertThat(code(prove(held, "2018-06-02"))).isEqualTo(PenaltyRefusal.NOT_CURABLE);

        shop.approve(held, "enf-lead", "2018-06-03");

        assertThat(shop.penalty(held).announcedUntil()).as("30 days of notice").contains(at("2018-07-03"));
        assertThat(shop.penalty(held).cure()).isEqualTo(Cure.until(at("2018-06-10")));
        shop.taken(prove(held, "2018-06-09"));
        shop.taken(answer(held, ProofOfCure.Outcome.ACCEPTED, "enf-lead", "2018-06-10"));
        assertThat(shop.penalty(held).status()).isEqualTo(PenaltyStatus.REPLACED);
    }

    private String announced(String now, String listing, String act) {
        String id = shop.inForce(now, charge("G-01", listing, act));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        return id;
    }

    private String cured(String now, String listing, String act) {
        String id = announced(now, listing, act);
        shop.taken(prove(id, now));
        shop.taken(answer(id, ProofOfCure.Outcome.ACCEPTED, "enf-2", now));
        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.REPLACED);
        return id;
    }

    private ProofOfCure proof(String penaltyId) {
        return shop.penalty(penaltyId).cure().proof().orElseThrow();
    }

    private Text statement(String penaltyId) {
        return shop.penalty(penaltyId).statement().orElseThrow().text();
    }

    private Outcome<ShopChange> prove(String penaltyId, String now) {
        return Curing.file(
                shop.file(),
                shop.penalty(penaltyId),
                new Curing.Shown("user-1", "已改为当日发货", List.of("record-1")),
                Duration.ofDays(3),
                shop.ids(),
                at(now));
    }

    private Outcome<ShopChange> answer(String penaltyId, ProofOfCure.Outcome outcome, String by, String now) {
        return Curing.answer(
                shop.file(),
                shop.penalty(penaltyId),
                new ProofOfCure.Answer(outcome, REASONS, by, at(now)),
                shop.ids(),
                at(now));
    }

    private Outcome<ShopChange> verify(String penaltyId, String achieved, String now) {
        return Curing.verified(
                shop.file(),
                shop.penalty(penaltyId),
                new Curing.Verified("ver_1", "academy", at(achieved)),
                shop.ids(),
                at(now));
    }

    private static Object code(Outcome<ShopChange> outcome) {
        return ((Outcome.Refused<ShopChange>) outcome).refusal().code();
    }

    private static Refusal refusal(Outcome<Proposing.Proposed> outcome) {
        return ((Outcome.Refused<Proposing.Proposed>) outcome).refusal();
    }
}
