package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.OTHER;
import static io.redress.cases.domain.CaseFixtures.REPLIES_BY;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.THIRD;
import static io.redress.cases.domain.CaseFixtures.closed;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.reopened;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.kit.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reopening: two others review, and nobody is worse off. */
class ReviewTest {

    @ParameterizedTest
    @EnumSource
    void eachGroundReopens(Reopening.Ground ground) {
        CaseFile reopened = done(
                Review.propose(closed(), OTHER, "reo_1", Optional.of(ground), TEXT, Optional.empty(), AFTER_REPLIES));

        assertThat(reopened.status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(reopened.proceedings().ending()).isEmpty();
        assertThat(reopened.proceedings().ruling()).isPresent();
    }

    @Test
    void theTwoWhoReviewAreNeitherTheOneWhoRuledNorEachOtherNorOfTheCase() {
        assertThat(code(propose(closed(), ADJUDICATOR))).isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(propose(closed(), ADVOCATE))).isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(code(propose(closed(), staff("enf-1", "enforcement", "adjudicator"))))
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        for (boolean confirmed : List.of(true, false)) {
            assertThat(code(Review.decide(reopened(), ADJUDICATOR, confirmed, TEXT, AFTER_REPLIES)))
                    .isEqualTo(CaseRefusal.OWN_CAUSE);
            assertThat(code(Review.decide(reopened(), OTHER, confirmed, TEXT, AFTER_REPLIES)))
                    .isEqualTo(CaseRefusal.OWN_CAUSE);
            assertThat(code(Review.decide(reopened(), ADVOCATE, confirmed, TEXT, AFTER_REPLIES)))
                    .isEqualTo(CaseRefusal.OWN_CAUSE);
        }
    }

    @Test
    void aGroundAndReasonsInBothLanguagesAreNeeded() {
        assertThat(code(Review.propose(
                        closed(), OTHER, "reo_1", Optional.empty(), TEXT, Optional.empty(), AFTER_REPLIES)))
                .isEqualTo(CaseRefusal.GROUNDS_MISSING);
        assertThat(code(Review.propose(
                        closed(),
                        OTHER,
                        "reo_1",
                        Optional.of(Reopening.Ground.PROCEDURE),
                        new BilingualText("理由", ""),
                        Optional.empty(),
                        AFTER_REPLIES)))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
        assertThat(code(Review.decide(reopened(), THIRD, true, BilingualText.EMPTY, AFTER_REPLIES)))
                .isEqualTo(CaseRefusal.REASONS_MISSING);
    }

    @Test
    void confirmedTheCaseIsInDeliberationAgainWithItsBriefAndAnswerAndTheOneWhoConfirmed() {
        CaseFile open = confirmed();

        assertThat(open.status()).isEqualTo(CaseStatus.IN_DELIBERATION);
        assertThat(open.people().adjudicator("adj-3")).isTrue();
        assertThat(open.proceedings().brief()).isPresent();
        assertThat(open.proceedings().answer()).isPresent();
        assertThat(open.proceedings().draft()).isEmpty();
        assertThat(open.proceedings().ruling()).isEmpty();
        assertThat(open.proceedings().ending()).isEmpty();
    }

    @Test
    void refusedTheCaseIsClosedAsItWasBefore() {
        CaseFile refused = done(Review.decide(reopened(), THIRD, false, TEXT, REPLIES_BY));

        assertThat(refused.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(refused.proceedings().ending())
                .isEqualTo(closed().proceedings().ending());
        assertThat(refused.proceedings().ruling())
                .isEqualTo(closed().proceedings().ruling());
    }

    @Test
    void anOverturnedPenaltyIsNotReopened() {
        assertThat(code(propose(ruled(RulingOutcome.OVERTURN, Optional.empty()), OTHER)))
                .isEqualTo(CaseRefusal.WORSE_OFF);
    }

    @ParameterizedTest
    @CsvSource({"PARTIAL, 24, false", "PARTIAL, 25, true", "PARTIAL, 12, false", "OVERTURN, , false", "UPHOLD, , true"})
    void aSecondRulingLeavesNoMoreThanTheFirstDid(RulingOutcome outcome, Integer points, boolean worse) {
        DraftContent content = new DraftContent(
                outcome, Optional.ofNullable(points), Optional.empty(), decided(outcome), Optional.empty());

        assertThat(Deliberation.draftRefusal(confirmed(), THIRD, content, AFTER_REPLIES)
                        .filter(refusal -> refusal.code() == CaseRefusal.WORSE_OFF)
                        .isPresent())
                .isEqualTo(worse);
    }

    @Test
    void aSecondRulingMayComeToWhatTheFirstOneCameTo() {
        DraftContent all = new DraftContent(
                RulingOutcome.PARTIAL,
                Optional.of(48),
                Optional.empty(),
                decided(RulingOutcome.PARTIAL),
                Optional.empty());

        assertThat(AppealOutcome.unchanged(CaseFixtures.answered(), all)).isPresent();
        assertThat(AppealOutcome.unchanged(confirmed(), all)).isEmpty();
    }

    @Test
    void whatLiftedMeasuresAloneLeftAllPoints() {
        DraftContent lifting = new DraftContent(
                RulingOutcome.PARTIAL,
                Optional.empty(),
                Optional.empty(),
                CaseFixtures.ruling(),
                Optional.empty(),
                EarlierRulings.NONE,
                List.of("mea_1"));
        CaseFile drafted = done(Deliberation.draft(
                CaseFixtures.answered(),
                ADJUDICATOR,
                "drf_1",
                lifting,
                List.of(),
                Optional.empty(),
                REPLIES_BY,
                CaseFixtures.OPENED));
        CaseFile closed = done(Judgment.rule(
                drafted, ADJUDICATOR, "rul_1", "drf_1", CaseFixtures.ruling(), EFFECTS_WITHIN, AFTER_REPLIES));

        CaseFile reopened = done(propose(closed, OTHER));

        assertThat(reopened.proceedings().reopening().orElseThrow().former())
                .returns(RulingOutcome.PARTIAL, Reopening.Former::outcome)
                .returns(Optional.empty(), Reopening.Former::points);
        CaseFile open = done(Review.decide(reopened, THIRD, true, TEXT, AFTER_REPLIES));
        assertThat(Deliberation.draftRefusal(open, THIRD, CaseFixtures.partial(), AFTER_REPLIES))
                .isEmpty();
        assertThat(Deliberation.draftRefusal(confirmed(), THIRD, lifting, AFTER_REPLIES)
                        .orElseThrow()
                        .code())
                .as("24 points were left before, not all")
                .isEqualTo(CaseRefusal.WORSE_OFF);
    }

    @Test
    void aConditionalSecondRulingIsMeasuredByItsLapse() {
        DraftContent lapsesTo36 = CaseFixtures.conditional(Condition.Kind.CONDITION);

        assertThat(Deliberation.draftRefusal(confirmed(), THIRD, lapsesTo36, AFTER_REPLIES)
                        .orElseThrow()
                        .code())
                .isEqualTo(CaseRefusal.WORSE_OFF);
    }

    @Test
    void aLapsedConditionalRulingIsWhatItCameTo() {
        CaseFile lapsed = Conditions.of(CaseFixtures.conditional(), "case-service", EFFECTS_WITHIN, AFTER_REPLIES)
                .lapsed("cnd_1")
                .state();
        CaseFile over = done(Judgment.confirmEffect(
                lapsed, "eff_3", EffectState.APPLIED, Optional.empty(), "penalty-service", AFTER_REPLIES));

        CaseFile reopened = done(propose(over, OTHER));

        assertThat(reopened.proceedings().reopening().orElseThrow().former())
                .returns(RulingOutcome.PARTIAL, Reopening.Former::outcome)
                .returns(Optional.of(36), Reopening.Former::points);
    }

    @Test
    void itIsProposedFiveTimesAtMost() {
        CaseFile file = closed();
        for (int i = 1; i <= 5; i++) {
            Actor proposer = staff("adj-p" + i, "adjudication", "adjudicator");
            file = done(propose(file, proposer));
            file = done(Review.decide(file, THIRD, false, TEXT, AFTER_REPLIES));
        }

        assertThat(code(propose(file, OTHER))).isEqualTo(CaseRefusal.REOPENING_LIMIT_REACHED);
    }

    private static CaseFile confirmed() {
        return done(Review.decide(reopened(), THIRD, true, TEXT, AFTER_REPLIES));
    }

    private static CaseFile ruled(RulingOutcome outcome, Optional<Integer> points) {
        DraftContent content = new DraftContent(outcome, points, Optional.empty(), decided(outcome), Optional.empty());
        CaseFile drafted = done(Deliberation.draft(
                CaseFixtures.answered(),
                ADJUDICATOR,
                "drf_1",
                content,
                List.of(),
                Optional.empty(),
                REPLIES_BY,
                CaseFixtures.OPENED));
        return done(
                Judgment.rule(drafted, ADJUDICATOR, "rul_1", "drf_1", decided(outcome), EFFECTS_WITHIN, AFTER_REPLIES));
    }

    private static List<ViolationRuling> decided(RulingOutcome outcome) {
        return List.of(new ViolationRuling("vio_1", outcome, TEXT, List.of("description")));
    }

    private static Outcome<CaseChange> propose(CaseFile file, Actor actor) {
        return Review.propose(
                file, actor, "reo_9", Optional.of(Reopening.Ground.RULE_ERROR), TEXT, Optional.empty(), AFTER_REPLIES);
    }

    private static Object code(Outcome<CaseChange> outcome) {
        return refusal(outcome).code();
    }
}
