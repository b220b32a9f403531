package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the transition table by which operators look after effects that did not come. */
final class EffectTransitions {

    private static final List<Guard> STUCK = List.of(Guard.NO_PART_IN_THE_CASE, Guard.EFFECT_STUCK);

    private EffectTransitions() {}

    static Stream<Transition> rows() {
        return Stream.of(
                row(
                        CaseCommand.ORDER_EFFECT_AGAIN,
                        List.of(
                                Guard.NO_PART_IN_THE_CASE,
                                Guard.EFFECT_STUCK,
                                Guard.ORDER_TO_THE_MARKETPLACE,
                                Guard.REASONS),
                        ClockEffect.EFFECT_CLOCKS_START),
                row(
                        CaseCommand.PROPOSE_SETTLEMENT,
                        Stream.concat(STUCK.stream(), Stream.of(Guard.REASONS)).toList(),
                        ClockEffect.NONE),
                row(
                        CaseCommand.CONFIRM_SETTLEMENT,
                        Stream.concat(STUCK.stream(), Stream.of(Guard.SETTLEMENT_PROPOSED, Guard.A_SECOND_OPERATOR))
                                .toList(),
                        ClockEffect.EFFECT_CLOCK_ENDS));
    }

    private static Transition row(CaseCommand command, List<Guard> guards, ClockEffect clock) {
        return new Transition(Optional.of(CaseStatus.EXECUTING), command, CaseStatus.EXECUTING, guards, clock);
    }
}
