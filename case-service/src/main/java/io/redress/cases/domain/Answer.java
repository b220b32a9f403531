package io.redress.cases.domain;

import java.time.Instant;

/** What the department that imposed the penalty says to the brief. */
public record Answer(BilingualText text, String answeredBy, Instant answeredAt) {}
