package io.redress.cases.store;

import io.redress.cases.app.advocacy.AdvocateRuns;
import io.redress.cases.domain.Concentration;
import io.redress.cases.domain.ReportingLine;
import io.redress.cases.domain.Respondents;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks of the runs over open cases, and shares of merchants in an advocate's work. */
public final class PgAdvocateRuns implements AdvocateRuns {

    private static final String HAND_OVER =
            "SELECT employee_id, until_at, delegate, put_by, behind FROM absence WHERE employee_id = $1 FOR UPDATE";

    private static final String CASES_OF = """
            SELECT case_id FROM case_file
            WHERE advocate_id = $1 AND case_id > $2 AND status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE')
            ORDER BY case_id LIMIT $3""";

    private static final String HANDED_OVER =
            "UPDATE absence SET behind = $2, handed_over = handed_over + $3 WHERE employee_id = $1";

    private static final String BEGIN = "INSERT INTO reorganisation (version) VALUES ($1) ON CONFLICT DO NOTHING";

    private static final String REPORTING =
            "SELECT version, behind, done FROM reorganisation WHERE version = $1 FOR UPDATE";

    private static final String REPORTED =
            "UPDATE reorganisation SET behind = $2, moved = moved + $3, done = $4 WHERE version = $1";

    /** Each page once by the organisation before and once by this one. */
    private static final String PAGE = """
            SELECT c.case_id, b.line AS line_before, b.people AS people_before, b.superiors AS superiors_before,
                   n.line AS line_now, n.people AS people_now, n.superiors AS superiors_now
            FROM (
                SELECT f.case_id, f.advocate_id, f.penalty_id, f.respondent_department, f.opened_at FROM case_file f
                WHERE f.status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE') AND f.case_id > $1::text
                  AND EXISTS (SELECT 1 FROM advocate_term t
                              WHERE t.case_id = f.case_id AND t.until IS NULL AND t.since < $4::timestamptz)
                ORDER BY f.case_id LIMIT $2::integer) c
            CROSS JOIN LATERAL (%1$s) AS b
            CROSS JOIN LATERAL (%2$s) AS n
            ORDER BY c.case_id""".formatted(lines("$3::bigint - 1"), lines("$3::bigint"));

    private static final String CONCENTRATION = """
            SELECT watched_seconds, watched_percent, watched_from FROM advocacy ORDER BY version DESC LIMIT 1""";

    private static final String SHARE = """
            SELECT count(DISTINCT t.case_id) AS of_all,
                   count(DISTINCT t.case_id) FILTER (WHERE c.merchant_id = $2) AS of_merchant
            FROM advocate_term t JOIN case_file c ON c.case_id = t.case_id
            WHERE t.advocate_id = $1 AND t.since > $3""";

    private static final String TOLD =
            "SELECT 1 FROM advocate_concentration WHERE advocate_id = $1 AND merchant_id = $2";

    private static final String TELL =
            "INSERT INTO advocate_concentration (advocate_id, merchant_id, since) VALUES ($1, $2, $3)";

    private static final String SPREAD = """
            DELETE FROM advocate_concentration k
            USING (SELECT count(DISTINCT t.case_id) AS cases FROM advocate_term t
                   WHERE t.advocate_id = $1::text AND t.since > $2::timestamptz) AS all_of
            WHERE k.advocate_id = $1 AND (
                all_of.cases < $4::integer
                OR 100 * (SELECT count(DISTINCT t.case_id) FROM advocate_term t JOIN case_file c ON c.case_id = t.case_id
                          WHERE t.advocate_id = $1 AND t.since > $2 AND c.merchant_id = k.merchant_id)
                   <= $3::integer * all_of.cases)""";

    /** Whoever is above the advocate and was of the department since the case was opened answers for it as well. */
    private static String lines(String version) {
        return """
                SELECT reporting_line(%1$s, c.advocate_id) AS line, p.people || once.people AS people,
                       (SELECT array_agg(DISTINCT one) FROM unnest(p.people) AS person
                        CROSS JOIN LATERAL unnest((reporting_line(%1$s, person))[2:]) AS one) AS superiors
                FROM (SELECT array_remove(array_agg(who.person), NULL) AS people FROM (
                          SELECT v.proposed_by AS person FROM penalty_view v WHERE v.penalty_id = c.penalty_id
                          UNION SELECT a.approved_by FROM penalty_approver a WHERE a.penalty_id = c.penalty_id
                          UNION SELECT w.answered_by FROM answer w WHERE w.case_id = c.case_id
                          UNION SELECT d.head FROM department d
                                WHERE d.version = %1$s AND d.department_id = c.respondent_department) who) p
                CROSS JOIN LATERAL (
                    SELECT coalesce(array_agg(DISTINCT e.employee_id), '{}') AS people
                    FROM unnest(reporting_line(%1$s, c.advocate_id)) AS l (person)
                    CROSS JOIN LATERAL charts_since(c.opened_at, %1$s) AS o (version)
                    JOIN employee e ON e.version = o.version AND e.employee_id = l.person
                        AND e.department = c.respondent_department) once""".formatted(version);
    }

    @Override
    public Future<Optional<HandOverRun>> lockHandOver(Tx tx, String employee) {
        return tx.query(HAND_OVER, Columns.tuple(employee)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            return Optional.of(AdvocateRunRows.handOver(rows.iterator().next()));
        });
    }

    @Override
    public Future<List<String>> casesOf(Tx tx, String advocate, String behind, int limit) {
        return tx.query(CASES_OF, Columns.tuple(advocate, behind, limit)).map(rows -> {
            List<String> cases = new ArrayList<>();
            rows.forEach(row -> cases.add(row.getString("case_id")));
            return cases;
        });
    }

    @Override
    public Write save(HandOverRun run, int handedOver, Optional<Instant> next) {
        Write saved = Write.guarded(HANDED_OVER, Columns.tuple(run.employee(), run.behind(), handedOver));
        return next.map(at -> saved.with(Deadlines.schedule(ABSENCE, run.employee(), at)))
                .orElse(saved);
    }

    @Override
    public Future<ReportingRun> lockReporting(Tx tx, long version) {
        return tx.query(BEGIN, Columns.tuple(version))
                .compose(begun -> tx.query(REPORTING, Columns.tuple(version)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new ReportingRun(row.getLong("version"), row.getString("behind"), row.getBoolean("done"));
                });
    }

    @Override
    public Future<List<Reporting>> reporting(Tx tx, ReportingRun run, Instant at, int limit) {
        return tx.query(PAGE, Columns.tuple(run.behind(), limit, run.version(), Columns.time(at)))
                .map(rows -> {
                    List<Reporting> page = new ArrayList<>();
                    rows.forEach(row -> page.add(
                            new Reporting(row.getString("case_id"), reportsTo(row, "before"), reportsTo(row, "now"))));
                    return page;
                });
    }

    private static Optional<String> reportsTo(Row row, String when) {
        Respondents respondents = new Respondents(
                Set.of(),
                Set.copyOf(Columns.texts(row, "people_" + when)),
                Set.copyOf(Columns.texts(row, "superiors_" + when)));
        return respondents.reportsTo(new ReportingLine(Optional.empty(), Columns.texts(row, "line_" + when)));
    }

    @Override
    public Write save(ReportingRun run, int moved, Optional<Instant> next) {
        Write saved = Write.guarded(REPORTED, Columns.tuple(run.version(), run.behind(), moved, run.done()));
        return next.map(at -> saved.with(Deadlines.schedule(REORGANISATION, Long.toString(run.version()), at)))
                .orElse(saved);
    }

    @Override
    public Future<Optional<Concentration>> concentration(Tx tx) {
        return tx.query(CONCENTRATION, Columns.tuple()).map(rows -> {
            if (rows.size() == 0 || rows.iterator().next().getLong("watched_seconds") == null) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Concentration(
                    Duration.ofSeconds(row.getLong("watched_seconds")),
                    row.getInteger("watched_percent"),
                    row.getInteger("watched_from")));
        });
    }

    @Override
    public Future<Share> share(Tx tx, String advocate, String merchant, Instant since) {
        return tx.query(SHARE, Columns.tuple(advocate, merchant, Columns.time(since)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Share(row.getLong("of_merchant"), row.getLong("of_all"));
                });
    }

    @Override
    public Future<Boolean> concentrated(Tx tx, String advocate, String merchant) {
        return tx.query(TOLD, Columns.tuple(advocate, merchant)).map(rows -> rows.size() > 0);
    }

    @Override
    public Write concentrated(String advocate, String merchant, Instant since) {
        return Write.none().with(TELL, Columns.tuple(advocate, merchant, Columns.time(since)));
    }

    @Override
    public Write spread(String advocate, Concentration policy, Instant since) {
        return Write.none()
                .with(SPREAD, Columns.tuple(advocate, Columns.time(since), policy.percent(), policy.fromCases()));
    }
}
