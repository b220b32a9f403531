package io.redress.notifications.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One step of a delivery; never changed and never taken away.
 *
 * @param state what it has come to
 * @param at business time
 * @param evidence what a machine said, bounded and on one line
 */
public record DeliveryStep(DeliveryState state, Instant at, String evidence) {
    /** The longest evidence that is kept, in characters. */
    public static final int MAX_EVIDENCE = 512;

    public DeliveryStep {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        evidence = OneLine.of(evidence, MAX_EVIDENCE);
    }
}
