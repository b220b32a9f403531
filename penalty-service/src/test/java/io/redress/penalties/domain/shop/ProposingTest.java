package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What becomes of a proposal at once: what it opens, and what of it is refused and where. */
class ProposingTest {

    private static final String NOW = "2018-04-20";
    private static final Facts NO_FACTS =
            new Facts(Optional.empty(), List.of(), List.of(), Optional.empty(), OptionalInt.empty());

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_penalty_that_is_neither_held_nor_announced_has_its_statement_issued_at_once() {
        String id = shop.propose(NOW, charge("S-02", "l-1", "2018-03-01"));

        assertThat(EventLines.of(shop.events()))
                .containsExactly("PenaltyProposed " + id + " PROPOSED 24", "StatementIssued " + id + " PROPOSED 24");
        assertThat(shop.penalty(id).announcedUntil()).isEmpty();
        assertThat(shop.penalty(id).highImpact()).isFalse();
    }

    @Test
    void a_penalty_that_can_be_cured_is_announced_and_told_until_when() {
        String id = shop.propose(NOW, charge("G-01", "l-1", "2018-03-01"));

        assertThat(EventLines.of(shop.events()))
                .containsExactly(
                        "PenaltyProposed " + id + " ANNOUNCED 3",
                        "PenaltyAnnounced " + id + " ANNOUNCED 3",
                        "StatementIssued " + id + " ANNOUNCED 3");
        assertThat(((ShopEvent.PenaltyAnnounced) shop.events().get(1)).until()).isEqualTo(at("2018-04-23"));
        assertThat(shop.penalty(id).announcedUntil()).contains(at("2018-04-23"));
    }

    @Test
    void a_penalty_that_would_close_the_shop_is_held_without_a_statement() {
        String id = shop.propose(NOW, charge("C-91", "l-1", "2018-03-01"));

        assertThat(EventLines.of(shop.events()))
                .containsExactly("PenaltyProposed " + id + " HELD 48", "PenaltyHeld " + id + " HELD 48");
        assertThat(shop.penalty(id).highImpact()).isTrue();
        assertThat(shop.penalty(id).statement()).isEmpty();
    }

    @Test
    void it_keeps_what_was_asked_for() {
        Proposal asked = new Proposal(
                "enf-7",
                Optional.of("inv-7"),
                Optional.of("dep-7"),
                new Text("说明", "why"),
                true,
                false,
                "DE",
                List.of(charge("S-02", "l-1", "2018-03-01")),
                Optional.empty());

        Penalty.Basis basis = shop.penalty(shop.propose(NOW, asked)).basis();

        assertThat(basis.proposedBy()).isEqualTo("enf-7");
        assertThat(basis.investigationId()).contains("inv-7");
        assertThat(basis.departmentId()).contains("dep-7");
        assertThat(basis.merchantId()).isEqualTo("m-1");
        assertThat(basis.shopId()).isEqualTo("s-1");
        assertThat(basis.proposedAt()).isEqualTo(at(NOW));
        assertThat(basis.rulebookVersion()).isEqualTo(12);
        assertThat(basis.explanation().en()).isEqualTo("why");
        assertThat(basis.automatedDetection()).isTrue();
        assertThat(basis.automatedDecision()).isFalse();
        assertThat(basis.territory()).isEqualTo("DE");
        assertThat(basis.decisionId()).startsWith("dec_");
        assertThat(basis.legacyMeasures()).isEmpty();
    }

    @Test
    void what_the_decision_still_carries_is_foretold_when_it_is_proposed() {
        shop.inForce("2018-04-01", charge("S-01", "l-0", "2018-03-01", 20, "danger"));

        String id = shop.propose(NOW, charge("S-02", "l-1", "2018-03-01"));

        Violation violation = shop.penalty(id).violations().get(0);
        assertThat(violation.tariff()).isEqualTo(24);
        assertThat(violation.assessed()).isEqualTo(24);
        assertThat(violation.points()).as("of 24, 20 are taken").isEqualTo(4);
    }

    @Test
    void the_longest_cure_is_waited_for_when_all_clauses_can_be_cured() {
        String id = shop.propose(NOW, charge("G-01", "l-1", "2018-03-01"), charge("G-06", "l-2", "2018-03-01"));

        assertThat(shop.penalty(id).announcedUntil()).contains(at("2018-04-23"));
    }

    @Test
    void one_clause_that_cannot_be_cured_leaves_no_time_to_cure_the_others() {
        String id = shop.propose(
                NOW, charge("G-01", "l-1", "2018-03-01"), charge("G-04", "l-2", "2018-03-01", 4, "amount"));

        assertThat(shop.penalty(id).status()).isEqualTo(PenaltyStatus.PROPOSED);
    }

    @Test
    void what_is_held_is_not_announced_for_its_cure_as_well() {
        String earlier = shop.imported("2018-04-01", "2018-03-10", "C-02", 40, "SHOP_HIDDEN", OptionalInt.of(14));
        shop.deliver(earlier, "2018-04-01");

        String id = shop.propose(NOW, charge("C-03", "l-1", "2018-04-10", 12, "volume"));

        assertThat(shop.penalty(id).status()).as("52 points").isEqualTo(PenaltyStatus.HELD);
        assertThat(shop.penalty(id).announcedUntil()).isEmpty();
    }

    @Test
    void only_a_breach_of_the_same_clause_that_is_booked_is_a_breach_before() {
        shop.inForce("2018-04-01", charge("G-05", "l-0", "2018-03-01"));
        String first = shop.propose("2018-04-02", charge("G-01", "l-1", "2018-03-01"));
        shop.store(first, "2018-04-02");

        String meanwhile = shop.propose("2018-04-03", charge("G-01", "l-2", "2018-03-01"));
        assertThat(shop.penalty(meanwhile).status()).isEqualTo(PenaltyStatus.ANNOUNCED);

        shop.windowOver(first, "2018-04-05");
        String again = shop.propose("2018-04-06", charge("G-01", "l-3", "2018-03-01"));
        assertThat(shop.penalty(again).status()).isEqualTo(PenaltyStatus.PROPOSED);

        shop.rule(first, 0, "2018-04-07");
        String afterwards = shop.propose("2018-04-08", charge("G-01", "l-4", "2018-03-01"));
        assertThat(shop.penalty(afterwards).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
    }

    @Test
    void an_act_lasts_at_least_an_instant_and_until_now_at_most() {
        assertThat(code(until("l-1", "2018-04-20T00:00:00.001+08:00"))).isEqualTo(PenaltyRefusal.ACT_TIME_INVALID);
        assertThat(code(until("l-1", "2018-02-28T23:59:59.999+08:00"))).isEqualTo(PenaltyRefusal.ACT_TIME_INVALID);
        assertThat(shop.offer(NOW, proposal(Optional.empty(), until("l-1", NOW))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(shop.offer(NOW, proposal(Optional.empty(), until("l-1", "2018-03-01"))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_refused_violation_is_pointed_at_in_its_place() {
        Proposal.Charge good = charge("S-02", "l-1", "2018-03-01");
        Proposal.Charge factless =
                new Proposal.Charge(good.request(), good.actTo(), good.objects(), NO_FACTS, Optional.empty());

        assertThat(pointers(good, until("l-2", "2018-06-01"))).containsExactly("/violations/1/to");
        assertThat(pointers(factless)).containsExactly("/violations/0/facts");
        assertThat(pointers(good, good, charge("Z-99", "l-3", "2018-03-01"))).containsExactly("/violations/2/clauseId");
        assertThat(pointers(charge("C-01", "l-1", "2018-03-01", OptionalInt.of(12), Map.of())))
                .containsExactly("/violations/0/points");
        assertThat(pointers(good, charge("S-01", "l-2", "2018-03-01", 10, "mood")))
                .containsExactly("/violations/1/factors/mood");
        assertThat(code(factless)).isEqualTo(PenaltyRefusal.NO_DISCLOSED_FACT);
    }

    @Test
    void a_fact_that_is_punished_names_the_penalty_and_is_free_when_that_stands_no_more() {
        shop.propose("2018-04-01", charge("G-05", "l-1", "2018-03-01"));
        String earlier =
                shop.inForce("2018-04-02", charge("S-02", "l-1", "2018-03-01"), charge("C-01", "l-2", "2018-03-01"));
        Proposal.Charge again = charge("C-01", "l-2", "2018-03-01");

        Refusal refusal = refusal(proposal(Optional.empty(), charge("S-02", "l-9", "2018-03-01"), again));
        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.FACT_ALREADY_PUNISHED);
        assertThat(refusal.attributes()).containsEntry("penaltyId", earlier);
        assertThat(refusal.detail()).startsWith("Penalty " + earlier + " stands");

        shop.rule(earlier, 0, "2018-04-10");
        assertThat(shop.offer(NOW, proposal(Optional.empty(), again))).isInstanceOf(Outcome.Done.class);
    }

    private static Proposal.Charge until(String listing, String actTo) {
        Proposal.Charge charge = charge("S-02", listing, "2018-03-01");
        return new Proposal.Charge(charge.request(), at(actTo), charge.objects(), charge.facts(), Optional.empty());
    }

    private Object code(Proposal.Charge charge) {
        return refusal(proposal(Optional.empty(), charge)).code();
    }

    private List<String> pointers(Proposal.Charge... charges) {
        return refusal(proposal(Optional.empty(), charges)).wrong().stream()
                .map(Refusal.Wrong::pointer)
                .toList();
    }

    private Refusal refusal(Proposal proposal) {
        Outcome<Proposing.Proposed> outcome = shop.offer(NOW, proposal);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Proposing.Proposed>) outcome).refusal();
    }
}
