package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status × command cell, by running the command. What the grid leaves out is an illegal transition. */
class CaseTransitionsTest {

    /** Written by hand: command, then from → to. A case with two open effect lines; both steps of a ruling show. */
    private static final Map<CaseCommand, Map<CaseStatus, CaseStatus>> LIFE = Map.of(
            CaseCommand.ASSIGN_ADVOCATE, Map.of(CaseStatus.OPEN, CaseStatus.IN_ADVOCACY),
            CaseCommand.FILE_BRIEF, Map.of(CaseStatus.IN_ADVOCACY, CaseStatus.SUBMITTED),
            CaseCommand.CLAIM, Map.of(CaseStatus.SUBMITTED, CaseStatus.IN_DELIBERATION),
            CaseCommand.ISSUE_DRAFT,
                    Map.of(
                            CaseStatus.IN_DELIBERATION, CaseStatus.REPLY_WINDOW,
                            CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW),
            CaseCommand.REPLY, Map.of(CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW),
            CaseCommand.RULE, Map.of(CaseStatus.REPLY_WINDOW, CaseStatus.EXECUTING),
            CaseCommand.WITHDRAW,
                    Map.of(
                            CaseStatus.OPEN, CaseStatus.WITHDRAWN,
                            CaseStatus.IN_ADVOCACY, CaseStatus.WITHDRAWN,
                            CaseStatus.SUBMITTED, CaseStatus.WITHDRAWN,
                            CaseStatus.IN_DELIBERATION, CaseStatus.WITHDRAWN,
                            CaseStatus.REPLY_WINDOW, CaseStatus.WITHDRAWN),
            CaseCommand.DECLARE_INADMISSIBLE,
                    Map.of(
                            CaseStatus.SUBMITTED, CaseStatus.INADMISSIBLE,
                            CaseStatus.IN_DELIBERATION, CaseStatus.INADMISSIBLE),
            CaseCommand.CONFIRM_EFFECT, Map.of(CaseStatus.EXECUTING, CaseStatus.EXECUTING),
            CaseCommand.EFFECT_OVERDUE, Map.of(CaseStatus.EXECUTING, CaseStatus.EXECUTING));

    private static final Map<CaseStatus, CaseStatus> ARGUED = Map.of(
            CaseStatus.IN_ADVOCACY, CaseStatus.IN_ADVOCACY,
            CaseStatus.SUBMITTED, CaseStatus.SUBMITTED,
            CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION,
            CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW);

    private static final Map<CaseStatus, CaseStatus> DEFENDED = Map.of(
            CaseStatus.IN_ADVOCACY, CaseStatus.IN_ADVOCACY,
            CaseStatus.SUBMITTED, CaseStatus.SUBMITTED,
            CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION,
            CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW,
            CaseStatus.EXECUTING, CaseStatus.EXECUTING);

    private static final Map<CaseCommand, Map<CaseStatus, CaseStatus>> GRID = grid();

    private static Map<CaseCommand, Map<CaseStatus, CaseStatus>> grid() {
        Map<CaseCommand, Map<CaseStatus, CaseStatus>> grid = new EnumMap<>(LIFE);
        grid.put(CaseCommand.CHANGE_ADVOCATE, ARGUED);
        grid.put(CaseCommand.REASSIGN_ADVOCATE, DEFENDED);
        grid.put(CaseCommand.HAND_OVER, DEFENDED);
        return grid;
    }

    private static final List<CaseCommand> RUN = List.of(
            CaseCommand.ASSIGN_ADVOCATE,
            CaseCommand.CHANGE_ADVOCATE,
            CaseCommand.REASSIGN_ADVOCATE,
            CaseCommand.HAND_OVER,
            CaseCommand.FILE_BRIEF,
            CaseCommand.CLAIM,
            CaseCommand.FILE_ANSWER,
            CaseCommand.ISSUE_DRAFT,
            CaseCommand.ISSUE_CONDITIONAL_DRAFT,
            CaseCommand.REPLY,
            CaseCommand.RULE,
            CaseCommand.WITHDRAW,
            CaseCommand.DECLARE_INADMISSIBLE,
            CaseCommand.REOPEN,
            CaseCommand.CONFIRM_EFFECT,
            CaseCommand.EFFECT_OVERDUE);

    static Stream<Arguments> cells() {
        return Arrays.stream(CaseStatus.values())
                .flatMap(status -> RUN.stream().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("cells")
    void everyCellLeadsWhereTheGridSaysOrIsIllegal(CaseStatus status, CaseCommand command) {
        CaseFile before = CaseFixtures.in(status);

        Outcome<CaseChange> outcome = run(command, before);

        if (command == CaseCommand.FILE_ANSWER && status == CaseStatus.IN_DELIBERATION) {
            assertThat(CaseFixtures.refusal(outcome).code()).isEqualTo(CaseRefusal.DUPLICATE); // answered already
            assertThat(CaseFixtures.answered().status()).isEqualTo(CaseStatus.IN_DELIBERATION);
            return;
        }
        CaseStatus expected = GRID.getOrDefault(command, Map.of()).get(status);
        if (expected == null) {
            Refusal refusal = CaseFixtures.refusal(outcome);
            assertThat(refusal.code()).isEqualTo(CaseRefusal.ILLEGAL_TRANSITION);
            assertThat(refusal.attributes()).containsEntry("currentStatus", status.name());
        } else {
            assertThat(CaseFixtures.done(outcome).status()).isEqualTo(expected);
        }
    }

    @Test
    void noStatusLeadsToOrFromTheStatusesOfLaterWork() {
        assertThat(CaseTransitions.table())
                .noneMatch(row -> row.to() == CaseStatus.CONDITIONAL
                        || row.to() == CaseStatus.REOPENED
                        || row.from().equals(Optional.of(CaseStatus.CONDITIONAL))
                        || row.from().equals(Optional.of(CaseStatus.REOPENED)));
    }

    @Test
    void theTableHasOneRowForEachStatusAndCommand() {
        List<String> keys = new ArrayList<>();
        CaseTransitions.table().forEach(row -> keys.add(row.from() + " " + row.command()));

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void aRulingWithoutEffectLinesClosesTheCaseInTheSameCommand() {
        Outcome<CaseChange> outcome = Judgment.rule(
                CaseFixtures.inReplyWindow(),
                ADJUDICATOR,
                "rul_1",
                "drf_1",
                CaseFixtures.ruling(),
                EFFECTS_WITHIN,
                AFTER_REPLIES);

        assertThat(CaseFixtures.done(outcome).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(CaseFixtures.events(outcome))
                .hasExactlyElementsOfTypes(CaseEvent.RulingIssued.class, CaseEvent.CaseClosed.class);
    }

    private static Outcome<CaseChange> run(CaseCommand command, CaseFile file) {
        return switch (command) {
            case ASSIGN_ADVOCATE -> Advocacy.assign(file, OPERATOR, "adv-1", OPENED);
            case CHANGE_ADVOCATE ->
                AdvocateChanges.ask(file, MERCHANT, AdvocatePanelTest.panel(file, AdvocatePanelTest.adv2()), OPENED);
            case REASSIGN_ADVOCATE ->
                AdvocateChanges.reassign(
                        file,
                        OPERATOR,
                        Optional.empty(),
                        AdvocatePanelTest.panel(file, AdvocatePanelTest.adv2()),
                        RespondentsTest.RESPONDENTS,
                        OPENED);
            case HAND_OVER ->
                AdvocateChanges.handOver(
                        file, AdvocatePanelTest.panel(file, AdvocatePanelTest.adv2()), Optional.empty());
            case FILE_BRIEF -> Advocacy.fileBrief(file, ADVOCATE, "brf_1", "", CaseFixtures.brief(), OPENED);
            case CLAIM -> Deliberation.claim(file, ADJUDICATOR, OPENED, OPENED);
            case FILE_ANSWER -> Deliberation.answer(file, RESPONDENT, TEXT, OPENED);
            case ISSUE_DRAFT ->
                Deliberation.draft(
                        file, ADJUDICATOR, "drf_2", CaseFixtures.partial(), List.of(), AFTER_REPLIES, OPENED);
            case ISSUE_CONDITIONAL_DRAFT ->
                Deliberation.draft(file, ADJUDICATOR, "drf_2", conditional(), List.of(), AFTER_REPLIES, OPENED);
            case REPLY -> Deliberation.reply(file, MERCHANT, "words", OPENED);
            case RULE ->
                Judgment.rule(
                        file, ADJUDICATOR, "rul_1", "drf_1", CaseFixtures.ruling(), EFFECTS_WITHIN, AFTER_REPLIES);
            case WITHDRAW -> Advocacy.withdraw(file, MERCHANT, OPENED);
            case DECLARE_INADMISSIBLE -> Deliberation.declareInadmissible(file, ADJUDICATOR, TEXT, OPENED);
            case REOPEN ->
                Outcome.refused(CaseAdmission.refusal(file, CaseCommand.REOPEN, ADJUDICATOR, OPENED)
                        .orElseThrow());
            case CONFIRM_EFFECT ->
                Judgment.confirmEffect(
                        file, "eff_1", EffectState.APPLIED, Optional.empty(), "penalty-service", AFTER_REPLIES);
            case EFFECT_OVERDUE -> overdue(file);
            case OPEN_CASE, OPEN_ON_OWN_MOTION, EXECUTE, CLOSE ->
                throw new IllegalArgumentException(command + " is not given to a case");
        };
    }

    /** In statuses that have no effect lines there is nothing to be late, so nothing changes: the same as refused. */
    private static Outcome<CaseChange> overdue(CaseFile file) {
        Outcome<CaseChange> outcome = Judgment.overdue(file, "eff_1");
        boolean nothing = outcome instanceof Outcome.Done<CaseChange> done
                && done.value().events().isEmpty();
        return nothing ? Outcome.refused(CaseAdmission.illegal(file, CaseCommand.EFFECT_OVERDUE)) : outcome;
    }

    private static Deliberation.DraftContent conditional() {
        return new Deliberation.DraftContent(
                RulingOutcome.CONDITIONAL, Optional.empty(), Optional.empty(), CaseFixtures.ruling());
    }
}
