package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.OTHER;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.THIRD;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.events;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Similar cases are heard together; each keeps what is its own. */
class JointHearingTest {

    private static final Instant ANSWER_BY = CaseFixtures.at("2018-04-25T10:00:00+08:00");
    private static final BilingualText QUESTION = new BilingualText("问题", "the question");

    /** A case that leads, in deliberation with adj-1. */
    static CaseFile lead() {
        return done(JointHearing.lead(named("cas_lead", CaseFixtures.answered()), ADJUDICATOR, QUESTION, OPENED));
    }

    static CaseFile inGroup(CaseFile file) {
        return file.with(file.hearing().in(new Hearing.Group("cas_lead", QUESTION, "adj-1", OPENED)));
    }

    @Test
    void a_case_that_nobody_has_claimed_is_claimed_with_joining_it() {
        Outcome<CaseChange> outcome = join(CaseFixtures.submitted());

        CaseFile joined = done(outcome);
        assertThat(joined.status()).isEqualTo(CaseStatus.IN_DELIBERATION);
        assertThat(joined.people().adjudicator("adj-1")).isTrue();
        assertThat(joined.proceedings().answerBy()).contains(ANSWER_BY);
        assertThat(joined.hearing().group()).contains(new Hearing.Group("cas_lead", QUESTION, "adj-1", OPENED));
        assertThat(joined.leads()).isFalse();
        assertThat(events(outcome)).hasExactlyElementsOfTypes(CaseEvent.CaseClaimed.class, CaseEvent.CaseJoined.class);
    }

    @Test
    void one_that_is_with_the_same_adjudicator_keeps_its_answer_clock() {
        Outcome<CaseChange> outcome = join(CaseFixtures.inDeliberation());

        assertThat(done(outcome).proceedings().answerBy())
                .isEqualTo(CaseFixtures.inDeliberation().proceedings().answerBy());
        assertThat(events(outcome)).hasExactlyElementsOfTypes(CaseEvent.CaseJoined.class);
    }

    @Test
    void another_adjudicators_case_is_not_taken() {
        CaseFile others = done(Deliberation.claim(CaseFixtures.submitted(), OTHER, ANSWER_BY, OPENED));

        assertThat(code(join(others))).isEqualTo(CaseRefusal.NOT_THE_ADJUDICATOR);
    }

    @Test
    void who_has_a_part_in_the_case_does_not_join_it() {
        Actor both = staff("adv-1", "advocacy", "adjudicator");

        assertThat(code(JointHearing.join(CaseFixtures.submitted(), lead(), both, ANSWER_BY, OPENED)))
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(JointHearing.lead(CaseFixtures.answered(), both, QUESTION, OPENED)))
                .isEqualTo(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void a_case_is_in_one_group_only_and_a_lead_is_no_member() {
        CaseFile joined = done(join(CaseFixtures.inDeliberation()));
        CaseFile leads = done(JointHearing.lead(CaseFixtures.answered(), ADJUDICATOR, QUESTION, OPENED));

        assertThat(code(join(joined))).isEqualTo(CaseRefusal.ALREADY_JOINED);
        assertThat(code(join(leads))).isEqualTo(CaseRefusal.ALREADY_JOINED);
        assertThat(code(join(lead()))).isEqualTo(CaseRefusal.ALREADY_JOINED);
        assertThat(code(JointHearing.lead(joined, ADJUDICATOR, QUESTION, OPENED)))
                .isEqualTo(CaseRefusal.ALREADY_JOINED);
    }

    @Test
    void a_lead_leads_on_one_question_said_in_both_languages() {
        assertThat(code(JointHearing.lead(CaseFixtures.answered(), ADJUDICATOR, new BilingualText("问题", " "), OPENED)))
                .isEqualTo(CaseRefusal.QUESTION_MISSING);
        assertThat(code(JointHearing.lead(lead(), ADJUDICATOR, TEXT, OPENED))).isEqualTo(CaseRefusal.QUESTION_DIFFERS);
        assertThat(events(JointHearing.lead(lead(), ADJUDICATOR, QUESTION, OPENED)))
                .isEmpty();
        assertThat(code(JointHearing.lead(lead(), OTHER, QUESTION, OPENED))).isEqualTo(CaseRefusal.NOT_THE_ADJUDICATOR);
    }

    @Test
    void appeals_turn_on_the_same_when_they_share_a_clause_of_the_same_rules() {
        CaseFile of12 = about(violation("C-02", Optional.of(12)));

        assertThat(JointHearing.sameQuestion(
                        of12, about(violation("C-01", Optional.of(12)), violation("C-02", Optional.of(12)))))
                .isTrue();
        assertThat(JointHearing.sameQuestion(of12, about(violation("C-02", Optional.empty()))))
                .isTrue();
        assertThat(JointHearing.sameQuestion(of12, about(violation("C-02", Optional.of(13)))))
                .isFalse();
        assertThat(JointHearing.sameQuestion(of12, about(violation("C-03", Optional.of(12)))))
                .isFalse();
    }

    @Test
    void requests_turn_on_the_same_when_the_same_department_answers() {
        CaseFile about = complaint(Optional.of("enforcement"));

        assertThat(JointHearing.sameQuestion(about, complaint(Optional.of("enforcement"))))
                .isTrue();
        assertThat(JointHearing.sameQuestion(about, complaint(Optional.of("campaigns"))))
                .isFalse();
        assertThat(JointHearing.sameQuestion(complaint(Optional.empty()), complaint(Optional.empty())))
                .isFalse();
        assertThat(JointHearing.sameQuestion(about, CaseFixtures.answered())).isFalse();
    }

    @Test
    void whoever_the_merchant_wants_to_be_heard_alone_is_heard_alone_from_then_on() {
        CaseFile joined = inGroup(CaseFixtures.answered());

        for (Actor side : List.of(MERCHANT, ADVOCATE)) {
            CaseFile alone = done(JointHearing.leave(joined, side, TEXT, OPENED));
            assertThat(alone.hearing().group()).isEmpty();
            assertThat(alone.status()).isEqualTo(CaseStatus.IN_DELIBERATION);
            assertThat(alone.people().adjudicator("adj-1")).isTrue();
            assertThat(code(join(alone))).isEqualTo(CaseRefusal.HEARD_ALONE);
            assertThat(code(JointHearing.lead(alone, ADJUDICATOR, QUESTION, OPENED)))
                    .isEqualTo(CaseRefusal.HEARD_ALONE);
        }
    }

    @Test
    void what_the_adjudicator_let_go_can_be_joined_again() {
        CaseFile alone = done(JointHearing.leave(inGroup(CaseFixtures.answered()), ADJUDICATOR, TEXT, OPENED));

        assertThat(alone.hearing().departure().orElseThrow().cause()).isEqualTo(Hearing.Cause.ADJUDICATOR);
        assertThat(done(join(alone)).hearing().group()).isPresent();
    }

    @Test
    void leaving_needs_reasons_of_staff_in_both_languages_of_the_merchant_in_either() {
        CaseFile joined = inGroup(CaseFixtures.answered());
        BilingualText english = new BilingualText("", "my case is different");

        assertThat(code(JointHearing.leave(joined, ADJUDICATOR, english, OPENED)))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(code(JointHearing.leave(joined, ADVOCATE, english, OPENED))).isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(code(JointHearing.leave(joined, MERCHANT, BilingualText.EMPTY, OPENED)))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(done(JointHearing.leave(joined, MERCHANT, english, OPENED))
                        .hearing()
                        .departure())
                .contains(new Hearing.Departure(Hearing.Cause.MERCHANT_SIDE, "user-1", OPENED, english));
    }

    @Test
    void nobody_else_lets_a_case_leave_and_what_is_alone_cannot() {
        assertThat(code(JointHearing.leave(inGroup(CaseFixtures.answered()), OTHER, TEXT, OPENED)))
                .isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
        assertThat(code(JointHearing.leave(CaseFixtures.answered(), MERCHANT, TEXT, OPENED)))
                .isEqualTo(CaseRefusal.NOT_JOINED);
    }

    @Test
    void a_withdrawn_case_has_left() {
        CaseFile withdrawn = done(Advocacy.withdraw(inGroup(CaseFixtures.answered()), MERCHANT, OPENED));

        assertThat(withdrawn.hearing().group()).isEmpty();
        assertThat(withdrawn.hearing().departure().orElseThrow().cause()).isEqualTo(Hearing.Cause.WITHDRAWN);
        assertThat(withdrawn.hearing().aloneByRight()).isFalse();
    }

    @Test
    void a_case_that_is_reopened_is_heard_alone() {
        CaseFile proposed = inGroup(CaseFixtures.reopened());

        CaseFile reopened = done(Review.decide(proposed, THIRD, true, TEXT, AFTER_REPLIES));
        CaseFile refused = done(Review.decide(proposed, THIRD, false, TEXT, AFTER_REPLIES));

        assertThat(reopened.hearing().group()).isEmpty();
        assertThat(code(JointHearing.join(reopened, lead(), THIRD, ANSWER_BY, AFTER_REPLIES)))
                .isEqualTo(CaseRefusal.HEARD_ALONE);
        assertThat(refused.hearing()).isEqualTo(proposed.hearing());
    }

    private static Outcome<CaseChange> join(CaseFile file) {
        return JointHearing.join(file, lead(), ADJUDICATOR, ANSWER_BY, OPENED);
    }

    private static Object code(Outcome<CaseChange> outcome) {
        return refusal(outcome).code();
    }

    private static PenaltyViolation violation(String clauseId, Optional<Integer> version) {
        return new PenaltyViolation("vio_" + clauseId, clauseId, Set.of(), version);
    }

    private static CaseFile about(PenaltyViolation... violations) {
        PenaltyUnderAppeal one = CaseFixtures.penalty();
        return of(
                CaseKind.PENALTY_APPEAL,
                new PenaltyUnderAppeal(
                        one.penaltyId(),
                        one.merchantId(),
                        one.shopId(),
                        one.departmentId(),
                        one.proposedBy(),
                        one.approvers(),
                        List.of(violations),
                        one.points()),
                Optional.of("enforcement"));
    }

    private static CaseFile complaint(Optional<String> department) {
        return of(CaseKind.COMPLAINT, new Complaint("enforcement", Optional.empty(), ""), department);
    }

    private static CaseFile of(CaseKind kind, Subject subject, Optional<String> department) {
        CaseFile file = CaseFixtures.answered();
        return new CaseFile(
                file.id(),
                kind,
                file.party(),
                subject,
                file.opening(),
                file.status(),
                new People(Optional.of("adv-1"), Optional.of("adj-1"), department),
                file.proceedings(),
                file.checklist());
    }

    private static CaseFile named(String id, CaseFile file) {
        return new CaseFile(
                id,
                file.kind(),
                file.party(),
                file.subject(),
                file.opening(),
                file.status(),
                file.people(),
                file.proceedings(),
                file.checklist());
    }
}
