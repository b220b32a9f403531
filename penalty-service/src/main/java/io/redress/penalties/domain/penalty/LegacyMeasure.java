package io.redress.penalties.domain.penalty;

import java.time.Instant;
import java.util.OptionalInt;

/** A measure that a legacy penalty had in force at the marketplace before it was imported. */
public record LegacyMeasure(String kind, Instant startedAt, OptionalInt days) {}
