package io.redress.kit.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** An instant asked about in a query. */
public final class TimeParameter {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private TimeParameter() {}

    /** @throws ProblemException {@code validation-failed} if there is no such instant */
    public static Optional<Instant> of(ApiRequest request, String name) {
        try {
            return request.query(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Problem.Violation(name, "an instant with offset, such as 2018-04-20T02:00:00Z")));
        }
    }

    /** Whether it is of the years that have four digits, which every database keeps. */
    public static boolean keepable(Instant at) {
        return !at.isBefore(FIRST) && !at.isAfter(LAST);
    }
}
