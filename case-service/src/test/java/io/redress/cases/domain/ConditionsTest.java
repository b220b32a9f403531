package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.FULFIL_BY;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.REPLIES_BY;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.at;
import static io.redress.cases.domain.CaseFixtures.conditional;
import static io.redress.cases.domain.CaseFixtures.conditionallyDrafted;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.cases.domain.Condition.Kind;
import io.redress.cases.domain.Condition.State;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional rulings: what their drafts need, and what becomes of their conditions. */
class ConditionsTest {

    private static final Instant MAY_20 = at("2018-05-20T10:00:00+08:00");

    @Test
    void aConditionalRulingOrdersNothingUntilItsConditionsAreSettled() {
        CaseFile ruled = conditional();

        assertThat(ruled.status()).isEqualTo(CaseStatus.CONDITIONAL);
        assertThat(ruled.proceedings().effects()).isEmpty();
        assertThat(ruled.proceedings().terms().orElseThrow().conditions())
                .extracting(Condition::state, Condition::fulfilBy, Condition::reportBy)
                .containsExactly(tuple(State.PENDING, FULFIL_BY, at("2018-06-04T00:00:00+08:00")));
    }

    @Test
    void allConditionsTogetherOrderTheLinesOfTheDraft() {
        CaseFile ruled = conditional(conditionallyDrafted(Kind.CONDITION, Kind.CONDITION));

        CaseChange first =
                on(ruled).reported(List.of(report("ver_1", Kind.CONDITION, "course-2", "2018-05-20T10:00:00+08:00")));
        CaseChange both = on(first.state())
                .reported(List.of(report("ver_2", Kind.CONDITION, "course-1", "2018-05-19T10:00:00+08:00")));

        assertThat(first.state().status()).isEqualTo(CaseStatus.CONDITIONAL);
        assertThat(first.events()).hasExactlyElementsOfTypes(CaseEvent.ConditionFulfilled.class);
        assertThat(both.state().status()).isEqualTo(CaseStatus.EXECUTING);
        assertThat(both.events())
                .hasExactlyElementsOfTypes(
                        CaseEvent.ConditionFulfilled.class, CaseEvent.ConditionalRulingFulfilled.class);
        assertThat(both.state().proceedings().effects())
                .extracting(EffectLine::effectId, EffectLine::dueAt)
                .containsExactly(
                        tuple("eff_1", Optional.of(MAY_20.plus(EFFECTS_WITHIN))),
                        tuple("eff_2", Optional.of(MAY_20.plus(EFFECTS_WITHIN))));
    }

    @Test
    void theFirstConditionThatLapsesOrdersTheOtherLinesAndWhatComesLaterChangesNothing() {
        CaseFile ruled = conditional(conditionallyDrafted(Kind.CONDITION, Kind.CONDITION));

        CaseChange lapsed = on(ruled).lapsed("cnd_2");

        assertThat(lapsed.state().status()).isEqualTo(CaseStatus.EXECUTING);
        assertThat(lapsed.events()).hasExactlyElementsOfTypes(CaseEvent.ConditionalRulingLapsed.class);
        assertThat(lapsed.state().proceedings().effects())
                .extracting(EffectLine::effectId)
                .containsExactly("eff_3");
        assertThat(on(lapsed.state()).lapsed("cnd_1").events()).isEmpty();
        assertThat(on(lapsed.state())
                        .reported(List.of(report("ver_1", Kind.CONDITION, "course-1", "2018-05-20T10:00:00+08:00")))
                        .events())
                .isEmpty();
    }

    @Test
    void aLapseThatUpholdsClosesTheCaseAtOnce() {
        DraftContent content = conditional(Kind.CONDITION);
        Terms terms = new Terms(
                RulingOutcome.PARTIAL,
                RulingOutcome.UPHOLD,
                Optional.empty(),
                List.of(),
                conditionallyDrafted(Kind.CONDITION)
                        .proceedings()
                        .terms()
                        .orElseThrow()
                        .conditions());
        CaseFile drafted = done(Deliberation.draft(
                CaseFixtures.answered(),
                ADJUDICATOR,
                "drf_1",
                content,
                List.of(CaseFixtures.points()),
                Optional.of(terms),
                REPLIES_BY,
                OPENED));

        CaseChange lapsed = on(conditional(drafted)).lapsed("cnd_1");

        assertThat(lapsed.state().status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(lapsed.events())
                .hasExactlyElementsOfTypes(CaseEvent.ConditionalRulingLapsed.class, CaseEvent.CaseClosed.class);
        assertThat(lapsed.state().proceedings().ending().orElseThrow().counted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CONDITION, course-1, 2018-05-31T23:59:59+08:00, true",
        "CONDITION, course-1, 2018-06-01T00:00:00+08:00, false", // too late
        "CONDITION, course-1, 2018-04-21T10:00:00+08:00, true", // when the draft was shown
        "CONDITION, course-1, 2018-04-21T09:59:59+08:00, false", // known to the adjudicator
        "CONDITION, course-2, 2018-05-20T10:00:00+08:00, false",
        "UNDERTAKING, course-1, 2018-05-20T10:00:00+08:00, false"
    })
    void whatWasAchievedInTimeSinceTheDraftCounts(Kind kind, String milestone, String achievedAt, boolean counts) {
        CaseChange change = on(conditional()).reported(List.of(report("ver_1", kind, milestone, achievedAt)));

        assertThat(change.events().isEmpty()).isEqualTo(!counts);
    }

    @Test
    void aReportAboutAnotherCaseOrProgrammeDoesNotCountAndASecondOneChangesNothing() {
        CaseFile ruled = conditional(conditionallyDrafted(Kind.CONDITION, Kind.CONDITION));
        Instant achieved = MAY_20;

        assertThat(on(ruled)
                        .reported(List.of(
                                new MilestoneReport("ver_1", Kind.CONDITION, "cas_2", "prg_1", "course-1", achieved),
                                new MilestoneReport("ver_2", Kind.CONDITION, "cas_1", "prg_2", "course-1", achieved)))
                        .events())
                .isEmpty();

        MilestoneReport report = new MilestoneReport("ver_3", Kind.CONDITION, "cas_1", "prg_1", "course-1", achieved);
        CaseFile once = on(ruled).reported(List.of(report)).state();
        assertThat(on(once).reported(List.of(report)).events()).isEmpty();
    }

    @Test
    void anUndertakingIsTheMerchantsPromiseAndCannotBeImposed() {
        CaseFile drafted = conditionallyDrafted(Kind.UNDERTAKING);

        assertThat(CaseAdmission.refusal(drafted, CaseCommand.RULE, ADJUDICATOR, AFTER_REPLIES)
                        .orElseThrow()
                        .code())
                .isEqualTo(CaseRefusal.UNDERTAKING_NOT_GIVEN);
        assertThat(refusal(Deliberation.reply(drafted, ADVOCATE, "she will", true, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.UNDERTAKING_INVALID);
        CaseFile agreed = done(Deliberation.reply(drafted, MERCHANT, "I will", true, OPENED));
        assertThat(conditional(agreed).status()).isEqualTo(CaseStatus.CONDITIONAL);
        assertThat(refusal(Deliberation.reply(conditionallyDrafted(Kind.CONDITION), MERCHANT, "I will", true, OPENED))
                        .code())
                .isEqualTo(CaseRefusal.UNDERTAKING_INVALID);
    }

    @Test
    void aConditionWhoseTimeIsOverCannotBeRuled() {
        Outcome<CaseChange> late = Judgment.rule(
                conditionallyDrafted(Kind.CONDITION),
                ADJUDICATOR,
                "rul_1",
                "drf_1",
                CaseFixtures.ruling(),
                EFFECTS_WITHIN,
                FULFIL_BY);

        assertThat(refusal(late).code()).isEqualTo(CaseRefusal.CONDITION_INVALID);
    }

    @Test
    void termsThatContradictThemselvesAreRefused() {
        TermsContent whole = conditional(Kind.CONDITION).terms().orElseThrow();
        TermsContent.Asked asked = whole.conditions().get(0);

        assertThat(code(RulingOutcome.CONDITIONAL, Optional.of(24), Optional.empty()))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(RulingOutcome.PARTIAL, Optional.of(24), Optional.of(whole)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.UPHOLD, Optional.empty())))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(whole(RulingOutcome.UPHOLD, RulingOutcome.UPHOLD, Optional.empty(), asked)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.OVERTURN, Optional.empty(), asked)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.PARTIAL, Optional.of(24), asked)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.UPHOLD, Optional.empty(), asked, asked)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.PARTIAL, Optional.empty(), asked)))
                .isEqualTo(CaseRefusal.POINTS_MISSING);
        assertThat(code(RulingOutcome.CONDITIONAL, Optional.empty(), Optional.of(whole)))
                .isEqualTo(CaseRefusal.POINTS_MISSING);
        var zhOnly =
                new TermsContent.Asked(Kind.CONDITION, new BilingualText("条件", " "), "prg_1", "course-1", FULFIL_BY);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.UPHOLD, Optional.empty(), zhOnly)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
        var over = new TermsContent.Asked(Kind.CONDITION, TEXT, "prg_1", "course-1", OPENED);
        assertThat(code(whole(RulingOutcome.PARTIAL, RulingOutcome.UPHOLD, Optional.empty(), over)))
                .isEqualTo(CaseRefusal.CONDITION_INVALID);
    }

    @Test
    void measures_that_end_when_the_conditions_are_fulfilled_need_no_points() {
        TermsContent.Asked asked =
                conditional(Kind.CONDITION).terms().orElseThrow().conditions().get(0);

        assertThat(lifting(whole(RulingOutcome.PARTIAL, RulingOutcome.UPHOLD, Optional.empty(), asked)))
                .isEmpty();
        assertThat(lifting(whole(RulingOutcome.PARTIAL, RulingOutcome.PARTIAL, Optional.of(36), asked)))
                .as("fewer points would be left when a condition lapses")
                .contains(CaseRefusal.CONDITION_INVALID);
    }

    private static Optional<Object> lifting(TermsContent terms) {
        DraftContent content = new DraftContent(
                RulingOutcome.CONDITIONAL,
                Optional.empty(),
                Optional.empty(),
                CaseFixtures.ruling(),
                Optional.of(terms),
                EarlierRulings.NONE,
                List.of("mea_1"));
        return Deliberation.draftRefusal(CaseFixtures.answered(), ADJUDICATOR, content, OPENED)
                .map(refusal -> refusal.code());
    }

    private static TermsContent whole(
            RulingOutcome fulfilled, RulingOutcome otherwise, Optional<Integer> points, TermsContent.Asked... asked) {
        return new TermsContent(fulfilled, otherwise, points, List.of(asked));
    }

    private static Object code(TermsContent terms) {
        return code(RulingOutcome.CONDITIONAL, Optional.of(24), Optional.of(terms));
    }

    private static Object code(RulingOutcome outcome, Optional<Integer> points, Optional<TermsContent> terms) {
        DraftContent content = new DraftContent(outcome, points, Optional.empty(), CaseFixtures.ruling(), terms);
        return Deliberation.draftRefusal(CaseFixtures.answered(), ADJUDICATOR, content, OPENED)
                .orElseThrow()
                .code();
    }

    private static Conditions on(CaseFile file) {
        return Conditions.of(file, "penalty-service", EFFECTS_WITHIN, MAY_20);
    }
}
