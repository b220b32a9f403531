package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the transition table by which a case gets another advocate; none of them changes its status. */
final class AdvocateTransitions {

    /** The merchant may ask as long as there is something left to argue. */
    private static final List<CaseStatus> ARGUED =
            List.of(CaseStatus.IN_ADVOCACY, CaseStatus.SUBMITTED, CaseStatus.IN_DELIBERATION, CaseStatus.REPLY_WINDOW);

    private static final List<CaseStatus> DEFENDED =
            Stream.concat(ARGUED.stream(), Stream.of(CaseStatus.EXECUTING)).toList();

    private static final List<Guard> ASKED = List.of(
            Guard.ADVOCATE_NOT_CHANGED_BEFORE, Guard.ADVOCATE_FREE_OF_THE_CASE_GRAPH, Guard.ADVOCATE_FREE_OF_CONFLICTS);

    private static final List<Guard> REASSIGNED = List.of(
            Guard.NEITHER_RESPONDENT_NOR_ABOVE,
            Guard.CASE_ADVOCATE_OR_OPERATOR,
            Guard.ADVOCATE_FREE_OF_THE_CASE_GRAPH,
            Guard.ADVOCATE_FREE_OF_CONFLICTS);

    private static final List<Guard> HANDED_OVER =
            List.of(Guard.ADVOCATE_FREE_OF_THE_CASE_GRAPH, Guard.ADVOCATE_FREE_OF_CONFLICTS);

    private AdvocateTransitions() {}

    static Stream<Transition> rows() {
        return Stream.of(
                        ARGUED.stream().map(status -> row(status, CaseCommand.CHANGE_ADVOCATE, ASKED)),
                        DEFENDED.stream().map(status -> row(status, CaseCommand.REASSIGN_ADVOCATE, REASSIGNED)),
                        DEFENDED.stream().map(status -> row(status, CaseCommand.HAND_OVER, HANDED_OVER)))
                .flatMap(rows -> rows);
    }

    private static Transition row(CaseStatus status, CaseCommand command, List<Guard> guards) {
        return new Transition(Optional.of(status), command, status, guards, ClockEffect.NONE);
    }
}
