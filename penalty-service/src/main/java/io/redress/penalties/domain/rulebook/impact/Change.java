package io.redress.penalties.domain.rulebook.impact;

import java.util.OptionalInt;

/**
 * How a shop would stand in one bucket.
 *
 * @param thresholdBefore the highest threshold that its points have reached, by the rules in force
 * @param thresholdAfter the same under the draft
 * @param measures whether what these thresholds order differs
 */
public record Change(
        String merchantId,
        String shopId,
        String bucket,
        int before,
        int after,
        OptionalInt thresholdBefore,
        OptionalInt thresholdAfter,
        boolean measures) {

    boolean standing() {
        return before != after;
    }
}
