package io.redress.cases.store;

import io.redress.cases.app.CaseRules;
import io.redress.cases.app.Configuration;
import io.redress.cases.app.Organisation;
import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.CalendarYear;
import io.redress.cases.domain.CasePolicy;
import io.redress.cases.domain.ClockWatch;
import io.redress.cases.domain.KindPolicy;
import io.redress.cases.domain.OrgChart;
import io.redress.cases.domain.OrgChart.Department;
import io.redress.cases.domain.OrgChart.Employee;
import io.redress.cases.domain.Term;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Lookup;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Organisation, policy and calendars. The version in force is the highest; older ones stay. */
public final class PgConfiguration implements Configuration, CaseRules, Organisation {

    private static final String FIND =
            "SELECT document, version, event_sequence, chain_head FROM configuration WHERE id = $1";

    private static final String FIRST = """
            INSERT INTO configuration (id, document, version, event_sequence, chain_head) VALUES ($1, $2, $3, $4, $5)""";

    private static final String NEXT = """
            UPDATE configuration SET document = $2, version = $3, event_sequence = $4, chain_head = $5
            WHERE id = $1 AND version = $6""";

    private static final String KEPT = """
            INSERT INTO configuration_version (id, version, document, set_by, set_at) VALUES ($1, $2, $3, $4, $5)""";

    private static final String DEPARTMENTS = """
            INSERT INTO department (version, department_id, head, cost_centre)
            SELECT $1::bigint, d.* FROM unnest((SELECT $2::text[]), $3::text[], $4::text[]) AS d""";

    private static final String EMPLOYEES = """
            INSERT INTO employee (version, employee_id, department, manager, grade)
            SELECT $1::bigint, e.* FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::int[]) AS e""";

    private static final String CLOCKS = """
            INSERT INTO case_clock (version, first_response, answer, reply, ruling, warn_at, advocacy_team, adjudication_team, merchant_answer, reopening_request)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String YEAR =
            "INSERT INTO calendar_year (year, version, zone, opens, closes) VALUES ($1, $2, $3, $4, $5)";

    private static final String DAYS = """
            INSERT INTO calendar_day (year, version, day, kind)
            SELECT $1::int, $2::bigint, d.day, d.kind FROM unnest((SELECT $3::date[]), $4::text[]) AS d (day, kind)""";

    /** The one that was in force when the case was opened; the one in force now for a case that there is not. */
    private static final String POLICY = """
            SELECT first_response, answer, reply, ruling, merchant_answer, reopening_request, warn_at, advocacy_team, adjudication_team
            FROM case_clock
            WHERE version <= coalesce((
                SELECT coalesce(max(v.version), 0) FROM case_file f
                LEFT JOIN configuration_version v ON v.id = 'case-policy' AND v.set_at <= f.opened_at
                WHERE f.case_id = $1 GROUP BY f.case_id), 9223372036854775807)
            ORDER BY version DESC LIMIT 1""";

    private static final String CALENDAR = """
            SELECT y.year, y.zone, y.opens, y.closes,
                   (SELECT array_agg(d.day) FROM calendar_day d
                    WHERE d.year = y.year AND d.version = y.version AND d.kind = 'HOLIDAY') AS holidays,
                   (SELECT array_agg(d.day) FROM calendar_day d
                    WHERE d.year = y.year AND d.version = y.version AND d.kind = 'MAKE_UP') AS make_up_workdays
            FROM calendar_year y
            WHERE y.version = (SELECT max(version) FROM calendar_year z WHERE z.year = y.year)
            ORDER BY y.year""";

    private static final String DEPARTMENT_OF = """
            SELECT q.asked,
                   (SELECT e.department FROM employee e
                    WHERE e.employee_id = q.asked AND e.version = (SELECT max(version) FROM employee)) AS department
            FROM unnest((SELECT $1::text[])) AS q (asked)""";

    private final Lookup<String, String> departments = new Lookup<>((tx, employees) -> tx.query(
                    DEPARTMENT_OF, Columns.keys(employees))
            .map(rows -> Lookup.byKey(rows, row -> row.getString("asked"), row -> row.getString("department"))));
    private final ZoneId defaultZone;

    /** @param defaultZone whose days count while no calendar is stored */
    public PgConfiguration(ZoneId defaultZone) {
        this.defaultZone = defaultZone;
    }

    @Override
    public Future<Optional<Document>> find(Tx tx, String id) {
        return tx.query(FIND, Columns.tuple(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Document(row.getString("document"), Columns.revision(row)));
        });
    }

    @Override
    public Write org(NewVersion version, OrgChart chart) {
        return AdvocateRunRows.reorganised(version, document(version))
                .with(
                        DEPARTMENTS,
                        Columns.tuple(
                                version.after().version(),
                                Columns.texts(chart.departments(), Department::id),
                                Columns.texts(chart.departments(), Department::head),
                                Columns.texts(chart.departments(), Department::costCentre)))
                .with(
                        EMPLOYEES,
                        Columns.tuple(
                                version.after().version(),
                                Columns.texts(chart.employees(), Employee::id),
                                Columns.texts(chart.employees(), Employee::department),
                                Columns.texts(chart.employees(), employee -> Columns.orNull(employee.manager())),
                                chart.employees().stream().map(Employee::grade).toArray(Integer[]::new)));
    }

    @Override
    public Write policy(NewVersion version, CasePolicy policy, List<KindPolicy> kinds) {
        Write write = document(version)
                .with(
                        CLOCKS,
                        Columns.tuple(
                                version.after().version(),
                                policy.firstResponse().toString(),
                                policy.answer().toString(),
                                policy.reply().toString(),
                                policy.ruling().toString(),
                                policy.watch().warnAt().toArray(Integer[]::new),
                                policy.watch().advocacyTeam(),
                                policy.watch().adjudicationTeam(),
                                policy.merchantAnswer().toString(),
                                policy.reopeningRequest().toString()));
        return PgKindPolicies.insert(version.after().version(), kinds, write);
    }

    @Override
    public Write calendar(NewVersion version, CalendarYear year) {
        LocalDate[] days = concat(year.holidays(), year.makeUpWorkdays());
        String[] kinds = new String[days.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = i < year.holidays().size() ? "HOLIDAY" : "MAKE_UP";
        }
        return document(version)
                .with(
                        YEAR,
                        Columns.tuple(
                                year.year(),
                                version.after().version(),
                                year.zone().getId(),
                                year.opens(),
                                year.closes()))
                .with(DAYS, Columns.tuple(year.year(), version.after().version(), days, kinds));
    }

    private static LocalDate[] concat(Collection<LocalDate> first, Collection<LocalDate> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toArray(LocalDate[]::new);
    }

    static Write document(NewVersion version) {
        Revision after = version.after();
        Write write = version.before().version() == 0
                ? Write.guarded(
                        FIRST,
                        Columns.tuple(
                                version.id(), version.text(), after.version(), after.sequence(), Columns.head(after)))
                : Write.guarded(
                        NEXT,
                        Columns.tuple(
                                version.id(),
                                version.text(),
                                after.version(),
                                after.sequence(),
                                Columns.head(after),
                                version.before().version()));
        return write.with(
                KEPT,
                Columns.tuple(
                        version.id(),
                        after.version(),
                        version.text(),
                        version.context().caller().subject(),
                        Columns.time(version.context().businessTime())));
    }

    @Override
    public Future<CasePolicy> policy(Tx tx, String caseId) {
        return tx.query(POLICY, Columns.tuple(caseId)).map(rows -> {
            Row row = rows.iterator().next();
            return new CasePolicy(
                    Term.parse(row.getString("first_response")),
                    Term.parse(row.getString("answer")),
                    Term.parse(row.getString("reply")),
                    Term.parse(row.getString("ruling")),
                    Term.parse(row.getString("merchant_answer")),
                    Term.parse(row.getString("reopening_request")),
                    new ClockWatch(
                            List.of(row.getArrayOfIntegers("warn_at")),
                            row.getString("advocacy_team"),
                            row.getString("adjudication_team")));
        });
    }

    @Override
    public Future<BusinessCalendar> calendar(Tx tx) {
        return tx.query(CALENDAR, Columns.tuple()).map(rows -> {
            Map<Integer, CalendarYear> years = new HashMap<>();
            ZoneId zone = defaultZone;
            for (Row row : rows) {
                CalendarYear year = CalendarRows.year(row);
                zone = year.zone();
                years.put(year.year(), year);
            }
            return new BusinessCalendar(zone, years);
        });
    }

    ZoneId defaultZone() {
        return defaultZone;
    }

    @Override
    public Future<Optional<String>> departmentOf(Tx tx, String employee) {
        return departments.find(tx, employee);
    }
}
