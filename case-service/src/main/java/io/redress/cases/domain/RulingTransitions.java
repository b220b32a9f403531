package io.redress.cases.domain;

import static io.redress.cases.domain.CaseCommand.AWAIT_CONDITIONS;
import static io.redress.cases.domain.CaseCommand.CLOSE;
import static io.redress.cases.domain.CaseCommand.CONDITION_LAPSED;
import static io.redress.cases.domain.CaseCommand.CONFIRM_EFFECT;
import static io.redress.cases.domain.CaseCommand.CONFIRM_REOPENING;
import static io.redress.cases.domain.CaseCommand.DECLARE_INADMISSIBLE;
import static io.redress.cases.domain.CaseCommand.EFFECT_OVERDUE;
import static io.redress.cases.domain.CaseCommand.EXECUTE;
import static io.redress.cases.domain.CaseCommand.FILE_ANSWER;
import static io.redress.cases.domain.CaseCommand.FULFIL_CONDITION;
import static io.redress.cases.domain.CaseCommand.ISSUE_CONDITIONAL_DRAFT;
import static io.redress.cases.domain.CaseCommand.ISSUE_DRAFT;
import static io.redress.cases.domain.CaseCommand.REFUSE_REOPENING;
import static io.redress.cases.domain.CaseCommand.REFUSE_REOPENING_REQUEST;
import static io.redress.cases.domain.CaseCommand.REOPEN;
import static io.redress.cases.domain.CaseCommand.REOPENING_REQUEST_OVERDUE;
import static io.redress.cases.domain.CaseCommand.REPLY;
import static io.redress.cases.domain.CaseCommand.REQUEST_REOPENING;
import static io.redress.cases.domain.CaseCommand.RULE;
import static io.redress.cases.domain.CaseCommand.SAY_OF_REQUIREMENT;
import static io.redress.cases.domain.CaseCommand.WITHDRAW;
import static io.redress.cases.domain.CaseStatus.CLOSED;
import static io.redress.cases.domain.CaseStatus.CONDITIONAL;
import static io.redress.cases.domain.CaseStatus.EXECUTING;
import static io.redress.cases.domain.CaseStatus.INADMISSIBLE;
import static io.redress.cases.domain.CaseStatus.IN_DELIBERATION;
import static io.redress.cases.domain.CaseStatus.REOPENED;
import static io.redress.cases.domain.CaseStatus.REPLY_WINDOW;
import static io.redress.cases.domain.CaseStatus.RULED;
import static io.redress.cases.domain.CaseStatus.WITHDRAWN;
import static io.redress.cases.domain.ClockEffect.ANSWER_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.CONDITION_CLOCKS_START;
import static io.redress.cases.domain.ClockEffect.CONDITION_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.CONDITION_CLOCK_LAPSED;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCKS_START;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCK_LAPSED;
import static io.redress.cases.domain.ClockEffect.NONE;
import static io.redress.cases.domain.ClockEffect.REPLY_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.REPLY_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.REQUEST_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.REQUEST_CLOCK_LAPSED;
import static io.redress.cases.domain.ClockEffect.REQUEST_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.WINDOW_RUNS_ON;
import static io.redress.cases.domain.Guard.ANSWERED_OR_LAPSED;
import static io.redress.cases.domain.Guard.ASKED_WITH_REASONS;
import static io.redress.cases.domain.Guard.AS_DRAFTED;
import static io.redress.cases.domain.Guard.A_DISCLOSED_FACT_FOR_EVERY_VIOLATION;
import static io.redress.cases.domain.Guard.A_SIDE_OF_THE_CASE;
import static io.redress.cases.domain.Guard.BEFORE_REPLIES_ARE_DUE;
import static io.redress.cases.domain.Guard.CASE_ADJUDICATOR;
import static io.redress.cases.domain.Guard.CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.CONDITIONS;
import static io.redress.cases.domain.Guard.EARLIER_RULINGS_ANSWERED;
import static io.redress.cases.domain.Guard.EFFECT_LINES;
import static io.redress.cases.domain.Guard.EVERY_EFFECT_SETTLED;
import static io.redress.cases.domain.Guard.EVIDENCE_TIED;
import static io.redress.cases.domain.Guard.FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.GROUND_AND_REASONS;
import static io.redress.cases.domain.Guard.MERCHANT_CAN_GAIN;
import static io.redress.cases.domain.Guard.MERCHANT_OR_CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.NOT_ANSWERED_YET;
import static io.redress.cases.domain.Guard.NO_HARDSHIP_CITED;
import static io.redress.cases.domain.Guard.NO_PART_IN_THE_RULING;
import static io.redress.cases.domain.Guard.NO_REQUEST_WAITING;
import static io.redress.cases.domain.Guard.NO_WORSE_OFF;
import static io.redress.cases.domain.Guard.OUTCOME_OF_THE_KIND;
import static io.redress.cases.domain.Guard.REASONS;
import static io.redress.cases.domain.Guard.REASONS_FOR_EVERY_VIOLATION;
import static io.redress.cases.domain.Guard.REPLIES_IN_OR_LAPSED;
import static io.redress.cases.domain.Guard.REQUEST_WAITING;
import static io.redress.cases.domain.Guard.RESPONDING_DEPARTMENT;
import static io.redress.cases.domain.Guard.SOMETHING_NEW;
import static io.redress.cases.domain.Guard.TERMS;
import static io.redress.cases.domain.Guard.TERMS_SETTLED;
import static io.redress.cases.domain.Guard.UNDERTAKINGS_GIVEN;
import static io.redress.cases.domain.Guard.USUAL_OR_REASONED;
import static io.redress.cases.domain.Guard.WITHIN_REOPENING_LIMIT;
import static io.redress.cases.domain.Guard.WITHIN_REQUEST_LIMIT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the transition table by which a case is decided, its ruling carried out, and both looked at again. */
final class RulingTransitions {

    /** What every draft has to keep to. */
    private static final List<Guard> REASONED = List.of(
            REASONS_FOR_EVERY_VIOLATION,
            A_DISCLOSED_FACT_FOR_EVERY_VIOLATION,
            NO_HARDSHIP_CITED,
            EVIDENCE_TIED,
            OUTCOME_OF_THE_KIND,
            NO_WORSE_OFF,
            EARLIER_RULINGS_ANSWERED,
            USUAL_OR_REASONED);

    /** And a conditional one. */
    private static final List<Guard> REASONED_WITH_TERMS = and(REASONED, List.of(TERMS));

    private static final List<Transition> ROWS = List.of(
            row(
                    IN_DELIBERATION,
                    FILE_ANSWER,
                    IN_DELIBERATION,
                    List.of(RESPONDING_DEPARTMENT, NOT_ANSWERED_YET),
                    ANSWER_CLOCK_ENDS),
            row(IN_DELIBERATION, SAY_OF_REQUIREMENT, IN_DELIBERATION, List.of(CASE_ADVOCATE), NONE),
            row(
                    IN_DELIBERATION,
                    ISSUE_DRAFT,
                    REPLY_WINDOW,
                    and(List.of(FREE_OF_THE_CASE_GRAPH, CASE_ADJUDICATOR, ANSWERED_OR_LAPSED), REASONED),
                    REPLY_CLOCK_STARTS),
            row(
                    IN_DELIBERATION,
                    ISSUE_CONDITIONAL_DRAFT,
                    REPLY_WINDOW,
                    and(List.of(FREE_OF_THE_CASE_GRAPH, CASE_ADJUDICATOR, ANSWERED_OR_LAPSED), REASONED_WITH_TERMS),
                    REPLY_CLOCK_STARTS),
            row(
                    IN_DELIBERATION,
                    DECLARE_INADMISSIBLE,
                    INADMISSIBLE,
                    List.of(FREE_OF_THE_CASE_GRAPH, CASE_ADJUDICATOR),
                    WINDOW_RUNS_ON),
            row(IN_DELIBERATION, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(REPLY_WINDOW, REPLY, REPLY_WINDOW, List.of(A_SIDE_OF_THE_CASE, BEFORE_REPLIES_ARE_DUE), NONE),
            row(REPLY_WINDOW, SAY_OF_REQUIREMENT, REPLY_WINDOW, List.of(CASE_ADVOCATE), NONE),
            row(
                    REPLY_WINDOW,
                    ISSUE_DRAFT,
                    REPLY_WINDOW,
                    and(List.of(FREE_OF_THE_CASE_GRAPH, CASE_ADJUDICATOR), REASONED),
                    REPLY_CLOCK_STARTS),
            row(
                    REPLY_WINDOW,
                    ISSUE_CONDITIONAL_DRAFT,
                    REPLY_WINDOW,
                    and(List.of(FREE_OF_THE_CASE_GRAPH, CASE_ADJUDICATOR), REASONED_WITH_TERMS),
                    REPLY_CLOCK_STARTS),
            row(
                    REPLY_WINDOW,
                    RULE,
                    RULED,
                    List.of(
                            FREE_OF_THE_CASE_GRAPH,
                            CASE_ADJUDICATOR,
                            REPLIES_IN_OR_LAPSED,
                            REASONS_FOR_EVERY_VIOLATION,
                            A_DISCLOSED_FACT_FOR_EVERY_VIOLATION,
                            NO_HARDSHIP_CITED,
                            EVIDENCE_TIED,
                            AS_DRAFTED,
                            UNDERTAKINGS_GIVEN),
                    REPLY_CLOCK_ENDS),
            row(REPLY_WINDOW, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(RULED, AWAIT_CONDITIONS, CONDITIONAL, List.of(CONDITIONS), CONDITION_CLOCKS_START),
            row(RULED, EXECUTE, EXECUTING, List.of(EFFECT_LINES), EFFECT_CLOCKS_START),
            row(RULED, CLOSE, CLOSED, List.of(EVERY_EFFECT_SETTLED), NONE),
            row(CONDITIONAL, FULFIL_CONDITION, CONDITIONAL, List.of(), CONDITION_CLOCK_ENDS),
            row(CONDITIONAL, CONDITION_LAPSED, CONDITIONAL, List.of(), CONDITION_CLOCK_LAPSED),
            row(CONDITIONAL, EXECUTE, EXECUTING, List.of(TERMS_SETTLED, EFFECT_LINES), EFFECT_CLOCKS_START),
            row(CONDITIONAL, CLOSE, CLOSED, List.of(TERMS_SETTLED, EVERY_EFFECT_SETTLED), NONE),
            row(EXECUTING, CONFIRM_EFFECT, EXECUTING, List.of(), EFFECT_CLOCK_ENDS),
            row(EXECUTING, EFFECT_OVERDUE, EXECUTING, List.of(), EFFECT_CLOCK_LAPSED),
            row(EXECUTING, CLOSE, CLOSED, List.of(EVERY_EFFECT_SETTLED), NONE),
            row(
                    CLOSED,
                    REQUEST_REOPENING,
                    CLOSED,
                    List.of(
                            MERCHANT_OR_CASE_ADVOCATE,
                            MERCHANT_CAN_GAIN,
                            NO_REQUEST_WAITING,
                            WITHIN_REQUEST_LIMIT,
                            ASKED_WITH_REASONS,
                            SOMETHING_NEW,
                            NO_HARDSHIP_CITED),
                    REQUEST_CLOCK_STARTS),
            row(
                    CLOSED,
                    REFUSE_REOPENING_REQUEST,
                    CLOSED,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING, REQUEST_WAITING, REASONS),
                    REQUEST_CLOCK_ENDS),
            row(CLOSED, REOPENING_REQUEST_OVERDUE, CLOSED, List.of(), REQUEST_CLOCK_LAPSED),
            row(
                    CLOSED,
                    REOPEN,
                    REOPENED,
                    List.of(
                            FREE_OF_THE_CASE_GRAPH,
                            NO_PART_IN_THE_RULING,
                            MERCHANT_CAN_GAIN,
                            WITHIN_REOPENING_LIMIT,
                            GROUND_AND_REASONS),
                    NONE),
            row(REOPENED, REOPENING_REQUEST_OVERDUE, REOPENED, List.of(), REQUEST_CLOCK_LAPSED),
            row(
                    REOPENED,
                    CONFIRM_REOPENING,
                    IN_DELIBERATION,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING, REASONS),
                    REQUEST_CLOCK_ENDS),
            row(
                    REOPENED,
                    REFUSE_REOPENING,
                    CLOSED,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING, REASONS),
                    REQUEST_CLOCK_ENDS));

    private RulingTransitions() {}

    static Stream<Transition> rows() {
        return ROWS.stream();
    }

    private static List<Guard> and(List<Guard> first, List<Guard> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static Transition row(
            CaseStatus from, CaseCommand command, CaseStatus to, List<Guard> guards, ClockEffect clock) {
        return new Transition(Optional.of(from), command, to, guards, clock);
    }
}
