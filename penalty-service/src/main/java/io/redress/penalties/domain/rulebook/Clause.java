package io.redress.penalties.domain.rulebook;

import java.time.Duration;
import java.util.Optional;

/**
 * One rule of a rulebook version.
 *
 * @param bucket where its points are counted
 * @param actKind what kind of act it punishes: one fact of one kind is punished once
 * @param closureEligible whether it is on the closed list that may exceed the cap of one decision
 * @param cure how long a first breach may be cured before the penalty enters into force; empty when it cannot be
 */
public record Clause(
        String id,
        String bucket,
        Text title,
        Text text,
        String actKind,
        Tariff tariff,
        boolean closureEligible,
        Optional<Duration> cure) {}
