package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.REPLIES_BY;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.at;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.events;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRulesTest {

    @Test
    void anAdvocateOpensOnHerOwnMotionAndIsAssignedInTheSameCommand() {
        Outcome<CaseChange> outcome =
                Advocacy.open(CaseFixtures.intake(Optional.of("enforcement")), ADVOCATE, true, OPENED);

        assertThat(done(outcome).status()).isEqualTo(CaseStatus.IN_ADVOCACY);
        assertThat(done(outcome).people().advocateId()).contains("adv-1");
        assertThat(events(outcome))
                .containsExactly(new CaseEvent.CaseOpened(), new CaseEvent.AdvocateAssigned("adv-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enf-1", "enf-lead"})
    void whoImposedThePenaltyIsNoAdvocateAndNoAdjudicatorOfIt(String employee) {
        var imposer = staff(employee, "enforcement", "advocate", "adjudicator");

        assertThat(refusal(Advocacy.open(CaseFixtures.intake(Optional.empty()), imposer, true, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(refusal(Advocacy.assign(CaseFixtures.opened(), OPERATOR, employee, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(refusal(Deliberation.claim(CaseFixtures.submitted(), imposer, OPENED, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(refusal(Deliberation.declareInadmissible(CaseFixtures.submitted(), imposer, TEXT, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void whoHasArguedInTheCaseDoesNotDecideItThoughAnotherOneArguesNow() {
        CaseFile submitted = CaseFixtures.submitted();
        CaseFile handedOver = submitted.with(submitted.people().withAdvocate("adv-2"));
        var former = staff("adv-1", "adjudication", "adjudicator");
        CaseFile released = CaseFixtures.done(
                AdjudicatorChanges.release(CaseFixtures.answered(), CaseFixtures.ADJUDICATOR, OPENED));
        var answered = staff("enf-2", "adjudication", "adjudicator");

        assertThat(refusal(Deliberation.claim(handedOver, former, OPENED, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(refusal(Deliberation.claim(released, answered, OPENED, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void theAdvocateDoesNotJudgeHerOwnCaseWhateverItsStatus() {
        var advocate = staff("adv-1", "advocacy", "advocate", "adjudicator");

        for (CaseStatus status : List.of(CaseStatus.IN_ADVOCACY, CaseStatus.SUBMITTED, CaseStatus.REPLY_WINDOW)) {
            assertThat(refusal(Judgment.rule(
                                    CaseFixtures.in(status),
                                    advocate,
                                    "rul_1",
                                    "drf_1",
                                    CaseFixtures.ruling(),
                                    EFFECTS_WITHIN,
                                    AFTER_REPLIES))
                            .code())
                    .isEqualTo(CaseRefusal.OWN_CAUSE);
        }
    }

    @Test
    void onlyTheAdjudicatorWhoClaimedTheCaseDecidesIt() {
        var other = staff("adj-2", "adjudication", "adjudicator");

        assertThat(refusal(Judgment.rule(
                                CaseFixtures.inReplyWindow(),
                                other,
                                "rul_1",
                                "drf_1",
                                CaseFixtures.ruling(),
                                EFFECTS_WITHIN,
                                AFTER_REPLIES))
                        .code())
                .isEqualTo(CaseRefusal.NOT_THE_ADJUDICATOR);
    }

    @Test
    void onlyTheCasesAdvocateFilesTheBrief() {
        var other = staff("adv-2", "advocacy", "advocate");

        assertThat(refusal(Advocacy.fileBrief(
                                CaseFixtures.inAdvocacy(), other, "brf_1", "", CaseFixtures.brief(), OPENED))
                        .code())
                .isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
    }

    @Test
    void aBriefNeedsGroundsForEveryViolationItNamesAndHardshipIsNone() {
        assertThat(brief(List.of())).isEqualTo(CaseRefusal.GROUNDS_MISSING);
        assertThat(brief(List.of(point("vio_1")))).isEqualTo(CaseRefusal.GROUNDS_MISSING);
        assertThat(brief(List.of(point("vio_1", Ground.FACTS_WRONG, Ground.HARDSHIP))))
                .isEqualTo(CaseRefusal.HARDSHIP_IS_NO_GROUND);
        assertThat(brief(List.of(point("vio_9", Ground.FACTS_WRONG)))).isEqualTo(CaseRefusal.UNKNOWN_VIOLATION);
    }

    @Test
    void onlyTheDepartmentThatImposedThePenaltyAnswers() {
        var otherDepartment = staff("cam-1", "campaigns", "respondent");
        var advocateToo = staff("adv-1", "enforcement", "advocate", "respondent");

        assertThat(refusal(Deliberation.answer(CaseFixtures.inDeliberation(), otherDepartment, TEXT, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.NOT_THE_RESPONDENT);
        assertThat(refusal(Deliberation.answer(CaseFixtures.inDeliberation(), advocateToo, TEXT, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void aDraftWaitsForTheAnswerUntilItsTimeHasLapsed() {
        CaseFile unanswered = CaseFixtures.inDeliberation();

        assertThat(Deliberation.draftRefusal(
                        unanswered, ADJUDICATOR, CaseFixtures.partial(), at("2018-04-25T09:59:59+08:00")))
                .map(refusal -> refusal.code())
                .contains(CaseRefusal.ANSWER_WINDOW_OPEN);
        assertThat(Deliberation.draftRefusal(
                        unanswered, ADJUDICATOR, CaseFixtures.partial(), at("2018-04-25T10:00:00+08:00")))
                .isEmpty();
    }

    @Test
    void aRulingNeedsIndividualReasonsInBothLanguagesForEveryViolation() {
        assertThat(draft(List.of())).isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(draft(CaseFixtures.ruling(new BilingualText("理由", " "), "description")))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
    }

    @Test
    void aRulingRestsOnDisclosedFactsAndNeverOnHardship() {
        assertThat(draft(CaseFixtures.ruling(TEXT))).isEqualTo(CaseRefusal.SEALED_MATERIAL_ALONE);
        assertThat(draft(CaseFixtures.ruling(TEXT, "graph-risk"))).isEqualTo(CaseRefusal.SEALED_MATERIAL_ALONE);
        assertThat(draft(CaseFixtures.ruling(TEXT, "description", "doc-2")))
                .isEqualTo(CaseRefusal.HARDSHIP_IS_NO_GROUND);
    }

    @Test
    void aPartialRulingSaysHowManyPointsAreLeft() {
        var content = new Deliberation.DraftContent(
                RulingOutcome.PARTIAL, Optional.empty(), Optional.empty(), CaseFixtures.ruling(), Optional.empty());

        assertThat(Deliberation.draftRefusal(CaseFixtures.answered(), ADJUDICATOR, content, OPENED))
                .map(refusal -> refusal.code())
                .contains(CaseRefusal.POINTS_MISSING);
    }

    @Test
    void aRulingWaitsForTheReplyWindowOrBothSides() {
        CaseFile drafted = CaseFixtures.inReplyWindow();
        CaseFile one = done(Deliberation.reply(drafted, ADVOCATE, "fair", false, OPENED));
        CaseFile both = done(Deliberation.reply(one, RESPONDENT, "we disagree", false, OPENED));

        assertThat(CaseAdmission.refusal(one, CaseCommand.RULE, ADJUDICATOR, REPLIES_BY.minusSeconds(1)))
                .map(refusal -> refusal.code())
                .contains(CaseRefusal.REPLY_WINDOW_OPEN);
        assertThat(CaseAdmission.refusal(one, CaseCommand.RULE, ADJUDICATOR, REPLIES_BY))
                .isEmpty();
        assertThat(CaseAdmission.refusal(both, CaseCommand.RULE, ADJUDICATOR, OPENED))
                .isEmpty();
    }

    @Test
    void repliesEndWithTheWindowAndAreLimited() {
        CaseFile full = CaseFixtures.inReplyWindow();
        for (int i = 0; i < Deliberation.MAX_REPLIES_PER_SIDE; i++) {
            full = done(Deliberation.reply(full, MERCHANT, "again", false, OPENED));
        }

        assertThat(refusal(Deliberation.reply(full, MERCHANT, "once more", false, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.REPLY_LIMIT_REACHED);
        assertThat(refusal(Deliberation.reply(CaseFixtures.inReplyWindow(), MERCHANT, "late", false, REPLIES_BY))
                        .code())
                .isEqualTo(CaseRefusal.REPLY_WINDOW_CLOSED);
    }

    @Test
    void aRulingFollowsTheCurrentDraft() {
        CaseFile drafted = CaseFixtures.inReplyWindow();
        var otherOutcome = List.of(new ViolationRuling("vio_1", RulingOutcome.OVERTURN, TEXT, List.of("description")));

        assertThat(refusal(Judgment.rule(
                                drafted,
                                ADJUDICATOR,
                                "rul_1",
                                "drf_0",
                                CaseFixtures.ruling(),
                                EFFECTS_WITHIN,
                                AFTER_REPLIES))
                        .code())
                .isEqualTo(CaseRefusal.INCONSISTENT_WITH_DRAFT);
        assertThat(refusal(Judgment.rule(
                                drafted, ADJUDICATOR, "rul_1", "drf_1", otherOutcome, EFFECTS_WITHIN, AFTER_REPLIES))
                        .code())
                .isEqualTo(CaseRefusal.INCONSISTENT_WITH_DRAFT);
    }

    @Test
    void aCaseClosesOnlyWhenEveryEffectLineIsAppliedOrSuperseded() {
        CaseFile executing = CaseFixtures.executing();

        CaseFile failed = answer(executing, "eff_2", EffectState.FAILED);
        CaseFile half = answer(failed, "eff_1", EffectState.APPLIED);
        CaseFile whole = answer(half, "eff_2", EffectState.SUPERSEDED);

        assertThat(failed.status()).isEqualTo(CaseStatus.EXECUTING);
        assertThat(half.status()).isEqualTo(CaseStatus.EXECUTING);
        assertThat(whole.status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void aRepeatedAnswerChangesNothing() {
        CaseFile half = answer(CaseFixtures.executing(), "eff_1", EffectState.APPLIED);

        Outcome<CaseChange> again = Judgment.confirmEffect(
                half, "eff_1", EffectState.FAILED, Optional.empty(), "penalty-service", AFTER_REPLIES);

        assertThat(events(again)).isEmpty();
        assertThat(done(again)).isEqualTo(half);
    }

    @Test
    void aLateLineIsMarkedOnceAndStillAnswered() {
        CaseFile late = done(Judgment.overdue(CaseFixtures.executing(), "eff_1"));

        assertThat(late.proceedings().effects().get(0).overdue()).isTrue();
        assertThat(events(Judgment.overdue(late, "eff_1"))).isEmpty();
        assertThat(answer(late, "eff_1", EffectState.APPLIED)
                        .proceedings()
                        .effects()
                        .get(0)
                        .state())
                .isEqualTo(EffectState.APPLIED);
    }

    @Test
    void aWithdrawalCountsOnlyAfterTheBrief() {
        assertThat(done(Advocacy.withdraw(CaseFixtures.inAdvocacy(), MERCHANT, OPENED))
                        .excludesAnother())
                .isFalse();
        assertThat(done(Advocacy.withdraw(CaseFixtures.submitted(), MERCHANT, OPENED))
                        .excludesAnother())
                .isTrue();
    }

    @Test
    void nextActionsAreWhatThisPersonMayDoNow() {
        CaseFile drafted = CaseFixtures.inReplyWindow();

        assertThat(CaseAdmission.nextActions(drafted, ADJUDICATOR, OPENED)).containsExactly("issueDraftRuling");
        assertThat(CaseAdmission.nextActions(drafted, ADJUDICATOR, REPLIES_BY))
                .containsExactly("issueDraftRuling", "issueRuling");
        assertThat(CaseAdmission.nextActions(drafted, MERCHANT, OPENED))
                .containsExactly("fileReply", "withdrawCase", "changeAdvocate");
        assertThat(CaseAdmission.nextActions(drafted, ADVOCATE, OPENED))
                .containsExactly("changeRequirement", "fileReply", "withdrawCase", "reassignAdvocate");
        assertThat(CaseAdmission.nextActions(drafted, RESPONDENT, OPENED)).containsExactly("fileReply");
        assertThat(CaseAdmission.nextActions(CaseFixtures.closed(), MERCHANT, OPENED))
                .containsExactly("requestReopening");
        assertThat(CaseAdmission.nextActions(CaseFixtures.requested(), MERCHANT, OPENED))
                .isEmpty();
        assertThat(CaseAdmission.nextActions(
                        CaseFixtures.submitted(), staff("enf-1", "enforcement", "adjudicator"), OPENED))
                .isEmpty();
    }

    private static CaseFile answer(CaseFile file, String effectId, EffectState result) {
        return done(Judgment.confirmEffect(file, effectId, result, Optional.empty(), "penalty-service", AFTER_REPLIES));
    }

    private static Object brief(List<BriefPoint> points) {
        return refusal(Advocacy.fileBrief(CaseFixtures.inAdvocacy(), ADVOCATE, "brf_1", "", points, OPENED))
                .code();
    }

    private static BriefPoint point(String violationId, Ground... grounds) {
        return new BriefPoint(violationId, List.of(grounds), TEXT, List.of());
    }

    private static Object draft(List<ViolationRuling> violations) {
        var content = new Deliberation.DraftContent(
                RulingOutcome.PARTIAL, Optional.of(24), Optional.empty(), violations, Optional.empty());
        return Deliberation.draftRefusal(CaseFixtures.answered(), ADJUDICATOR, content, OPENED)
                .orElseThrow()
                .code();
    }
}
