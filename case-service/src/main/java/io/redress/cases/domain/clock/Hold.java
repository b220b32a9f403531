package io.redress.cases.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which a case lay with somebody.
 *
 * @param team department, where it is one
 * @param person employee, where it is one
 * @param to empty while it lies there
 * @param until by when it is to be done there, where a clock says so and it lies there still
 * @param businessTime how much of it counts: business days from midnight to midnight
 */
public record Hold(
        HolderRole role,
        Optional<String> team,
        Optional<String> person,
        Instant from,
        Optional<Instant> to,
        Optional<Instant> until,
        Duration businessTime) {}
