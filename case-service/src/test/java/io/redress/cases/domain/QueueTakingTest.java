package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.queue.QueuePhase;
import io.redress.kit.outcome.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody has a case on lease who could not go on to defend or decide it. */
class QueueTakingTest {

    private static final Actor PROPOSER = CaseFixtures.staff("enf-1", "enforcement", "adjudicator");

    @ParameterizedTest
    @EnumSource(QueuePhase.class)
    void who_brought_it_about_takes_it_in_no_phase(QueuePhase phase) {
        assertThat(refused(CaseFixtures.submitted(), phase, PROPOSER, Set.of())).contains(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void its_advocate_has_it_until_the_brief_and_not_afterwards() {
        assertThat(refused(CaseFixtures.inAdvocacy(), QueuePhase.ADVOCACY, CaseFixtures.ADVOCATE, Set.of()))
                .isEmpty();
        assertThat(refused(CaseFixtures.submitted(), QueuePhase.ADJUDICATION, CaseFixtures.ADVOCATE, Set.of()))
                .contains(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void whoever_ruled_or_proposed_to_reopen_does_not_take_the_review() {
        CaseFile reopened = CaseFixtures.reopened();

        assertThat(refused(reopened, QueuePhase.REVIEW, CaseFixtures.ADJUDICATOR, Set.of()))
                .contains(CaseRefusal.OWN_CAUSE);
        assertThat(refused(reopened, QueuePhase.REVIEW, CaseFixtures.OTHER, Set.of()))
                .contains(CaseRefusal.OWN_CAUSE);
        assertThat(refused(reopened, QueuePhase.REVIEW, CaseFixtures.THIRD, Set.of()))
                .isEmpty();
    }

    @Test
    void whoever_ruled_sees_to_the_effects() {
        assertThat(refused(CaseFixtures.executing(), QueuePhase.EXECUTION, CaseFixtures.ADJUDICATOR, Set.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(QueuePhase.class)
    void a_declared_interest_keeps_from_it_in_every_phase(QueuePhase phase) {
        assertThat(refused(CaseFixtures.submitted(), phase, CaseFixtures.THIRD, Set.of(Relation.FAMILY)))
                .contains(CaseRefusal.CONFLICT_OF_INTEREST);
    }

    @Test
    void an_advocate_of_the_proposers_line_does_not_take_it_and_an_adjudicator_there_may() {
        Actor advocate = CaseFixtures.staff("near-1", "advocacy", "advocate");
        Actor adjudicator = CaseFixtures.staff("near-1", "advocacy", "adjudicator");
        AdvocatePanel panel = panel(CaseFixtures.opened(), "near-1", Set.of(), "gov-vp");

        assertThat(QueueTaking.refusal(CaseFixtures.opened(), QueuePhase.ADVOCACY, advocate, panel)
                        .map(Refusal::code))
                .contains(CaseRefusal.CONFLICT_OF_INTEREST);
        assertThat(QueueTaking.refusal(CaseFixtures.opened(), QueuePhase.ADVOCACY, adjudicator, panel))
                .isEmpty();
    }

    private static Optional<Object> refused(CaseFile file, QueuePhase phase, Actor actor, Set<Relation> relations) {
        return QueueTaking.refusal(file, phase, actor, panel(file, actor.id(), relations, "adj-lead"))
                .map(Refusal::code);
    }

    private static AdvocatePanel panel(CaseFile file, String id, Set<Relation> relations, String superior) {
        ReportingLine line = new ReportingLine(Optional.of("elsewhere"), List.of(id, superior, "ceo"));
        return AdvocatePanelTest.panel(
                file, new Candidate(id, false, Set.of(), 100, Map.of(), relations, false, false, line));
    }
}
