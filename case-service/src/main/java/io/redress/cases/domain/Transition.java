package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;

/**
 * One row of the transition table.
 *
 * @param from empty for the two ways to open a case
 */
public record Transition(
        Optional<CaseStatus> from, CaseCommand command, CaseStatus to, List<Guard> guards, ClockEffect clock) {}
