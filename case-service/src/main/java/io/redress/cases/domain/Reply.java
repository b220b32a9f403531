package io.redress.cases.domain;

import java.time.Instant;

/**
 * A word on a draft ruling.
 *
 * @param text in the writer's own words, unaltered
 * @param undertakes whether the merchant promises what the draft's undertakings ask for
 */
public record Reply(String draftId, Side side, String by, String text, Instant at, boolean undertakes) {}
