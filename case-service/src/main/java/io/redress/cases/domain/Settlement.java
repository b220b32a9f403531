package io.redress.cases.domain;

import java.time.Instant;

/**
 * What an operator says has become of an effect line that its owner has not made true; a second one confirms it.
 *
 * @param reasons how it was made true otherwise, or why nothing is owed; the merchant reads them
 */
public record Settlement(
        String effectId, EffectState result, BilingualText reasons, String proposedBy, Instant proposedAt) {}
