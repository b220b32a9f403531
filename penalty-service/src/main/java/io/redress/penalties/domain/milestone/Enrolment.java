package io.redress.penalties.domain.milestone;

import java.time.Instant;

/** A shop takes part in a programme; that alone earns nothing. */
public record Enrolment(String id, String programmeId, String merchantId, String shopId, Instant enrolledAt) {}
