package io.redress.cases.domain.clock;

import io.redress.cases.domain.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of a case, as far as its clocks depend on it.
 *
 * @param actor who caused it
 * @param person the advocate assigned, the adjudicator who claimed, the employee who answered
 * @param until the end that the answer, the replies, the merchant's answer or the conditions were given with it
 * @param side whose reply it is
 */
public record Step(
        StepKind kind,
        Instant at,
        String actor,
        Optional<String> person,
        Optional<Instant> until,
        Optional<Side> side) {}
