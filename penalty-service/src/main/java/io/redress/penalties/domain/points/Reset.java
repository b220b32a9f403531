package io.redress.penalties.domain.points;

import io.redress.penalties.domain.rulebook.ResetRule;
import java.time.Instant;
import java.util.Optional;

/** One clearing of points. Entries effective before {@code at} are affected, those effective at it are not. */
public record Reset(Instant at, Optional<ResetRule.CarryOver> carryOver) {}
