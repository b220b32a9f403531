package io.redress.cases.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of the transition table by which a case gets another adjudicator, or lies in another queue; none of them
 * changes its status, and clocks run on.
 */
final class AdjudicatorTransitions {

    private static final List<CaseStatus> DECIDED_NOW = List.of(CaseStatus.IN_DELIBERATION, CaseStatus.REPLY_WINDOW);

    private static final List<Guard> CLAIMED_AGAIN =
            List.of(Guard.FREE_OF_THE_CASE_GRAPH, Guard.RELEASED, Guard.NO_PART_IN_THE_RULING);

    private static final List<Guard> REASSIGNED = List.of(
            Guard.NO_SAY_IN_WHO_DECIDES,
            Guard.CLAIMED,
            Guard.HEAD_OR_OPERATOR,
            Guard.ADJUDICATOR_FREE_OF_THE_CASE_GRAPH,
            Guard.ADJUDICATOR_OF_THE_QUEUE,
            Guard.ADJUDICATOR_FREE_OF_INTERESTS,
            Guard.REASONS);

    private static final List<Guard> MOVED =
            List.of(Guard.NO_SAY_IN_WHO_DECIDES, Guard.MEMBER_OF_BOTH_QUEUES_OR_OPERATOR);

    private AdjudicatorTransitions() {}

    static Stream<Transition> rows() {
        return Stream.of(
                        Stream.of(
                                row(CaseStatus.IN_DELIBERATION, CaseCommand.CLAIM_RELEASED, CLAIMED_AGAIN),
                                row(
                                        CaseStatus.IN_DELIBERATION,
                                        CaseCommand.RELEASE_CLAIM,
                                        List.of(Guard.CASE_ADJUDICATOR))),
                        DECIDED_NOW.stream().map(status -> row(status, CaseCommand.REASSIGN_CLAIM, REASSIGNED)),
                        Arrays.stream(CaseStatus.values())
                                .filter(status -> !status.ended())
                                .map(status -> row(status, CaseCommand.MOVE_TO_QUEUE, MOVED)))
                .flatMap(rows -> rows);
    }

    private static Transition row(CaseStatus status, CaseCommand command, List<Guard> guards) {
        return new Transition(Optional.of(status), command, status, guards, ClockEffect.NONE);
    }
}
