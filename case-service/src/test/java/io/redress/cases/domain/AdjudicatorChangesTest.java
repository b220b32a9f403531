package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.OTHER;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.AdjudicatorChanges.Cause;
import io.redress.cases.domain.AdjudicatorChanges.Successor;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdjudicatorChangesTest {

    @Test
    void a_case_that_was_given_back_is_claimed_by_another_and_keeps_its_time_to_answer() {
        CaseFile claimed = CaseFixtures.answered();
        CaseFile released = CaseFixtures.done(AdjudicatorChanges.release(claimed, ADJUDICATOR, OPENED));

        CaseChange again = ((Outcome.Done<CaseChange>)
                        Deliberation.claim(released, OTHER, OPENED.plusSeconds(3600), OPENED))
                .value();

        assertThat(released.people().adjudicatorId()).isEmpty();
        assertThat(released.proceedings()).isEqualTo(claimed.proceedings());
        assertThat(again.state().people().adjudicatorId()).contains(OTHER.id());
        assertThat(again.state().proceedings().answerBy())
                .isEqualTo(claimed.proceedings().answerBy());
        assertThat(again.events())
                .containsExactly(new CaseEvent.AdjudicatorChanged(
                        Optional.of(OTHER.id()), Optional.empty(), Cause.CLAIMED, Optional.empty(), false, false));
    }

    @Test
    void a_case_that_gets_another_adjudicator_is_heard_alone_again() {
        CaseFile joined = JointHearingTest.inGroup(CaseFixtures.answered());
        Hearing alone = new Hearing(
                Optional.empty(),
                Optional.of(new Hearing.Departure(
                        Hearing.Cause.OTHER_ADJUDICATOR, ADJUDICATOR.id(), OPENED, BilingualText.EMPTY)));

        assertThat(CaseFixtures.done(AdjudicatorChanges.release(joined, ADJUDICATOR, OPENED))
                        .hearing())
                .isEqualTo(alone);
        assertThat(CaseFixtures.done(AdjudicatorChanges.reassign(
                                joined,
                                OPERATOR,
                                false,
                                successor("adj-9", true),
                                TEXT,
                                RespondentsTest.RESPONDENTS,
                                OPENED))
                        .hearing()
                        .group())
                .isEmpty();
    }

    @Test
    void what_is_told_says_whether_it_was_heard_with_others_and_whether_who_had_it_may_know_why() {
        CaseFile joined = JointHearingTest.inGroup(CaseFixtures.answered());
        Successor outsidersSuccessor = new Successor("adj-9", true, Optional.empty(), true);

        assertThat(changes(AdjudicatorChanges.release(joined, ADJUDICATOR, OPENED)))
                .isEqualTo(new CaseEvent.AdjudicatorChanged(
                        Optional.empty(),
                        Optional.of(ADJUDICATOR.id()),
                        Cause.RELEASED,
                        Optional.empty(),
                        false,
                        true));
        assertThat(changes(reassign(OPERATOR, false, outsidersSuccessor, TEXT)))
                .isEqualTo(new CaseEvent.AdjudicatorChanged(
                        Optional.of("adj-9"),
                        Optional.of(ADJUDICATOR.id()),
                        Cause.REASSIGNED,
                        Optional.of(TEXT),
                        true,
                        false));
    }

    @Test
    void only_who_has_claimed_the_case_gives_it_back() {
        assertThat(code(AdjudicatorChanges.release(CaseFixtures.answered(), OTHER, OPENED)))
                .isEqualTo(CaseRefusal.NOT_THE_ADJUDICATOR);
    }

    @Test
    void neither_a_respondent_nor_who_is_above_one_says_who_decides_whatever_the_role() {
        for (String person : Set.of("enf-1", "gov-vp")) {
            Actor actor = new Actor(person, Set.of("operator"), Optional.empty(), Optional.of("elsewhere"));

            assertThat(code(reassign(actor, true, successor("adj-9", true), TEXT)))
                    .isEqualTo(CaseRefusal.ADJUDICATOR_IS_FREE);
        }
    }

    @Test
    void an_adjudicator_who_is_not_the_head_gives_nothing_to_another() {
        assertThat(code(reassign(OTHER, false, successor("adj-9", true), TEXT))).isEqualTo(CaseRefusal.NOT_THE_HEAD);
        assertThat(CaseFixtures.done(reassign(OTHER, true, successor("adj-9", true), TEXT))
                        .people()
                        .adjudicatorId())
                .contains("adj-9");
    }

    @Test
    void the_new_adjudicator_is_of_the_queue_and_free_of_the_case() {
        Refusal interest = Refusal.of(CaseRefusal.CONFLICT_OF_INTEREST, "has an interest");

        assertThat(code(reassign(OPERATOR, false, successor("adv-1", true), TEXT)))
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(reassign(OPERATOR, false, successor(ADJUDICATOR.id(), true), TEXT)))
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(reassign(OPERATOR, false, successor("adj-9", false), TEXT)))
                .isEqualTo(CaseRefusal.NOT_YOUR_QUEUE);
        assertThat(code(reassign(OPERATOR, false, new Successor("adj-9", true, Optional.of(interest), false), TEXT)))
                .isEqualTo(CaseRefusal.CONFLICT_OF_INTEREST);
    }

    @Test
    void why_a_case_is_given_to_another_is_said_in_both_languages() {
        assertThat(code(reassign(OPERATOR, false, successor("adj-9", true), new BilingualText("缺席", ""))))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
    }

    private static CaseEvent changes(Outcome<CaseChange> outcome) {
        return ((Outcome.Done<CaseChange>) outcome).value().events().get(0);
    }

    private static Successor successor(String named, boolean ofQueue) {
        return new Successor(named, ofQueue, Optional.empty(), false);
    }

    private static Outcome<CaseChange> reassign(Actor actor, boolean head, Successor to, BilingualText reasons) {
        return AdjudicatorChanges.reassign(
                CaseFixtures.answered(), actor, head, to, reasons, RespondentsTest.RESPONDENTS, OPENED);
    }

    private static Object code(Outcome<CaseChange> outcome) {
        return CaseFixtures.refusal(outcome).code();
    }
}
