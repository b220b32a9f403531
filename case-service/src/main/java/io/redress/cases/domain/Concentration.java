package io.redress.cases.domain;

import java.time.Duration;

/**
 * How much of an advocate's work one merchant may take before integrity is told.
 *
 * @param period how far back the cases count that the advocate took up
 * @param percent above this share it is too much
 * @param fromCases with fewer cases than this no share says anything
 */
public record Concentration(Duration period, int percent, int fromCases) {

    private static final long WHOLE = 100;

    /** Whether so many of so many cases are too many. */
    public boolean exceededBy(long ofMerchant, long ofAll) {
        return ofAll >= fromCases && ofMerchant * WHOLE > percent * ofAll;
    }
}
