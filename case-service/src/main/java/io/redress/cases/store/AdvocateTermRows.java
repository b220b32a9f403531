package io.redress.cases.store;

import io.redress.cases.app.advocacy.AdvocateRuns;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Write;
import java.time.Instant;
import java.util.Optional;

/**
 * Who defended a case when, written wherever a case is: whichever command gives it an advocate. Where the policy says
 * so, a case without one gets its deadline, and the share of the merchant is looked at after each beginning.
 */
final class AdvocateTermRows {

    private static final String END = "UPDATE advocate_term SET until = $2 WHERE case_id = $1 AND until IS NULL";

    /** The statement sees the tables as they were before it, so the number is of those before. */
    private static final String BEGIN = """
            INSERT INTO advocate_term (case_id, advocate_id, since, number)
            SELECT $1::text, $2::text, $3::timestamptz,
                   (SELECT count(*)::integer + 1 FROM advocate_term t WHERE t.case_id = $1)""";

    private static final String WATCH = """
            INSERT INTO deadline (kind, subject, due_at)
            SELECT $1::text, $2::text, $3::timestamptz FROM advocacy a
            WHERE a.version = (SELECT max(version) FROM advocacy) AND a.watched_seconds IS NOT NULL
            ON CONFLICT (kind, subject) DO UPDATE
            SET due_at = excluded.due_at, state = 'PENDING', failures = 0, not_before = '-infinity'""";

    private static final String ASSIGN = """
            INSERT INTO deadline (kind, subject, due_at)
            SELECT $1::text, $2::text, $3::timestamptz + make_interval(secs => a.assign_after) FROM advocacy a
            WHERE a.version = (SELECT max(version) FROM advocacy) AND a.automatic
            ON CONFLICT (kind, subject) DO NOTHING""";

    private AdvocateTermRows() {}

    static Write opened(CaseFile file, Write write) {
        Instant at = file.opening().openedAt();
        return file.people().advocateId().isPresent()
                ? begun(file, at, write)
                : write.with(ASSIGN, Columns.tuple(AdvocateRuns.ASSIGNMENT, file.id(), Columns.time(at)));
    }

    static Write changes(CaseFile before, CaseFile after, Recorded recorded, Write write) {
        Optional<String> former = before.people().advocateId();
        if (former.equals(after.people().advocateId())) {
            return write;
        }
        Instant at = recorded.events().get(0).businessTime();
        Write ended = former.isPresent() ? write.with(END, Columns.tuple(after.id(), Columns.time(at))) : write;
        return after.people().advocateId().isPresent() ? begun(after, at, ended) : ended;
    }

    private static Write begun(CaseFile file, Instant at, Write write) {
        return write.with(
                        BEGIN,
                        Columns.tuple(file.id(), file.people().advocateId().orElseThrow(), Columns.time(at)))
                .with(WATCH, Columns.tuple(AdvocateRuns.CONCENTRATION, file.id(), Columns.time(at)));
    }
}
