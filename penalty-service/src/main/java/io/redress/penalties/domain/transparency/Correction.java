package io.redress.penalties.domain.transparency;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision that was recorded for the database was overturned or reduced. The database has no place for it: a filed
 * statement cannot be amended, so this record is the platform's own.
 *
 * @param uuid what the database calls the statement, if it is filed
 * @param effectiveAt from when the correction holds
 * @param knownAt when it was ruled
 */
public record Correction(
        String puid,
        Optional<String> uuid,
        String rulingId,
        String caseId,
        Change change,
        int pointsBefore,
        int pointsAfter,
        int measuresLeft,
        Instant effectiveAt,
        Instant knownAt) {

    /** What became of the decision. */
    public enum Change {
        REDUCED,
        REVERSED
    }
}
