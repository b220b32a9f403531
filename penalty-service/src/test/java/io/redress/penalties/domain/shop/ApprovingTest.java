package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.WithoutNotice;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A second person approves or refuses what is held, and nobody does both ends. */
class ApprovingTest {

    private final ShopScenario shop = new ShopScenario();
    private final String closure = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));

    @Test
    void an_approval_announces_the_penalty_and_issues_its_statement() {
        ShopChange change = done(approve(Optional.empty()));

        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyApproved " + closure + " ANNOUNCED 48",
                        "PenaltyAnnounced " + closure + " ANNOUNCED 48",
                        "StatementIssued " + closure + " ANNOUNCED 48");
        assertThat(((ShopEvent.PenaltyAnnounced) change.events().get(1)).until())
                .isEqualTo(at("2018-05-02"));
        Penalty approved = change.after().penalty(closure).orElseThrow();
        assertThat(approved.approvedBy()).contains("enf-lead");
        assertThat(approved.announcedUntil()).contains(at("2018-05-02"));
        assertThat(approved.statement().orElseThrow().issuedAt()).isEqualTo(at("2018-04-02"));
        assertThat(approved.statement().orElseThrow().id()).startsWith("sta_");
    }

    @Test
    void an_approval_with_an_exception_announces_nothing_and_keeps_the_reason() {
        ShopChange change = done(approve(Optional.of(Closures.BY_LAW)));

        assertThat(EventLines.of(change))
                .containsExactly(
                        "PenaltyApproved " + closure + " PROPOSED 48", "StatementIssued " + closure + " PROPOSED 48");
        Penalty approved = change.after().penalty(closure).orElseThrow();
        assertThat(approved.hearing().exception()).contains(Closures.BY_LAW);
        assertThat(approved.announcedUntil()).isEmpty();
    }

    @Test
    void what_is_not_held_is_neither_approved_nor_refused() {
        String plain = shop.propose("2018-04-01", charge("G-05", "l-2", "2018-03-01"));

        assertThat(code(Approving.approve(
                        shop.file(), shop.penalty(plain), "enf-lead", Optional.empty(), shop.ids(), at("2018-04-02"))))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
        assertThat(code(Approving.refuse(shop.file(), shop.penalty(plain), "enf-lead", "no", shop.ids())))
                .isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void a_refusal_tells_who_refused_and_why_and_frees_the_facts() {
        ShopChange change = done(refuse("enf-lead"));

        assertThat(EventLines.of(change)).containsExactly("PenaltyRefused " + closure + " REVERSED 48");
        ShopEvent.PenaltyRefused refused =
                (ShopEvent.PenaltyRefused) change.events().get(0);
        assertThat(refused.refusedBy()).isEqualTo("enf-lead");
        assertThat(refused.reason()).isEqualTo("not enough evidence");
        shop.take(Optional.of(change));
        assertThat(shop.penalty(closure).status()).isEqualTo(PenaltyStatus.REVERSED);
        assertThat(shop.offer("2018-04-03", proposal(Optional.empty(), charge("C-91", "l-1", "2018-03-01"))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoever_proposed_it_does_not_refuse_it_either() {
        assertThat(code(refuse("enf-1"))).isEqualTo(PenaltyRefusal.OWN_CAUSE);
    }

    @Test
    void an_exception_where_no_notice_would_be_given_is_refused() {
        shop.approve(closure, "enf-lead", "2018-04-02");
        shop.rule(closure, 0, "2018-04-02");
        String held = shop.propose("2018-04-03", charge("C-91", "l-2", "2018-03-01"));
        Penalty lighter = shop.penalty(held)
                .change(change -> change.violations(shop.penalty(held).violations().stream()
                        .map(violation -> violation.withPoints(12))
                        .toList()));

        assertThat(code(Approving.approve(
                        shop.file(), lighter, "enf-lead", Optional.of(Closures.BY_LAW), shop.ids(), at("2018-04-04"))))
                .isEqualTo(PenaltyRefusal.NO_NOTICE_DUE);
    }

    private Outcome<ShopChange> approve(Optional<WithoutNotice> exception) {
        return Approving.approve(
                shop.file(), shop.penalty(closure), "enf-lead", exception, shop.ids(), at("2018-04-02"));
    }

    private Outcome<ShopChange> refuse(String refuser) {
        return Approving.refuse(shop.file(), shop.penalty(closure), refuser, "not enough evidence", shop.ids());
    }

    private static ShopChange done(Outcome<ShopChange> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<ShopChange>) outcome).value();
    }

    private static Object code(Outcome<ShopChange> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<ShopChange>) outcome).refusal().code();
    }
}
