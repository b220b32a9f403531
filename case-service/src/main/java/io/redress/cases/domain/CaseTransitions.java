package io.redress.cases.domain;

import static io.redress.cases.domain.CaseCommand.ASSIGN_ADVOCATE;
import static io.redress.cases.domain.CaseCommand.AWAIT_CONDITIONS;
import static io.redress.cases.domain.CaseCommand.CLAIM;
import static io.redress.cases.domain.CaseCommand.CLOSE;
import static io.redress.cases.domain.CaseCommand.CONDITION_LAPSED;
import static io.redress.cases.domain.CaseCommand.CONFIRM_EFFECT;
import static io.redress.cases.domain.CaseCommand.CONFIRM_REOPENING;
import static io.redress.cases.domain.CaseCommand.CONTINUE;
import static io.redress.cases.domain.CaseCommand.CONTINUE_SUBMITTED;
import static io.redress.cases.domain.CaseCommand.DECLARE_INADMISSIBLE;
import static io.redress.cases.domain.CaseCommand.EFFECT_OVERDUE;
import static io.redress.cases.domain.CaseCommand.EXECUTE;
import static io.redress.cases.domain.CaseCommand.FILE_ANSWER;
import static io.redress.cases.domain.CaseCommand.FILE_BRIEF;
import static io.redress.cases.domain.CaseCommand.FULFIL_CONDITION;
import static io.redress.cases.domain.CaseCommand.ISSUE_CONDITIONAL_DRAFT;
import static io.redress.cases.domain.CaseCommand.ISSUE_DRAFT;
import static io.redress.cases.domain.CaseCommand.OPEN_CASE;
import static io.redress.cases.domain.CaseCommand.OPEN_ON_OWN_MOTION;
import static io.redress.cases.domain.CaseCommand.REFUSE_REOPENING;
import static io.redress.cases.domain.CaseCommand.REOPEN;
import static io.redress.cases.domain.CaseCommand.REPLY;
import static io.redress.cases.domain.CaseCommand.RULE;
import static io.redress.cases.domain.CaseCommand.SAY_OF_REQUIREMENT;
import static io.redress.cases.domain.CaseCommand.WITHDRAW;
import static io.redress.cases.domain.CaseStatus.CLOSED;
import static io.redress.cases.domain.CaseStatus.CONDITIONAL;
import static io.redress.cases.domain.CaseStatus.EXECUTING;
import static io.redress.cases.domain.CaseStatus.INADMISSIBLE;
import static io.redress.cases.domain.CaseStatus.IN_ADVOCACY;
import static io.redress.cases.domain.CaseStatus.IN_DELIBERATION;
import static io.redress.cases.domain.CaseStatus.OPEN;
import static io.redress.cases.domain.CaseStatus.REOPENED;
import static io.redress.cases.domain.CaseStatus.REPLY_WINDOW;
import static io.redress.cases.domain.CaseStatus.RULED;
import static io.redress.cases.domain.CaseStatus.SUBMITTED;
import static io.redress.cases.domain.CaseStatus.WITHDRAWN;
import static io.redress.cases.domain.ClockEffect.ANSWER_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.ANSWER_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.CONDITION_CLOCKS_START;
import static io.redress.cases.domain.ClockEffect.CONDITION_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.CONDITION_CLOCK_LAPSED;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCKS_START;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCK_LAPSED;
import static io.redress.cases.domain.ClockEffect.NONE;
import static io.redress.cases.domain.ClockEffect.REPLY_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.REPLY_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.WINDOW_RUNS_ON;
import static io.redress.cases.domain.ClockEffect.WINDOW_STOPS;
import static io.redress.cases.domain.ClockEffect.WINDOW_STOPS_IF_OPEN;
import static io.redress.cases.domain.Guard.ADVOCATE_FREE_OF_CONFLICTS;
import static io.redress.cases.domain.Guard.ADVOCATE_FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.ADVOCATE_OF_THE_CASE_OR_NONE;
import static io.redress.cases.domain.Guard.ANSWERED_OR_LAPSED;
import static io.redress.cases.domain.Guard.AS_DRAFTED;
import static io.redress.cases.domain.Guard.A_DISCLOSED_FACT_FOR_EVERY_VIOLATION;
import static io.redress.cases.domain.Guard.A_SIDE_OF_THE_CASE;
import static io.redress.cases.domain.Guard.BEFORE_REPLIES_ARE_DUE;
import static io.redress.cases.domain.Guard.BRIEF_FILED;
import static io.redress.cases.domain.Guard.CASE_ADJUDICATOR;
import static io.redress.cases.domain.Guard.CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.CONDITIONS;
import static io.redress.cases.domain.Guard.EFFECT_LINES;
import static io.redress.cases.domain.Guard.EVERY_EFFECT_SETTLED;
import static io.redress.cases.domain.Guard.FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.GROUND_AND_REASONS;
import static io.redress.cases.domain.Guard.GROUND_FOR_EACH_VIOLATION;
import static io.redress.cases.domain.Guard.MERCHANT_CAN_GAIN;
import static io.redress.cases.domain.Guard.MERCHANT_HAS_NOT_OPTED_OUT;
import static io.redress.cases.domain.Guard.MERCHANT_OR_CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.NOT_ANSWERED_YET;
import static io.redress.cases.domain.Guard.NO_BRIEF;
import static io.redress.cases.domain.Guard.NO_HARDSHIP_AS_GROUND;
import static io.redress.cases.domain.Guard.NO_HARDSHIP_CITED;
import static io.redress.cases.domain.Guard.NO_OTHER_APPEAL;
import static io.redress.cases.domain.Guard.NO_PART_IN_THE_RULING;
import static io.redress.cases.domain.Guard.NO_WORSE_OFF;
import static io.redress.cases.domain.Guard.OUTCOME_OF_THE_KIND;
import static io.redress.cases.domain.Guard.PENALTY_STANDS;
import static io.redress.cases.domain.Guard.REASONS;
import static io.redress.cases.domain.Guard.REASONS_FOR_EVERY_VIOLATION;
import static io.redress.cases.domain.Guard.REPLIES_IN_OR_LAPSED;
import static io.redress.cases.domain.Guard.RESPONDING_DEPARTMENT;
import static io.redress.cases.domain.Guard.TERMS;
import static io.redress.cases.domain.Guard.TERMS_SETTLED;
import static io.redress.cases.domain.Guard.UNDERTAKINGS_GIVEN;
import static io.redress.cases.domain.Guard.WINDOW_NOT_CLOSED;
import static io.redress.cases.domain.Guard.WITHIN_REOPENING_LIMIT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of what may happen to a case: status × command → next status, guards, clock effect. What it does not
 * list is an illegal transition. The diagram in {@code docs/case-states.md} is generated from it.
 */
public final class CaseTransitions {

    /** What every draft has to keep to. */
    private static final List<Guard> REASONED = List.of(
            REASONS_FOR_EVERY_VIOLATION,
            A_DISCLOSED_FACT_FOR_EVERY_VIOLATION,
            NO_HARDSHIP_CITED,
            OUTCOME_OF_THE_KIND,
            NO_WORSE_OFF);

    /** And a conditional one. */
    private static final List<Guard> REASONED_WITH_TERMS = and(REASONED, List.of(TERMS));

    private static final List<Transition> LIFE = List.of(
            opening(OPEN_CASE, OPEN, List.of(NO_OTHER_APPEAL, WINDOW_NOT_CLOSED)),
            opening(
                    OPEN_ON_OWN_MOTION,
                    IN_ADVOCACY,
                    List.of(ADVOCATE_FREE_OF_THE_CASE_GRAPH, NO_OTHER_APPEAL, WINDOW_NOT_CLOSED)),
            row(
                    OPEN,
                    ASSIGN_ADVOCATE,
                    IN_ADVOCACY,
                    List.of(ADVOCATE_FREE_OF_THE_CASE_GRAPH, ADVOCATE_FREE_OF_CONFLICTS),
                    NONE),
            row(OPEN, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(
                    IN_ADVOCACY,
                    FILE_BRIEF,
                    SUBMITTED,
                    List.of(CASE_ADVOCATE, GROUND_FOR_EACH_VIOLATION, NO_HARDSHIP_AS_GROUND),
                    NONE),
            row(IN_ADVOCACY, SAY_OF_REQUIREMENT, IN_ADVOCACY, List.of(CASE_ADVOCATE), NONE),
            row(IN_ADVOCACY, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(SUBMITTED, SAY_OF_REQUIREMENT, SUBMITTED, List.of(CASE_ADVOCATE), NONE),
            row(SUBMITTED, CLAIM, IN_DELIBERATION, List.of(FREE_OF_THE_CASE_GRAPH), ANSWER_CLOCK_STARTS),
            row(SUBMITTED, DECLARE_INADMISSIBLE, INADMISSIBLE, List.of(FREE_OF_THE_CASE_GRAPH), WINDOW_RUNS_ON),
            row(SUBMITTED, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
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
                    REOPEN,
                    REOPENED,
                    List.of(
                            FREE_OF_THE_CASE_GRAPH,
                            NO_PART_IN_THE_RULING,
                            MERCHANT_CAN_GAIN,
                            WITHIN_REOPENING_LIMIT,
                            GROUND_AND_REASONS),
                    NONE),
            row(
                    REOPENED,
                    CONFIRM_REOPENING,
                    IN_DELIBERATION,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING, REASONS),
                    NONE),
            row(
                    REOPENED,
                    REFUSE_REOPENING,
                    CLOSED,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING, REASONS),
                    NONE),
            row(
                    WITHDRAWN,
                    CONTINUE,
                    IN_ADVOCACY,
                    List.of(
                            NO_BRIEF,
                            ADVOCATE_FREE_OF_THE_CASE_GRAPH,
                            ADVOCATE_OF_THE_CASE_OR_NONE,
                            MERCHANT_HAS_NOT_OPTED_OUT,
                            PENALTY_STANDS,
                            NO_OTHER_APPEAL),
                    WINDOW_STOPS_IF_OPEN),
            row(
                    WITHDRAWN,
                    CONTINUE_SUBMITTED,
                    SUBMITTED,
                    List.of(
                            BRIEF_FILED,
                            ADVOCATE_FREE_OF_THE_CASE_GRAPH,
                            ADVOCATE_OF_THE_CASE_OR_NONE,
                            MERCHANT_HAS_NOT_OPTED_OUT,
                            PENALTY_STANDS),
                    WINDOW_STOPS_IF_OPEN));

    private static final List<Transition> TABLE = Stream.of(
                    LIFE.stream(), AdvocateTransitions.rows(), HearingTransitions.rows())
            .flatMap(rows -> rows)
            .toList();

    private CaseTransitions() {}

    /** All rows: a case's life in its order, then its advocate, and who is heard with it. */
    public static List<Transition> table() {
        return TABLE;
    }

    /** The row for a command in a status; empty when it is illegal there. */
    public static Optional<Transition> find(CaseStatus from, CaseCommand command) {
        return TABLE.stream()
                .filter(row -> row.command() == command && row.from().equals(Optional.of(from)))
                .findFirst();
    }

    private static List<Guard> and(List<Guard> first, List<Guard> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static Transition opening(CaseCommand command, CaseStatus to, List<Guard> guards) {
        return new Transition(Optional.empty(), command, to, guards, WINDOW_STOPS);
    }

    private static Transition row(
            CaseStatus from, CaseCommand command, CaseStatus to, List<Guard> guards, ClockEffect clock) {
        return new Transition(Optional.of(from), command, to, guards, clock);
    }
}
