package io.redress.cases.store;

import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.ClockKind;
import io.redress.cases.domain.clock.ClockRules;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clocks of cases; how their history is read is {@link ClockHistoryRows}, what is kept of one {@link ClockRunRows}. */
public final class PgClockFiles implements ClockFiles {

    private static final String REVISION =
            "SELECT version, event_sequence, chain_head FROM case_clocks WHERE case_id = $1";

    private static final String FIRST =
            "INSERT INTO case_clocks (case_id, version, event_sequence, chain_head, due_at) VALUES ($1, $2, $3, $4, $5)";

    private static final String NEXT = """
            UPDATE case_clocks SET version = $2, event_sequence = $3, chain_head = $4, due_at = $5
            WHERE case_id = $1 AND version = $6""";

    /** What an appeal is about does not change; that it is found by it later than by its id spares its opening the work. */
    private static final String CLAUSES = """
            INSERT INTO case_clause (clause_id, case_id)
            SELECT DISTINCT v.clause_id, c.case_id FROM case_file c
            JOIN penalty_violation v ON v.penalty_id = c.penalty_id WHERE c.case_id = $1::text""";

    private static final String HEADS = """
            SELECT department_id, head FROM department
            WHERE department_id = ANY ($1::text[]) AND version = (SELECT max(version) FROM department)""";

    /** Which roles a head has nobody knows here, but that he answers for his department. */
    private static final String HEADS_TO_TELL = HEADS + " AND NOT hidden_from($2, head, ARRAY['respondent'])";

    private static final String REPORT = """
            SELECT team, kind, count(*) AS settled, count(*) FILTER (WHERE state = 'MET') AS met,
                   count(*) FILTER (WHERE state = 'LAPSED') AS lapsed, count(*) FILTER (WHERE ended_at IS NULL) AS undone,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY elapsed_micros) FILTER (WHERE ended_at IS NOT NULL) AS median
            FROM clock_run
            WHERE team IS NOT NULL AND settled_at >= $1 AND settled_at < $2 AND ($3::text IS NULL OR team = $3)
              AND (team, kind) > ($4, $5)
            GROUP BY team, kind ORDER BY team, kind LIMIT $6""";

    private final PgConfiguration configuration;

    public PgClockFiles(PgConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Future<Optional<CaseHistory>> history(Tx tx, String caseId) {
        return ClockHistoryRows.read(tx, caseId);
    }

    @Override
    public Future<ClockRules> rules(Tx tx, CaseHistory history, Instant asOf) {
        return configuration.policy(tx, history.caseId()).compose(policy -> rules(tx, policy, history, asOf));
    }

    private Future<ClockRules> rules(Tx tx, CasePolicy policy, CaseHistory history, Instant asOf) {
        Instant until = asOf.isBefore(history.lastAt()) ? history.lastAt() : asOf;
        return CalendarRows.read(tx, configuration.defaultZone(), history.openedAt(), until)
                .map(calendars -> new ClockRules(policy, calendars));
    }

    @Override
    public Future<Map<String, String>> heads(Tx tx, List<String> departments) {
        return tx.query(HEADS, Columns.tuple((Object) departments.toArray(String[]::new)))
                .map(PgClockFiles::byDepartment);
    }

    @Override
    public Future<Map<String, String>> headsToTell(Tx tx, String caseId, List<String> departments) {
        return tx.query(HEADS_TO_TELL, Columns.tuple(departments.toArray(String[]::new), caseId))
                .map(PgClockFiles::byDepartment);
    }

    private static Map<String, String> byDepartment(RowSet<Row> rows) {
        Map<String, String> heads = new HashMap<>();
        rows.forEach(row -> heads.put(row.getString("department_id"), row.getString("head")));
        return heads;
    }

    @Override
    public Future<Kept> kept(Tx tx, String caseId) {
        return tx.query(REVISION, Columns.tuple(caseId)).compose(rows -> {
            Revision revision = rows.size() == 0
                    ? Revision.NEW
                    : Columns.revision(rows.iterator().next());
            return ClockRunRows.read(tx, caseId).map(clocks -> new Kept(revision, clocks));
        });
    }

    @Override
    public Write keep(
            String caseId,
            Kept before,
            List<KeptClock> after,
            Recorded recorded,
            Optional<Instant> dueBy,
            Optional<Instant> lookAgainAt) {
        Revision next = recorded.after();
        Write write = before.revision().version() == 0
                ? Write.guarded(
                                FIRST,
                                Columns.tuple(
                                        caseId,
                                        next.version(),
                                        next.sequence(),
                                        Columns.head(next),
                                        Columns.time(dueBy)))
                        .with(CLAUSES, Columns.tuple(caseId))
                : Write.guarded(
                        NEXT,
                        Columns.tuple(
                                caseId,
                                next.version(),
                                next.sequence(),
                                Columns.head(next),
                                Columns.time(dueBy),
                                before.revision().version()));
        List<KeptClock> changed =
                after.stream().filter(clock -> !before.clocks().contains(clock)).toList();
        Write whole = PgQueueItems.due(caseId, after, ClockRunRows.upsert(caseId, changed, write.with(recorded)));
        return lookAgainAt
                .map(at -> whole.with(Deadlines.schedule(LOOK, caseId, at)))
                .orElse(whole);
    }

    @Override
    public Write lookAgain(String caseId, Instant at) {
        return Write.none().with(Deadlines.schedule(LOOK, caseId, at));
    }

    @Override
    public Future<List<Line>> report(Tx tx, Asked asked, int limit, String afterTeam, String afterKind) {
        return tx.query(
                        REPORT,
                        Columns.tuple(
                                Columns.time(asked.since()),
                                Columns.time(asked.until()),
                                Columns.orNull(asked.team()),
                                afterTeam,
                                afterKind,
                                limit + 1))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                });
    }

    private static Line line(Row row) {
        Optional<Duration> median = Optional.ofNullable(row.getLong("median")).map(ClockRunRows::duration);
        return new Line(
                row.getString("team"),
                ClockKind.valueOf(row.getString("kind")),
                row.getLong("settled"),
                row.getLong("met"),
                row.getLong("lapsed"),
                row.getLong("undone"),
                median);
    }
}
