package io.redress.cases.domain;

import static io.redress.cases.domain.CaseCommand.ASSIGN_ADVOCATE;
import static io.redress.cases.domain.CaseCommand.CLAIM;
import static io.redress.cases.domain.CaseCommand.CONTINUE;
import static io.redress.cases.domain.CaseCommand.CONTINUE_SUBMITTED;
import static io.redress.cases.domain.CaseCommand.DECLARE_INADMISSIBLE;
import static io.redress.cases.domain.CaseCommand.FILE_BRIEF;
import static io.redress.cases.domain.CaseCommand.OPEN_CASE;
import static io.redress.cases.domain.CaseCommand.OPEN_ON_OWN_MOTION;
import static io.redress.cases.domain.CaseCommand.SAY_OF_REQUIREMENT;
import static io.redress.cases.domain.CaseCommand.WITHDRAW;
import static io.redress.cases.domain.CaseStatus.INADMISSIBLE;
import static io.redress.cases.domain.CaseStatus.IN_ADVOCACY;
import static io.redress.cases.domain.CaseStatus.IN_DELIBERATION;
import static io.redress.cases.domain.CaseStatus.OPEN;
import static io.redress.cases.domain.CaseStatus.SUBMITTED;
import static io.redress.cases.domain.CaseStatus.WITHDRAWN;
import static io.redress.cases.domain.ClockEffect.ANSWER_CLOCK_STARTS;
import static io.redress.cases.domain.ClockEffect.NONE;
import static io.redress.cases.domain.ClockEffect.WINDOW_RUNS_ON;
import static io.redress.cases.domain.ClockEffect.WINDOW_STOPS;
import static io.redress.cases.domain.ClockEffect.WINDOW_STOPS_IF_OPEN;
import static io.redress.cases.domain.Guard.ADVOCATE_FREE_OF_CONFLICTS;
import static io.redress.cases.domain.Guard.ADVOCATE_FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.ADVOCATE_OF_THE_CASE_OR_NONE;
import static io.redress.cases.domain.Guard.ADVOCATE_WITHOUT_INTEREST;
import static io.redress.cases.domain.Guard.BRIEF_FILED;
import static io.redress.cases.domain.Guard.CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.EVIDENCE_TIED;
import static io.redress.cases.domain.Guard.FREE_OF_THE_CASE_GRAPH;
import static io.redress.cases.domain.Guard.GROUND_FOR_EACH_VIOLATION;
import static io.redress.cases.domain.Guard.MERCHANT_HAS_NOT_OPTED_OUT;
import static io.redress.cases.domain.Guard.MERCHANT_OR_CASE_ADVOCATE;
import static io.redress.cases.domain.Guard.NEITHER_RESPONDENT_NOR_ABOVE;
import static io.redress.cases.domain.Guard.NO_BRIEF;
import static io.redress.cases.domain.Guard.NO_HARDSHIP_AS_GROUND;
import static io.redress.cases.domain.Guard.NO_OTHER_APPEAL;
import static io.redress.cases.domain.Guard.NO_PART_IN_THE_RULING;
import static io.redress.cases.domain.Guard.PENALTY_STANDS;
import static io.redress.cases.domain.Guard.WINDOW_NOT_CLOSED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the transition table from the opening of a case until somebody decides it, and those of a case that was taken back. */
final class ArgumentTransitions {

    private static final List<Transition> ROWS = List.of(
            opening(OPEN_CASE, OPEN, List.of(NO_OTHER_APPEAL, WINDOW_NOT_CLOSED)),
            opening(
                    OPEN_ON_OWN_MOTION,
                    IN_ADVOCACY,
                    List.of(
                            ADVOCATE_FREE_OF_THE_CASE_GRAPH,
                            ADVOCATE_WITHOUT_INTEREST,
                            NO_OTHER_APPEAL,
                            WINDOW_NOT_CLOSED)),
            row(
                    OPEN,
                    ASSIGN_ADVOCATE,
                    IN_ADVOCACY,
                    List.of(NEITHER_RESPONDENT_NOR_ABOVE, ADVOCATE_FREE_OF_THE_CASE_GRAPH, ADVOCATE_FREE_OF_CONFLICTS),
                    NONE),
            row(OPEN, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(
                    IN_ADVOCACY,
                    FILE_BRIEF,
                    SUBMITTED,
                    List.of(CASE_ADVOCATE, GROUND_FOR_EACH_VIOLATION, NO_HARDSHIP_AS_GROUND, EVIDENCE_TIED),
                    NONE),
            row(IN_ADVOCACY, SAY_OF_REQUIREMENT, IN_ADVOCACY, List.of(CASE_ADVOCATE), NONE),
            row(IN_ADVOCACY, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(SUBMITTED, SAY_OF_REQUIREMENT, SUBMITTED, List.of(CASE_ADVOCATE), NONE),
            row(
                    SUBMITTED,
                    CLAIM,
                    IN_DELIBERATION,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING),
                    ANSWER_CLOCK_STARTS),
            row(
                    SUBMITTED,
                    DECLARE_INADMISSIBLE,
                    INADMISSIBLE,
                    List.of(FREE_OF_THE_CASE_GRAPH, NO_PART_IN_THE_RULING),
                    WINDOW_RUNS_ON),
            row(SUBMITTED, WITHDRAW, WITHDRAWN, List.of(MERCHANT_OR_CASE_ADVOCATE), WINDOW_RUNS_ON),
            row(
                    WITHDRAWN,
                    CONTINUE,
                    IN_ADVOCACY,
                    List.of(
                            NO_BRIEF,
                            ADVOCATE_FREE_OF_THE_CASE_GRAPH,
                            ADVOCATE_FREE_OF_CONFLICTS,
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
                            ADVOCATE_FREE_OF_CONFLICTS,
                            ADVOCATE_OF_THE_CASE_OR_NONE,
                            MERCHANT_HAS_NOT_OPTED_OUT,
                            PENALTY_STANDS,
                            NO_OTHER_APPEAL),
                    WINDOW_STOPS_IF_OPEN));

    private ArgumentTransitions() {}

    static Stream<Transition> rows() {
        return ROWS.stream();
    }

    private static Transition opening(CaseCommand command, CaseStatus to, List<Guard> guards) {
        return new Transition(Optional.empty(), command, to, guards, WINDOW_STOPS);
    }

    private static Transition row(
            CaseStatus from, CaseCommand command, CaseStatus to, List<Guard> guards, ClockEffect clock) {
        return new Transition(Optional.of(from), command, to, guards, clock);
    }
}
