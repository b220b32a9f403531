package io.redress.cases.store;

import io.redress.cases.app.advocacy.AdvocateRuns.HandOverRun;
import io.redress.cases.app.advocacy.WantedAdvocates;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases that wait for an advocate, a row each, and the deadlines at which they are looked at again. */
public final class PgWantedAdvocates implements WantedAdvocates {

    private static final String LOCK = "SELECT case_id, absent FROM advocate_wanted WHERE case_id = $1 FOR UPDATE";

    private static final String WAIT = """
            INSERT INTO advocate_wanted (case_id, absent, since) VALUES ($1, $2, $3)
            ON CONFLICT (case_id) DO UPDATE SET absent = excluded.absent, since = excluded.since""";

    private static final String DONE = "DELETE FROM advocate_wanted WHERE case_id = $1";

    private static final String ABSENCE = """
            SELECT employee_id, until_at, delegate, put_by, behind FROM absence
            WHERE employee_id = $1 AND from_at <= $2 AND until_at > $2""";

    /** One that is being looked at is due again after that. */
    private static final String LOOK_AGAIN = """
            WITH waiting AS (SELECT w.case_id FROM advocate_wanted w WHERE w.case_id > $1 ORDER BY w.case_id LIMIT $2),
            due AS (
                UPDATE deadline d SET due_at = $3::timestamptz FROM waiting w
                WHERE d.kind = $4 AND d.subject = w.case_id AND d.state = 'PENDING' AND d.due_at > $3)
            SELECT case_id FROM waiting ORDER BY case_id""";

    @Override
    public Future<Optional<Wanted>> lock(Tx tx, String caseId) {
        return tx.query(LOCK, Columns.tuple(caseId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Wanted(row.getString("case_id"), Columns.maybeText(row, "absent")));
        });
    }

    @Override
    public Write wait(Wanted wanted, Instant since, Instant again) {
        return Write.none()
                .with(WAIT, Columns.tuple(wanted.caseId(), Columns.orNull(wanted.absent()), Columns.time(since)))
                .with(Deadlines.schedule(AGAIN, wanted.caseId(), again));
    }

    @Override
    public Write waitOn(String caseId, Instant again) {
        return Write.none().with(Deadlines.schedule(AGAIN, caseId, again));
    }

    @Override
    public Write done(String caseId) {
        return Write.none().with(DONE, Columns.tuple(caseId));
    }

    @Override
    public Future<Optional<HandOverRun>> absence(Tx tx, String employee, Instant now) {
        return tx.query(ABSENCE, Columns.tuple(employee, Columns.time(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(AdvocateRunRows.handOver(rows.iterator().next())));
    }

    @Override
    public Future<Optional<String>> lookAgain(Tx tx, String behind, int limit, Instant now) {
        return tx.query(LOOK_AGAIN, Columns.tuple(behind, limit, Columns.time(now), AGAIN))
                .map(rows -> {
                    List<String> cases = new ArrayList<>();
                    rows.forEach(row -> cases.add(row.getString("case_id")));
                    return cases.size() < limit ? Optional.empty() : Optional.of(cases.get(limit - 1));
                });
    }

    @Override
    public Write free(String behind, Instant now) {
        return Write.none().with(Deadlines.noLaterThan(FREE, behind, now));
    }
}
