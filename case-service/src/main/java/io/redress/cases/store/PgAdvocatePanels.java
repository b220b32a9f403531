package io.redress.cases.store;

import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.domain.AdvocatePanel;
import io.redress.cases.domain.Answer;
import io.redress.cases.domain.Candidate;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseStatus;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.Relation;
import io.redress.cases.domain.ReportingLine;
import io.redress.cases.domain.Respondents;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Candidates with everything that counts for or against them, in one statement. */
public final class PgAdvocatePanels implements AdvocatePanels {

    private static final String TURN = "SELECT one FROM choosing FOR UPDATE";

    /** Whom the organisation does not have is no candidate, unless named. */
    private static final String CANDIDATES = """
            WITH chart AS (SELECT coalesce(max(version), 0) AS version FROM employee),
            asked AS (
                SELECT a.employee_id, a.languages, a.capacity, true AS listed FROM advocate a
                WHERE a.version = (SELECT max(version) FROM advocacy) AND ($1::text IS NULL OR a.employee_id = $1)
                UNION ALL
                SELECT $1, '{}'::text[], 100, false
                WHERE $1 IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM advocate a
                    WHERE a.version = (SELECT max(version) FROM advocacy) AND a.employee_id = $1))
            SELECT a.employee_id, a.languages, a.capacity, a.listed, e.department,
                   reporting_line(chart.version, a.employee_id) AS line,
                   reporting_line(chart.version, $2::text) AS proposer_line,
                   (SELECT p.department FROM employee p WHERE p.version = chart.version AND p.employee_id = $2) AS proposer_department,
                   (SELECT array_agg(DISTINCT i.relation) FROM interest i
                    WHERE i.employee_id = a.employee_id
                      AND i.version = (SELECT c.version FROM configuration c WHERE c.id = 'interests:' || a.employee_id)
                      AND ((i.kind = 'SHOP' AND i.object = $3::text) OR (i.kind = 'MERCHANT' AND i.object = $4::text))) AS relations,
                   EXISTS (SELECT 1 FROM absence b
                           WHERE b.employee_id = a.employee_id AND b.from_at <= $5::timestamptz AND b.until_at > $5) AS absent,
                   EXISTS (SELECT 1 FROM advocate_term t
                           WHERE t.case_id = $6::text AND t.advocate_id = a.employee_id
                             AND (t.until IS NULL
                                  OR t.until = (SELECT r.at FROM advocate_request r WHERE r.case_id = $6))) AS former,
                   load.statuses, load.counts
            FROM asked a CROSS JOIN chart
            LEFT JOIN employee e ON e.version = chart.version AND e.employee_id = a.employee_id
            CROSS JOIN LATERAL (
                SELECT array_agg(s.status) AS statuses, array_agg(s.count) AS counts
                FROM (SELECT c.status, count(*)::integer AS count FROM case_file c
                      WHERE c.advocate_id = a.employee_id
                        AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'INADMISSIBLE')
                      GROUP BY c.status) s) load
            WHERE $1 IS NOT NULL OR e.employee_id IS NOT NULL
            ORDER BY a.employee_id""";

    /** By each organisation since the case was opened. */
    private static final String RESPONDENTS = """
            WITH charts (version) AS (
                SELECT * FROM charts_since($4::timestamptz, (SELECT max(version) FROM configuration_version WHERE id = 'org'))),
            people AS (
                SELECT c.version, p.person FROM charts c CROSS JOIN unnest((SELECT $2::text[])) AS p (person)
                UNION
                SELECT c.version, d.head FROM charts c
                JOIN department d ON d.version = c.version AND d.department_id = ANY ($1::text[]))
            SELECT coalesce((SELECT array_agg(DISTINCT p.person) FROM people p), '{}') AS people,
                   coalesce((SELECT array_agg(DISTINCT one)
                             FROM people p CROSS JOIN LATERAL unnest((reporting_line(p.version, p.person))[2:]) AS one),
                            '{}') AS superiors,
                   EXISTS (SELECT FROM charts c JOIN employee e ON e.version = c.version AND e.employee_id = $3::text
                           WHERE e.department = ANY ($1)) AS of_department""";

    @Override
    public Future<Void> turn(Tx tx) {
        return tx.query(TURN, Columns.tuple()).mapEmpty();
    }

    @Override
    public Future<AdvocatePanel> all(Tx tx, CaseFile file, Instant now) {
        return candidates(tx, file, Optional.empty(), now);
    }

    @Override
    public Future<AdvocatePanel> of(Tx tx, CaseFile file, String employee, Instant now) {
        return candidates(tx, file, Optional.of(employee), now);
    }

    private static Future<AdvocatePanel> candidates(Tx tx, CaseFile file, Optional<String> named, Instant now) {
        return tx.query(
                        CANDIDATES,
                        Columns.tuple(
                                Columns.orNull(named),
                                Columns.orNull(file.penalty().map(PenaltyUnderAppeal::proposedBy)),
                                file.party().shopId(),
                                file.party().merchantId(),
                                Columns.time(now),
                                file.id()))
                .map(rows -> {
                    List<Candidate> candidates = new ArrayList<>();
                    ReportingLine proposer = new ReportingLine(Optional.empty(), List.of());
                    for (Row row : rows) {
                        proposer = new ReportingLine(
                                Columns.maybeText(row, "proposer_department"), Columns.texts(row, "proposer_line"));
                        candidates.add(candidate(row));
                    }
                    return new AdvocatePanel(file, proposer, candidates);
                });
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                row.getString("employee_id"),
                row.getBoolean("listed"),
                Set.copyOf(Columns.texts(row, "languages")),
                row.getInteger("capacity"),
                open(row),
                Columns.texts(row, "relations").stream().map(Relation::valueOf).collect(Collectors.toSet()),
                row.getBoolean("absent"),
                row.getBoolean("former"),
                new ReportingLine(Columns.maybeText(row, "department"), Columns.texts(row, "line")));
    }

    private static Map<CaseStatus, Integer> open(Row row) {
        List<String> statuses = Columns.texts(row, "statuses");
        Integer[] counts = row.getArrayOfIntegers("counts");
        Map<CaseStatus, Integer> open = new EnumMap<>(CaseStatus.class);
        for (int i = 0; i < statuses.size(); i++) {
            open.put(CaseStatus.valueOf(statuses.get(i)), counts[i]);
        }
        return open;
    }

    @Override
    public Future<Respondents> respondents(Tx tx, CaseFile file, String asking) {
        Set<String> departments = new HashSet<>(file.subject().departments());
        file.people().respondentDepartment().ifPresent(departments::add);
        Set<String> people = new HashSet<>();
        file.penalty().ifPresent(penalty -> {
            people.addAll(penalty.approvers());
            people.add(penalty.proposedBy());
        });
        file.proceedings().answer().map(Answer::answeredBy).ifPresent(people::add);
        return tx.query(
                        RESPONDENTS,
                        Columns.tuple(
                                departments.toArray(String[]::new),
                                people.toArray(String[]::new),
                                asking,
                                Columns.time(file.opening().openedAt())))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    people.addAll(Columns.texts(row, "people"));
                    if (row.getBoolean("of_department")) {
                        people.add(asking);
                    }
                    return new Respondents(departments, people, Set.copyOf(Columns.texts(row, "superiors")));
                });
    }
}
