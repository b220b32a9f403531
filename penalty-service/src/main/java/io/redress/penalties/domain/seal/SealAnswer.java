package io.redress.penalties.domain.seal;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a challenge.
 *
 * @param disclosure what the merchant is told in addition to the statement; there exactly when something is disclosed
 */
public record SealAnswer(
        Result result, Text reasons, Optional<Text> disclosure, String answeredBy, Instant answeredAt) {

    /** Whether the seal is lifted in part, or kept whole. */
    public enum Result {
        DISCLOSED,
        KEPT
    }
}
