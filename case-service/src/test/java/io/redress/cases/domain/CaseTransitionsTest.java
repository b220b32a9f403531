package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.EFFECTS_WITHIN;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.OTHER;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.THIRD;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
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

    /**
     * Written by hand: command, then from → to. A case with two open effect lines; both steps of a ruling show,
     * and both of a condition that settles its terms.
     */
    private static final Map<CaseCommand, Map<CaseStatus, CaseStatus>> LIFE = Map.ofEntries(
            Map.entry(CaseCommand.ASSIGN_ADVOCATE, Map.of(CaseStatus.OPEN, CaseStatus.IN_ADVOCACY)),
            Map.entry(
                    CaseCommand.SAY_OF_REQUIREMENT,
                    Map.of(
                            CaseStatus.IN_ADVOCACY, CaseStatus.IN_ADVOCACY,
                            CaseStatus.SUBMITTED, CaseStatus.SUBMITTED,
                            CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION,
                            CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW)),
            Map.entry(CaseCommand.FILE_BRIEF, Map.of(CaseStatus.IN_ADVOCACY, CaseStatus.SUBMITTED)),
            Map.entry(CaseCommand.CLAIM, Map.of(CaseStatus.SUBMITTED, CaseStatus.IN_DELIBERATION)),
            Map.entry(
                    CaseCommand.ISSUE_DRAFT,
                    Map.of(
                            CaseStatus.IN_DELIBERATION, CaseStatus.REPLY_WINDOW,
                            CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW)),
            Map.entry(
                    CaseCommand.ISSUE_CONDITIONAL_DRAFT,
                    Map.of(
                            CaseStatus.IN_DELIBERATION, CaseStatus.REPLY_WINDOW,
                            CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW)),
            Map.entry(CaseCommand.REPLY, Map.of(CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW)),
            Map.entry(CaseCommand.RULE, Map.of(CaseStatus.REPLY_WINDOW, CaseStatus.EXECUTING)),
            Map.entry(
                    CaseCommand.WITHDRAW,
                    Map.of(
                            CaseStatus.OPEN, CaseStatus.WITHDRAWN,
                            CaseStatus.IN_ADVOCACY, CaseStatus.WITHDRAWN,
                            CaseStatus.SUBMITTED, CaseStatus.WITHDRAWN,
                            CaseStatus.IN_DELIBERATION, CaseStatus.WITHDRAWN,
                            CaseStatus.REPLY_WINDOW, CaseStatus.WITHDRAWN)),
            Map.entry(
                    CaseCommand.DECLARE_INADMISSIBLE,
                    Map.of(
                            CaseStatus.SUBMITTED, CaseStatus.INADMISSIBLE,
                            CaseStatus.IN_DELIBERATION, CaseStatus.INADMISSIBLE)),
            Map.entry(CaseCommand.REQUEST_REOPENING, Map.of(CaseStatus.CLOSED, CaseStatus.CLOSED)),
            Map.entry(CaseCommand.REFUSE_REOPENING_REQUEST, Map.of(CaseStatus.CLOSED, CaseStatus.CLOSED)),
            Map.entry(
                    CaseCommand.REOPENING_REQUEST_OVERDUE,
                    Map.of(
                            CaseStatus.CLOSED, CaseStatus.CLOSED,
                            CaseStatus.REOPENED, CaseStatus.REOPENED)),
            Map.entry(CaseCommand.REOPEN, Map.of(CaseStatus.CLOSED, CaseStatus.REOPENED)),
            Map.entry(CaseCommand.CONFIRM_REOPENING, Map.of(CaseStatus.REOPENED, CaseStatus.IN_DELIBERATION)),
            Map.entry(CaseCommand.REFUSE_REOPENING, Map.of(CaseStatus.REOPENED, CaseStatus.CLOSED)),
            Map.entry(CaseCommand.CONTINUE, Map.of(CaseStatus.WITHDRAWN, CaseStatus.IN_ADVOCACY)),
            Map.entry(CaseCommand.FULFIL_CONDITION, Map.of(CaseStatus.CONDITIONAL, CaseStatus.EXECUTING)),
            Map.entry(CaseCommand.CONDITION_LAPSED, Map.of(CaseStatus.CONDITIONAL, CaseStatus.EXECUTING)),
            Map.entry(CaseCommand.CONFIRM_EFFECT, Map.of(CaseStatus.EXECUTING, CaseStatus.EXECUTING)),
            Map.entry(CaseCommand.EFFECT_OVERDUE, Map.of(CaseStatus.EXECUTING, CaseStatus.EXECUTING)));

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

    /** Of an effect line that is overdue. */
    private static final List<CaseCommand> STUCK =
            List.of(CaseCommand.ORDER_EFFECT_AGAIN, CaseCommand.PROPOSE_SETTLEMENT, CaseCommand.CONFIRM_SETTLEMENT);

    private static final Map<CaseCommand, Map<CaseStatus, CaseStatus>> GRID = grid();

    private static Map<CaseCommand, Map<CaseStatus, CaseStatus>> grid() {
        Map<CaseCommand, Map<CaseStatus, CaseStatus>> grid = new EnumMap<>(LIFE);
        grid.put(CaseCommand.CHANGE_ADVOCATE, ARGUED);
        grid.put(CaseCommand.REASSIGN_ADVOCATE, DEFENDED);
        grid.put(CaseCommand.HAND_OVER, DEFENDED);
        grid.put(CaseCommand.LEAD, Map.of(CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION));
        grid.put(
                CaseCommand.JOIN,
                Map.of(
                        CaseStatus.SUBMITTED, CaseStatus.IN_DELIBERATION,
                        CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION));
        grid.put(
                CaseCommand.LEAVE,
                Map.of(
                        CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION,
                        CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW));
        grid.put(CaseCommand.RELEASE_CLAIM, Map.of(CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION));
        grid.put(
                CaseCommand.REASSIGN_CLAIM,
                Map.of(
                        CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION,
                        CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW));
        STUCK.forEach(command -> grid.put(command, Map.of(CaseStatus.EXECUTING, CaseStatus.EXECUTING)));
        grid.put(
                CaseCommand.MOVE_TO_QUEUE,
                Map.of(
                        CaseStatus.OPEN, CaseStatus.OPEN,
                        CaseStatus.IN_ADVOCACY, CaseStatus.IN_ADVOCACY,
                        CaseStatus.SUBMITTED, CaseStatus.SUBMITTED,
                        CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION,
                        CaseStatus.REPLY_WINDOW, CaseStatus.REPLY_WINDOW,
                        CaseStatus.RULED, CaseStatus.RULED,
                        CaseStatus.CONDITIONAL, CaseStatus.CONDITIONAL,
                        CaseStatus.EXECUTING, CaseStatus.EXECUTING,
                        CaseStatus.REOPENED, CaseStatus.REOPENED));
        return grid;
    }

    private static final List<CaseCommand> RUN = List.of(
            CaseCommand.ASSIGN_ADVOCATE,
            CaseCommand.SAY_OF_REQUIREMENT,
            CaseCommand.CHANGE_ADVOCATE,
            CaseCommand.REASSIGN_ADVOCATE,
            CaseCommand.HAND_OVER,
            CaseCommand.LEAD,
            CaseCommand.JOIN,
            CaseCommand.LEAVE,
            CaseCommand.FILE_BRIEF,
            CaseCommand.CLAIM,
            CaseCommand.RELEASE_CLAIM,
            CaseCommand.REASSIGN_CLAIM,
            CaseCommand.MOVE_TO_QUEUE,
            CaseCommand.ORDER_EFFECT_AGAIN,
            CaseCommand.PROPOSE_SETTLEMENT,
            CaseCommand.CONFIRM_SETTLEMENT,
            CaseCommand.FILE_ANSWER,
            CaseCommand.ISSUE_DRAFT,
            CaseCommand.ISSUE_CONDITIONAL_DRAFT,
            CaseCommand.REPLY,
            CaseCommand.RULE,
            CaseCommand.WITHDRAW,
            CaseCommand.DECLARE_INADMISSIBLE,
            CaseCommand.REQUEST_REOPENING,
            CaseCommand.REFUSE_REOPENING_REQUEST,
            CaseCommand.REOPENING_REQUEST_OVERDUE,
            CaseCommand.REOPEN,
            CaseCommand.CONFIRM_REOPENING,
            CaseCommand.REFUSE_REOPENING,
            CaseCommand.CONTINUE,
            CaseCommand.FULFIL_CONDITION,
            CaseCommand.CONDITION_LAPSED,
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
    void aCaseThatWasWithdrawnAfterItsBriefIsContinuedWhereItWas() {
        CaseFile withdrawn = CaseFixtures.done(Advocacy.withdraw(CaseFixtures.submitted(), MERCHANT, OPENED));

        Outcome<CaseChange> continued = Continuing.on(withdrawn, ADVOCATE, true, false, AFTER_REPLIES);

        assertThat(CaseFixtures.done(continued).status()).isEqualTo(CaseStatus.SUBMITTED);
        assertThat(CaseTransitions.find(CaseStatus.WITHDRAWN, CaseCommand.CONTINUE_SUBMITTED)
                        .orElseThrow()
                        .to())
                .isEqualTo(CaseStatus.SUBMITTED);
    }

    /** By hand: what follows by itself, within another command, what is continued after its brief, and what is claimed again. */
    private static final Map<CaseCommand, Map<CaseStatus, CaseStatus>> FOLLOWING = Map.of(
            CaseCommand.AWAIT_CONDITIONS, Map.of(CaseStatus.RULED, CaseStatus.CONDITIONAL),
            CaseCommand.EXECUTE,
                    Map.of(
                            CaseStatus.RULED, CaseStatus.EXECUTING,
                            CaseStatus.CONDITIONAL, CaseStatus.EXECUTING),
            CaseCommand.CLOSE,
                    Map.of(
                            CaseStatus.RULED, CaseStatus.CLOSED,
                            CaseStatus.CONDITIONAL, CaseStatus.CLOSED,
                            CaseStatus.EXECUTING, CaseStatus.CLOSED),
            CaseCommand.CLAIM_RELEASED, Map.of(CaseStatus.IN_DELIBERATION, CaseStatus.IN_DELIBERATION),
            CaseCommand.CONTINUE_SUBMITTED, Map.of(CaseStatus.WITHDRAWN, CaseStatus.SUBMITTED),
            CaseCommand.OPEN_CASE, Map.of(),
            CaseCommand.OPEN_ON_OWN_MOTION, Map.of());

    static Stream<Arguments> cellsOfWhatFollows() {
        return Arrays.stream(CaseStatus.values())
                .flatMap(status -> FOLLOWING.keySet().stream().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("cellsOfWhatFollows")
    void whatFollowsByItselfHasARowWhereTheGridSaysAndNoneElsewhere(CaseStatus status, CaseCommand command) {
        assertThat(CaseTransitions.find(status, command).map(Transition::to))
                .isEqualTo(Optional.ofNullable(FOLLOWING.get(command).get(status)));
    }

    @Test
    void everyCommandThereIsHasItsCellsHere() {
        List<CaseCommand> all = new ArrayList<>(RUN);
        all.addAll(FOLLOWING.keySet());

        assertThat(all).containsExactlyInAnyOrder(CaseCommand.values());
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

    private static final Settlement SETTLEMENT =
            new Settlement("eff_m", EffectState.APPLIED, TEXT, "ops-2", AFTER_REPLIES);

    /** With a line of the marketplace's that was not answered in its time. */
    private static CaseFile stuck(CaseFile file) {
        if (file.status() != CaseStatus.EXECUTING) {
            return file;
        }
        EffectLine transfer = EffectLine.pinned(
                        "eff_m", EffectOwner.MARKETPLACE, EffectKind.TRANSFER, "s-1", EffectTarget.ownedBy("m-9"))
                .ordered(OPENED)
                .late();
        return file.with(file.proceedings()
                .with(Stream.concat(file.proceedings().effects().stream(), Stream.of(transfer))
                        .toList()));
    }

    private static Outcome<CaseChange> run(CaseCommand command, CaseFile file) {
        return switch (command) {
            case ASSIGN_ADVOCATE -> Advocacy.assign(file, OPERATOR, "adv-1", OPENED);
            case SAY_OF_REQUIREMENT ->
                Advocacy.sayOfRequirement(
                        file,
                        ADVOCATE,
                        "disputedFact.vio_1",
                        new Requirement.Entry(
                                RequirementState.PROVIDED,
                                Optional.of(new Evidence("photo", "doc-1")),
                                Optional.empty(),
                                "adv-1",
                                OPENED),
                        OPENED);
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
            case LEAD -> JointHearing.lead(file, ADJUDICATOR, TEXT, OPENED);
            case JOIN -> JointHearing.join(file, JointHearingTest.lead(), ADJUDICATOR, OPENED, OPENED);
            case LEAVE -> JointHearing.leave(JointHearingTest.inGroup(file), MERCHANT, TEXT, OPENED);
            case FILE_BRIEF -> Advocacy.fileBrief(file, ADVOCATE, "brf_1", "", CaseFixtures.brief(), OPENED);
            case CLAIM -> Deliberation.claim(file, ADJUDICATOR, OPENED, OPENED);
            case RELEASE_CLAIM -> AdjudicatorChanges.release(file, ADJUDICATOR, OPENED);
            case REASSIGN_CLAIM ->
                AdjudicatorChanges.reassign(
                        file,
                        OPERATOR,
                        false,
                        new AdjudicatorChanges.Successor("adj-9", true, Optional.empty(), false),
                        TEXT,
                        RespondentsTest.RESPONDENTS,
                        OPENED);
            case MOVE_TO_QUEUE ->
                QueueMoves.move(
                        file,
                        OPERATOR,
                        "rulings",
                        new Destination("sensitive", Priority.HIGH),
                        false,
                        RespondentsTest.RESPONDENTS,
                        "concerns a colleague",
                        OPENED);
            case FILE_ANSWER -> Deliberation.answer(file, RESPONDENT, TEXT, OPENED);
            case ISSUE_DRAFT ->
                Deliberation.draft(
                        file,
                        ADJUDICATOR,
                        "drf_2",
                        CaseFixtures.partial(),
                        List.of(),
                        Optional.empty(),
                        AFTER_REPLIES,
                        OPENED);
            case ISSUE_CONDITIONAL_DRAFT ->
                Deliberation.draft(
                        file,
                        ADJUDICATOR,
                        "drf_2",
                        CaseFixtures.conditional(Condition.Kind.CONDITION),
                        List.of(),
                        Optional.empty(),
                        AFTER_REPLIES,
                        OPENED);
            case REPLY -> Deliberation.reply(file, MERCHANT, "words", false, OPENED);
            case RULE ->
                Judgment.rule(
                        file, ADJUDICATOR, "rul_1", "drf_1", CaseFixtures.ruling(), EFFECTS_WITHIN, AFTER_REPLIES);
            case WITHDRAW -> Advocacy.withdraw(file, MERCHANT, OPENED);
            case DECLARE_INADMISSIBLE -> Deliberation.declareInadmissible(file, ADJUDICATOR, TEXT, OPENED);
            case REOPEN ->
                Review.propose(
                        file,
                        OTHER,
                        "reo_1",
                        Optional.of(Reopening.Ground.NEW_EVIDENCE),
                        TEXT,
                        Optional.empty(),
                        AFTER_REPLIES);
            case REQUEST_REOPENING ->
                ReopeningRequests.ask(
                        file,
                        MERCHANT,
                        "rrq_1",
                        CaseFixtures.asked(Reopening.Ground.PROCEDURE),
                        CaseFixtures.REQUEST_DUE,
                        AFTER_REPLIES);
            case REFUSE_REOPENING_REQUEST -> ReopeningRequests.refuse(asked(file), OTHER, "rrq_1", TEXT, AFTER_REPLIES);
            case REOPENING_REQUEST_OVERDUE -> ReopeningRequests.overdue(asked(file), CaseFixtures.REQUEST_DUE);
            case CONFIRM_REOPENING -> Review.decide(file, THIRD, true, TEXT, AFTER_REPLIES);
            case REFUSE_REOPENING -> Review.decide(file, THIRD, false, TEXT, AFTER_REPLIES);
            case CONTINUE -> Continuing.on(file, ADVOCATE, true, false, AFTER_REPLIES);
            case ORDER_EFFECT_AGAIN ->
                StuckEffects.orderAgain(stuck(file), OPERATOR, "eff_m", TEXT, EFFECTS_WITHIN, AFTER_REPLIES);
            case PROPOSE_SETTLEMENT -> StuckEffects.propose(stuck(file), OPERATOR, SETTLEMENT, AFTER_REPLIES);
            case CONFIRM_SETTLEMENT ->
                StuckEffects.confirm(stuck(file), OPERATOR, "eff_m", Optional.of(SETTLEMENT), AFTER_REPLIES);
            case CONFIRM_EFFECT ->
                Judgment.confirmEffect(
                        file, "eff_1", EffectState.APPLIED, Optional.empty(), "penalty-service", AFTER_REPLIES);
            case FULFIL_CONDITION ->
                unlessNothing(
                        file,
                        command,
                        conditions(file)
                                .reported(List.of(CaseFixtures.report(
                                        "ver_1", Condition.Kind.CONDITION, "course-1", "2018-05-20T10:00:00+08:00"))));
            case CONDITION_LAPSED ->
                unlessNothing(file, command, conditions(file).lapsed("cnd_1"));
            case EFFECT_OVERDUE -> overdue(file);
            case OPEN_CASE, OPEN_ON_OWN_MOTION, CLAIM_RELEASED, CONTINUE_SUBMITTED, AWAIT_CONDITIONS, EXECUTE, CLOSE ->
                throw new IllegalArgumentException(command + " is not given to a case");
        };
    }

    /** With a request to decide it anew that waits; by decree, since other statuses have none. */
    private static CaseFile asked(CaseFile file) {
        return file.with(file.proceedings()
                .with(CaseFixtures.requested().proceedings().requests().get(0)));
    }

    private static Conditions conditions(CaseFile file) {
        return Conditions.of(file, "penalty-service", EFFECTS_WITHIN, AFTER_REPLIES);
    }

    /** In statuses that have no effect lines there is nothing to be late, so nothing changes: the same as refused. */
    private static Outcome<CaseChange> overdue(CaseFile file) {
        Outcome<CaseChange> outcome = Judgment.overdue(file, "eff_1");
        return outcome instanceof Outcome.Done<CaseChange> done
                ? unlessNothing(file, CaseCommand.EFFECT_OVERDUE, done.value())
                : outcome;
    }

    private static Outcome<CaseChange> unlessNothing(CaseFile file, CaseCommand command, CaseChange change) {
        return change.events().isEmpty() ? Outcome.refused(CaseAdmission.illegal(file, command)) : Outcome.done(change);
    }
}
