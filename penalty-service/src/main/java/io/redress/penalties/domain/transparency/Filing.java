package io.redress.penalties.domain.transparency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A statement on its way into the database, as far as it got.
 *
 * @param puid the id of the statement of reasons: ours, unique for ever
 * @param payload canonical text of what is sent; empty before it was composed
 * @param uuid what the database calls it; with a filed one
 * @param filedAt business time at which the database was known to have it
 * @param attempts how often it was taken up to be sent
 * @param problems with a refused one, why
 */
public record Filing(
        String puid,
        String penaltyId,
        Instant recordedAt,
        State state,
        Optional<String> payload,
        Optional<String> uuid,
        Optional<Instant> filedAt,
        int attempts,
        List<FormatProblem> problems) {

    public Filing {
        problems = List.copyOf(problems);
    }

    /** Where it stands. */
    public enum State {
        /** To be composed or sent, or sent with an outcome that is not known yet. */
        PENDING,
        /** The database has it; it can never be amended or taken back there. */
        FILED,
        /** It is not in the database, and goes there only when an operator has it tried again. */
        REFUSED
    }
}
