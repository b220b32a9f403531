package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a clause of a draft would do to the shop as it stands. */
class ShadowingTest {

    private static final String NOW = "2018-04-20";

    /** Version 12, but that late dispatch (G-01) gives 12 points instead of 3. */
    private static final RulebookForm DRAFT = draft();

    private final ShopScenario shop = new ShopScenario();

    @Test
    void the_points_and_the_threshold_are_those_of_the_draft() {
        assertThat(foretold(charge("G-01", "l-1", "2018-03-01")))
                .isEqualTo(new Shadowing.Foretold(
                        "GENERAL",
                        12,
                        12,
                        0,
                        OptionalInt.of(12),
                        List.of("PROMOTION_BAN", "SHOP_HIDDEN"),
                        false,
                        Optional.empty()));
        assertThat(shop.file().penalties()).as("nothing comes of it").isEmpty();
    }

    @Test
    void a_closure_would_be_held() {
        assertThat(foretold(charge("C-91", "l-1", "2018-03-01")))
                .isEqualTo(new Shadowing.Foretold(
                        "COUNTERFEIT", 48, 48, 0, OptionalInt.of(48), List.of("SHOP_CLOSURE"), true, Optional.empty()));
    }

    @Test
    void points_below_the_threshold_bring_nothing() {
        Shadowing.Foretold foretold = foretold(charge("S-03", "l-1", "2018-03-01", 11, "volume"));

        assertThat(foretold.points()).isEqualTo(11);
        assertThat(foretold.threshold()).isEmpty();
        assertThat(foretold.measures()).isEmpty();
        assertThat(foretold.held()).isFalse();
    }

    @Test
    void of_several_thresholds_the_highest_is_crossed_and_one_reached_before_is_not_crossed_again() {
        String first = shop.inForce("2018-04-01", charge("S-03", "l-0", "2018-03-01", 12, "volume"));
        shop.deliver(first, "2018-04-02");

        assertThat(foretold(charge("S-04", "l-1", "2018-04-10", 24, "amount")))
                .isEqualTo(new Shadowing.Foretold(
                        "SERIOUS",
                        24,
                        24,
                        12,
                        OptionalInt.of(36),
                        List.of("SHOP_HIDDEN", "PAYOUT_HOLD"),
                        false,
                        Optional.empty()));
        assertThat(foretold(charge("S-03", "l-1", "2018-04-10", 11, "volume")).threshold())
                .as("12 were there, 23 would be")
                .isEmpty();
    }

    @Test
    void it_would_join_the_decision_of_an_undelivered_statement_or_of_its_investigation_and_carry_what_is_left_there() {
        String first = shop.propose(
                "2018-04-01", proposal(Optional.of("inv-1"), charge("S-01", "l-0", "2018-03-01", 10, "danger")));
        shop.store(first, "2018-04-01");
        Proposal.Charge later = charge("S-02", "l-1", "2018-04-10");

        assertThat(foretold(later).points()).as("not delivered").isEqualTo(14);
        shop.deliver(first, "2018-04-02");
        assertThat(foretold(later).points()).as("delivered before the act").isEqualTo(24);
        assertThat(foretold(later).tallyBefore()).isEqualTo(10);
        assertThat(foretold(proposal(Optional.of("inv-1"), later)).points())
                .as("the same investigation")
                .isEqualTo(14);
    }

    @Test
    void a_fact_that_is_punished_already_would_bring_no_points() {
        String earlier = shop.inForce("2018-04-01", charge("C-02", "l-1", "2018-03-01"));

        assertThat(foretold(charge("C-02", "l-1", "2018-03-01")))
                .isEqualTo(new Shadowing.Foretold(
                        "COUNTERFEIT", 24, 0, 24, OptionalInt.empty(), List.of(), false, Optional.of(earlier)));
    }

    @Test
    void a_fact_that_is_punished_already_brings_none_where_the_decision_would_carry_more() {
        shop.inForce("2018-04-01", charge("G-05", "l-1", "2018-03-01"));

        assertThat(foretold(charge("G-05", "l-2", "2018-03-01")).points())
                .as("another fact: 12 of 24 are left")
                .isEqualTo(12);
        assertThat(foretold(charge("G-05", "l-1", "2018-03-01")).points()).isZero();
    }

    @Test
    void thresholds_of_other_buckets_are_not_crossed() {
        Shadowing.Foretold foretold = foretold(charge("C-03", "l-1", "2018-03-01", 12, "volume"));

        assertThat(foretold.threshold())
                .as("12 is one for general and serious points")
                .isEmpty();
        assertThat(foretold.measures()).isEmpty();
    }

    @Test
    void it_is_refused_as_a_proposal_would_be() {
        Proposal.Charge charge = charge("S-02", "l-1", "2018-03-01");
        Refusal unknown = refusal(charge("Z-99", "l-1", "2018-03-01"));
        Refusal factless = refusal(new Proposal.Charge(
                charge.request(),
                charge.actTo(),
                charge.objects(),
                new Facts(Optional.empty(), List.of(), List.of(), Optional.empty(), OptionalInt.empty()),
                Optional.empty()));

        assertThat(unknown.code()).isEqualTo(PenaltyRefusal.CLAUSE_NOT_IN_FORCE);
        assertThat(unknown.wrong()).extracting(Refusal.Wrong::pointer).containsExactly("/violations/0/clauseId");
        assertThat(factless.code()).isEqualTo(PenaltyRefusal.NO_DISCLOSED_FACT);
        assertThat(refusal(new Proposal.Charge(
                                charge.request(), at("2018-06-01"), charge.objects(), charge.facts(), Optional.empty()))
                        .code())
                .isEqualTo(PenaltyRefusal.ACT_TIME_INVALID);
    }

    private static RulebookForm draft() {
        JsonObject rules = SampleRulebooks.json(12);
        rules.getJsonArray("clauses").getJsonObject(0).getJsonObject("tariff").put("fixed", 12);
        return RulebookDocument.read(rules.encode());
    }

    private Shadowing.Foretold foretold(Proposal.Charge charge) {
        return foretold(proposal(Optional.empty(), charge));
    }

    private Shadowing.Foretold foretold(Proposal proposal) {
        Outcome<Shadowing.Foretold> outcome = Shadowing.foretell(shop.file(), DRAFT, proposal, at(NOW));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Shadowing.Foretold>) outcome).value();
    }

    private Refusal refusal(Proposal.Charge charge) {
        Outcome<Shadowing.Foretold> outcome =
                Shadowing.foretell(shop.file(), DRAFT, proposal(Optional.empty(), charge), at(NOW));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Shadowing.Foretold>) outcome).refusal();
    }
}
