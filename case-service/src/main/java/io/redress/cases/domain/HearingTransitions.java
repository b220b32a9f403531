package io.redress.cases.domain;

import static io.redress.cases.domain.CaseCommand.JOIN;
import static io.redress.cases.domain.CaseCommand.LEAD;
import static io.redress.cases.domain.CaseCommand.LEAVE;
import static io.redress.cases.domain.CaseStatus.IN_DELIBERATION;
import static io.redress.cases.domain.CaseStatus.REPLY_WINDOW;
import static io.redress.cases.domain.CaseStatus.SUBMITTED;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the transition table by which cases are heard together, and alone again. */
final class HearingTransitions {

    private static final List<Guard> JOINED = List.of(
            Guard.FREE_OF_THE_CASE_GRAPH,
            Guard.UNCLAIMED_OR_ITS_ADJUDICATOR,
            Guard.NOT_JOINED,
            Guard.NOT_TO_BE_HEARD_ALONE,
            Guard.SAME_QUESTION);

    private static final List<Guard> LEFT = List.of(Guard.JOINED, Guard.ADJUDICATOR_OR_MERCHANT_SIDE, Guard.WHY_ALONE);

    private HearingTransitions() {}

    static Stream<Transition> rows() {
        return Stream.of(
                row(
                        IN_DELIBERATION,
                        LEAD,
                        List.of(
                                Guard.FREE_OF_THE_CASE_GRAPH,
                                Guard.CASE_ADJUDICATOR,
                                Guard.NO_MEMBER,
                                Guard.NOT_TO_BE_HEARD_ALONE,
                                Guard.QUESTION)),
                new Transition(Optional.of(SUBMITTED), JOIN, IN_DELIBERATION, JOINED, ClockEffect.ANSWER_CLOCK_STARTS),
                row(IN_DELIBERATION, JOIN, JOINED),
                row(IN_DELIBERATION, LEAVE, LEFT),
                row(REPLY_WINDOW, LEAVE, LEFT));
    }

    private static Transition row(CaseStatus status, CaseCommand command, List<Guard> guards) {
        return new Transition(Optional.of(status), command, status, guards, ClockEffect.NONE);
    }
}
