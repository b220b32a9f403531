package io.redress.kit.deadlines;

import io.redress.kit.pg.Write;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** Business deadlines as rows of the aggregate's own transaction; one per kind and subject. */
public final class Deadlines {

    private static final String SCHEDULE = """
            INSERT INTO deadline (kind, subject, due_at) VALUES ($1::text, $2::text, $3::timestamptz)
            ON CONFLICT (kind, subject) DO UPDATE SET due_at = excluded.due_at, state = 'PENDING', failures = 0, not_before = '-infinity'""";

    private static final String EXPECT = """
            INSERT INTO deadline (kind, subject, due_at) VALUES ($1::text, $2::text, $3::timestamptz)
            ON CONFLICT (kind, subject) DO NOTHING""";

    private static final String NO_LATER = """
            INSERT INTO deadline (kind, subject, due_at) VALUES ($1::text, $2::text, $3::timestamptz)
            ON CONFLICT (kind, subject) DO UPDATE
            SET due_at = CASE deadline.state WHEN 'PENDING' THEN least(deadline.due_at, excluded.due_at) ELSE excluded.due_at END,
                failures = CASE deadline.state WHEN 'PENDING' THEN deadline.failures ELSE 0 END,
                not_before = CASE deadline.state WHEN 'PENDING' THEN deadline.not_before ELSE '-infinity' END,
                state = 'PENDING'""";

    private static final String CANCEL =
            "UPDATE deadline SET state = 'CANCELLED' WHERE kind = $1::text AND subject = $2::text AND state = 'PENDING'";

    private Deadlines() {}

    /** Sets the deadline, or moves it. */
    public static Write.Fragment schedule(String kind, String subject, Instant dueAt) {
        return new Write.Fragment(SCHEDULE, Tuple.of(kind, subject, dueAt.atOffset(ZoneOffset.UTC)), false);
    }

    /** Sets the deadline unless there is one, whatever became of it; takes no lock on one that is there. */
    public static Write.Fragment expect(String kind, String subject, Instant dueAt) {
        return new Write.Fragment(EXPECT, Tuple.of(kind, subject, dueAt.atOffset(ZoneOffset.UTC)), false);
    }

    /** Sets the deadline; one that is pending and due earlier stays as it is. */
    public static Write.Fragment noLaterThan(String kind, String subject, Instant dueAt) {
        return new Write.Fragment(NO_LATER, Tuple.of(kind, subject, dueAt.atOffset(ZoneOffset.UTC)), false);
    }

    /** Takes it back if it has not been acted on. */
    public static Write.Fragment cancel(String kind, String subject) {
        return new Write.Fragment(CANCEL, Tuple.of(kind, subject), false);
    }
}
