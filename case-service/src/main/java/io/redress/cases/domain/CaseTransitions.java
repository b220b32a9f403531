package io.redress.cases.domain;

import static io.redress.cases.domain.CaseCommand.ASSIGN_ADVOCATE;
import static io.redress.cases.domain.CaseCommand.CLAIM;
import static io.redress.cases.domain.CaseCommand.CLOSE;
import static io.redress.cases.domain.CaseCommand.CONFIRM_EFFECT;
import static io.redress.cases.domain.CaseCommand.DECLARE_INADMISSIBLE;
import static io.redress.cases.domain.CaseCommand.EFFECT_OVERDUE;
import static io.redress.cases.domain.CaseCommand.EXECUTE;
import static io.redress.cases.domain.CaseCommand.FILE_ANSWER;
import static io.redress.cases.domain.CaseCommand.FILE_BRIEF;
import static io.redress.cases.domain.CaseCommand.ISSUE_DRAFT;
import static io.redress.cases.domain.CaseCommand.OPEN_CASE;
import static io.redress.cases.domain.CaseCommand.OPEN_ON_OWN_MOTION;
import static io.redress.cases.domain.CaseCommand.REPLY;
import static io.redress.cases.domain.CaseCommand.RULE;
import static io.redress.cases.domain.CaseCommand.WITHDRAW;
import static io.redress.cases.domain.CaseStatus.CLOSED;
import static io.redress.cases.domain.CaseStatus.EXECUTING;
import static io.redress.cases.domain.CaseStatus.INADMISSIBLE;
import static io.redress.cases.domain.CaseStatus.IN_ADVOCACY;
import static io.redress.cases.domain.CaseStatus.IN_DELIBERATION;
import static io.redress.cases.domain.CaseStatus.OPEN;
import static io.redress.cases.domain.CaseStatus.REPLY_WINDOW;
import static io.redress.cases.domain.CaseStatus.RULED;
import static io.redress.cases.domain.CaseStatus.SUBMITTED;
import static io.redress.cases.domain.CaseStatus.WITHDRAWN;
import static io.redress.cases.domain.ClockEffect.ANSWER_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.ANSWER_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCKS_START;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.EFFECT_CLOCK_LAPSED;
import static io.redress.cases.domain.ClockEffect.NONE;
import static io.redress.cases.domain.ClockEffect.REPLY_CLOCK_ENDS;
import static io.redress.cases.domain.ClockEffect.REPLY_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.WINDOW_RUNS_ON;
import static io.redress.cases.domain.ClockEffect.WINDOW_STOPS;
import static io.redress.cases.domain.Guard.ADVOCATE_FREE_OF_CONFLICTS;
import static io.redress.cases.domain.Guard.ADVOCATE_FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.ANSWERED_OR_LAPSED;
import static io.redress.cases.domain.Guard.AS_DRAFTED;
import static io.redress.cases.domain.Guard.A_DISCLOSED_FACT_FOR_EVERY_VIOLATION;
import static io.redress.cases.domain.Guard.A_SIDE_OF_THE_CASE;
import static io.redress.cases.domain.Guard.BEFORE_REPLIES_ARE_DUE;
import static io.redress.cases.domain.Guard.CASE_ADJUDICATOR;
import static io.redress.cases.domain.Guard.CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.EFFECT_LINES;
import static io.redress.cases.domain.Guard.EVERY_EFFECT_SETTLED;
import static io.redress.cases.domain.Guard.FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.GROUND_FOR_EACH_VIOLATION;
import static io.redress.cases.domain.Guard.MERCHANT_OR_CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.NOT_ANSWERED_YET;
import static io.redress.cases.domain.Guard.NO_HARDSHIP_AS_GROUND;
import static io.redress.cases.domain.Guard.NO_HARDSHIP_CITED;
import static io.redress.cases.domain.Guard.NO_OTHER_APPEAL;
import static io.redress.cases.domain.Guard.REASONS_FOR_EVERY_VIOLATION;
import static io.redress.cases.domain.Guard.REPLIES_IN_OR_LAPSED;
import static io.redress.cases.domain.Guard.RESPONDING_DEPARTMENT;
import static io.redress.cases.domain.Guard.WINDOW_NOT_CLOSED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of what may happen to a case: status × command → next status, guards, clock effect. What it does not
 * list is an illegal transition. The diagram in {@code docs/case-states.md} is generated from it.
 */
public final class CaseTransitions {

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
            row(IN_ADVOCACY, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(SUBMITTED, CLAIM, IN_DELIBERATION, List.of(FREE_OF_THE_CASE_GRAPH), ANSWER_CLOCK_STARTS),
            row(SUBMITTED, DECLARE_INADMISSIBLE, INADMISSIBLE, List.of(FREE_OF_THE_CASE_GRAPH), WINDOW_RUNS_ON),
            row(SUBMITTED, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(
                    IN_DELIBERATION,
                    FILE_ANSWER,
                    IN_DELIBERATION,
                    List.of(RESPONDING_DEPARTMENT, NOT_ANSWERED_YET),
                    ANSWER_CLOCK_ENDS),
            row(
                    IN_DELIBERATION,
                    ISSUE_DRAFT,
                    REPLY_WINDOW,
                    List.of(
                            FREE_OF_THE_CASE_GRAPH,
                            CASE_ADJUDICATOR,
                            ANSWERED_OR_LAPSED,
                            REASONS_FOR_EVERY_VIOLATION,
                            A_DISCLOSED_FACT_FOR_EVERY_VIOLATION,
                            NO_HARDSHIP_CITED),
                    REPLY_CLOCK_STARTS),
            row(
                    IN_DELIBERATION,
                    DECLARE_INADMISSIBLE,
                    INADMISSIBLE,
                    List.of(FREE_OF_THE_CASE_GRAPH, CASE_ADJUDICATOR),
                    WINDOW_RUNS_ON),
            row(IN_DELIBERATION, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(REPLY_WINDOW, REPLY, REPLY_WINDOW, List.of(A_SIDE_OF_THE_CASE, BEFORE_REPLIES_ARE_DUE), NONE),
            row(
                    REPLY_WINDOW,
                    ISSUE_DRAFT,
                    REPLY_WINDOW,
                    List.of(
                            FREE_OF_THE_CASE_GRAPH,
                            CASE_ADJUDICATOR,
                            REASONS_FOR_EVERY_VIOLATION,
                            A_DISCLOSED_FACT_FOR_EVERY_VIOLATION,
                            NO_HARDSHIP_CITED),
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
                            AS_DRAFTED),
                    REPLY_CLOCK_ENDS),
            row(REPLY_WINDOW, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(RULED, EXECUTE, EXECUTING, List.of(EFFECT_LINES), EFFECT_CLOCKS_START),
            row(RULED, CLOSE, CLOSED, List.of(EVERY_EFFECT_SETTLED), NONE),
            row(EXECUTING, CONFIRM_EFFECT, EXECUTING, List.of(), EFFECT_CLOCK_ENDS),
            row(EXECUTING, EFFECT_OVERDUE, EXECUTING, List.of(), EFFECT_CLOCK_LAPSED),
            row(EXECUTING, CLOSE, CLOSED, List.of(EVERY_EFFECT_SETTLED), NONE));

    private static final List<Transition> TABLE =
            Stream.concat(LIFE.stream(), AdvocateTransitions.rows()).toList();

    private CaseTransitions() {}

    /** All rows: a case's life in its order, then what may become of its advocate on the way. */
    public static List<Transition> table() {
        return TABLE;
    }

    /** The row for a command in a status; empty when it is illegal there. */
    public static Optional<Transition> find(CaseStatus from, CaseCommand command) {
        return TABLE.stream()
                .filter(row -> row.command() == command && row.from().equals(Optional.of(from)))
                .findFirst();
    }

    private static Transition opening(CaseCommand command, CaseStatus to, List<Guard> guards) {
        return new Transition(Optional.empty(), command, to, guards, WINDOW_STOPS);
    }

    private static Transition row(
            CaseStatus from, CaseCommand command, CaseStatus to, List<Guard> guards, ClockEffect clock) {
        return new Transition(Optional.of(from), command, to, guards, clock);
    }
}
