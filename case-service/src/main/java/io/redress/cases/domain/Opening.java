package io.redress.cases.domain;

import java.time.Instant;

/** How a case came to be. */
public record Opening(String openedBy, boolean ownMotion, Instant openedAt) {}
