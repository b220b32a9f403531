package io.redress.penalties.domain.seal;

import java.time.Instant;

/** That somebody read a detection record; never changed, never removed. */
public record Reading(String id, String penaltyId, String readBy, ReaderRole role, String purpose, Instant readAt) {}
