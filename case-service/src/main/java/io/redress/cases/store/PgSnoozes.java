package io.redress.cases.store;

import io.redress.cases.app.note.Snoozes;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.Snooze;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Snoozes, their log, and how a step brings them back. */
public final class PgSnoozes implements Snoozes {

    private static final String COLUMNS = """
            s.case_id, s.person, s.until_at, s.reason, s.since, s.ended_at, s.version, s.event_sequence, s.chain_head""";

    private static final String FIND =
            "SELECT " + COLUMNS + " FROM case_snooze s WHERE s.case_id = $1 AND s.person = $2";

    private static final String ACTIVE = "SELECT " + COLUMNS + """
             FROM case_snooze s
            WHERE s.case_id = $1 AND s.ended_at IS NULL AND ($2::text IS NULL OR s.person = $2)
            ORDER BY s.person LIMIT 200""";

    private static final String DUE = "SELECT c.merchant_id, c.status, " + COLUMNS + """
             FROM case_snooze s JOIN case_file c ON c.case_id = s.case_id
            WHERE s.case_id = $1 AND s.person = $2 AND s.ended_at IS NULL""";

    private static final String FIRST = """
            INSERT INTO case_snooze (case_id, person, until_at, reason, since, version, event_sequence, chain_head)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String NEXT = """
            UPDATE case_snooze SET until_at = $3, reason = $4, since = $5, version = $6, event_sequence = $7, chain_head = $8,
                ended_at = NULL, ended = NULL
            WHERE case_id = $1 AND person = $2 AND version = $9""";

    private static final String END = """
            UPDATE case_snooze SET ended_at = $3, ended = $4, version = $5, event_sequence = $6, chain_head = $7
            WHERE case_id = $1 AND person = $2 AND version = $8 AND ended_at IS NULL""";

    private static final String LOGGED = """
            INSERT INTO case_snooze_log (case_id, person, act, until_at, reason, at)
            VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::text, $6::timestamptz)""";

    private static final String LEASES = """
            SELECT 1 FROM queue_item WHERE case_id = $1 AND lease_holder = $2 AND lease_until > now()""";

    /** The item of a case in its queue is laid aside by who has it there. */
    private static final String QUEUE_WAITS = """
            UPDATE queue_item SET snoozed_until = $3::timestamptz
            WHERE case_id = $1::text AND (taken_by = $2::text OR lease_holder = $2::text)""";

    private static final String QUEUE_GOES_ON =
            "UPDATE queue_item SET snoozed_until = NULL WHERE case_id = $1::text AND snoozed_until = $2::timestamptz";

    private static final String WAKE = """
            UPDATE deadline SET due_at = least(deadline.due_at, $3::timestamptz) FROM case_snooze s
            WHERE s.case_id = $1::text AND s.person <> $2::text AND s.ended_at IS NULL AND deadline.kind = 'case-snooze'
              AND deadline.subject = s.case_id || ':' || s.person AND deadline.state = 'PENDING'""";

    /** What goes with a step of the case: it is brought back to whoever has laid it aside, but to him who takes the step. */
    static Write.Fragment wake(String caseId, Recorded step) {
        return new Write.Fragment(
                WAKE,
                Columns.tuple(
                        caseId,
                        step.events().get(0).actor(),
                        Columns.time(step.events().get(0).businessTime())),
                false);
    }

    @Override
    public Future<Kept> find(Tx tx, String caseId, String person) {
        return tx.query(FIND, Columns.tuple(caseId, person)).map(rows -> {
            if (rows.size() == 0) {
                return new Kept(Revision.NEW, Optional.empty());
            }
            Row row = rows.iterator().next();
            boolean over = Columns.maybeInstant(row, "ended_at").isPresent();
            return new Kept(Columns.revision(row), over ? Optional.empty() : Optional.of(snooze(row)));
        });
    }

    @Override
    public Future<List<Snooze>> active(Tx tx, String caseId, Optional<String> person) {
        return tx.query(ACTIVE, Columns.tuple(caseId, Columns.orNull(person))).map(rows -> {
            List<Snooze> found = new ArrayList<>();
            rows.forEach(row -> found.add(snooze(row)));
            return found;
        });
    }

    @Override
    public Future<Optional<Due>> due(Tx tx, String subject) {
        int colon = subject.indexOf(':');
        return tx.query(DUE, Columns.tuple(subject.substring(0, colon), subject.substring(colon + 1)))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.empty();
                    }
                    Row row = rows.iterator().next();
                    boolean ended = CaseStatus.valueOf(row.getString("status")).ended();
                    return Optional.of(
                            new Due(snooze(row), Columns.revision(row), row.getString("merchant_id"), ended));
                });
    }

    @Override
    public Future<Boolean> leases(Tx tx, String caseId, String person) {
        return tx.query(LEASES, Columns.tuple(caseId, person)).map(rows -> rows.size() > 0);
    }

    @Override
    public Write lay(Snooze snooze, Revision before) {
        Object[] values = {
            snooze.caseId(),
            snooze.person(),
            Columns.time(snooze.until()),
            snooze.reason(),
            Columns.time(snooze.since()),
            before.version() + 1,
            before.sequence(),
            Columns.head(before)
        };
        Write write = before.version() == 0
                ? Write.guarded(FIRST, Columns.tuple(values))
                : Write.guarded(NEXT, Columns.tuple(values).addLong(before.version()));
        return logged(write, snooze, "SNOOZED", snooze.since())
                .with(QUEUE_WAITS, Columns.tuple(snooze.caseId(), snooze.person(), Columns.time(snooze.until())))
                .with(Deadlines.schedule(
                        Snoozes.END, Snoozes.subject(snooze.caseId(), snooze.person()), snooze.until()));
    }

    @Override
    public Write end(Snooze snooze, Snooze.End why, Instant at, Revision before, Recorded recorded) {
        Revision after = recorded.after();
        Write write = Write.guarded(
                        END,
                        Columns.tuple(
                                snooze.caseId(),
                                snooze.person(),
                                Columns.time(at),
                                why.name(),
                                after.version(),
                                after.sequence(),
                                Columns.head(after),
                                before.version()))
                .with(recorded);
        Write whole = logged(write, snooze, why.name(), at)
                .with(QUEUE_GOES_ON, Columns.tuple(snooze.caseId(), Columns.time(snooze.until())));
        return why == Snooze.End.BY_HAND
                ? whole.with(Deadlines.cancel(Snoozes.END, Snoozes.subject(snooze.caseId(), snooze.person())))
                : whole;
    }

    private static Write logged(Write write, Snooze snooze, String act, Instant at) {
        return write.with(
                LOGGED,
                Columns.tuple(
                        snooze.caseId(),
                        snooze.person(),
                        act,
                        Columns.time(snooze.until()),
                        snooze.reason(),
                        Columns.time(at)));
    }

    private static Snooze snooze(Row row) {
        return new Snooze(
                row.getString("case_id"),
                row.getString("person"),
                Columns.instant(row, "until_at"),
                row.getString("reason"),
                Columns.instant(row, "since"));
    }
}
