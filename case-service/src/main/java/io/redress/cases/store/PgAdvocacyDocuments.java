package io.redress.cases.store;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.app.advocacy.AdvocacyDocuments;
import io.redress.cases.app.advocacy.AdvocateRuns;
import io.redress.cases.app.advocacy.WantedAdvocates;
import io.redress.cases.domain.Concentration;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Advocates and interests by version of their document; of absences the one that is known last. */
public final class PgAdvocacyDocuments implements AdvocacyDocuments {

    private static final String UNKNOWN = """
            SELECT asked.id FROM unnest((SELECT $1::text[])) AS asked (id)
            WHERE NOT EXISTS (
                SELECT 1 FROM employee e
                WHERE e.version = (SELECT max(version) FROM employee) AND e.employee_id = asked.id)""";

    private static final String ADVOCACY = """
            INSERT INTO advocacy (version, automatic, assign_after, watched_seconds, watched_percent, watched_from)
            VALUES ($1, $2, $3, $4, $5, $6)""";

    /** Languages as one text each, since a list of lists has to be a rectangle. */
    private static final String ADVOCATES = """
            INSERT INTO advocate (version, employee_id, languages, capacity)
            SELECT $1::bigint, a.id, string_to_array(a.languages, ' '), a.capacity
            FROM unnest((SELECT $2::text[]), $3::text[], $4::int[]) AS a (id, languages, capacity)""";

    private static final String INTERESTS = """
            INSERT INTO interest (employee_id, version, kind, object, relation)
            SELECT $1::text, $2::bigint, i.* FROM unnest((SELECT $3::text[]), $4::text[], $5::text[]) AS i""";

    private static final String ABSENCE = """
            INSERT INTO absence (employee_id, from_at, until_at, delegate, put_by, behind, handed_over)
            VALUES ($1, $2, $3, $4, $5, '', 0)
            ON CONFLICT (employee_id) DO UPDATE
            SET from_at = excluded.from_at, until_at = excluded.until_at, delegate = excluded.delegate,
                put_by = excluded.put_by, behind = '', handed_over = 0""";

    @Override
    public Future<Set<String>> unknown(Tx tx, Collection<String> employees) {
        return tx.query(UNKNOWN, Columns.tuple((Object) employees.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> unknown = new HashSet<>();
                    rows.forEach(row -> unknown.add(row.getString("id")));
                    return unknown;
                });
    }

    @Override
    public Write advocacy(NewVersion version, Advocacy advocacy) {
        long number = version.after().version();
        return AdvocateRunRows.somebodyFree(version, PgConfiguration.document(version))
                .with(
                        ADVOCACY,
                        Columns.tuple(
                                number,
                                advocacy.automatic().isPresent(),
                                advocacy.automatic().map(Duration::toSeconds).orElse(0L),
                                advocacy.concentration()
                                        .map(Concentration::period)
                                        .map(Duration::toSeconds)
                                        .orElse(null),
                                advocacy.concentration()
                                        .map(Concentration::percent)
                                        .orElse(null),
                                advocacy.concentration()
                                        .map(Concentration::fromCases)
                                        .orElse(null)))
                .with(
                        ADVOCATES,
                        Columns.tuple(
                                number,
                                Columns.texts(advocacy.advocates(), Advocate::id),
                                Columns.texts(advocacy.advocates(), one -> String.join(" ", one.languages())),
                                advocacy.advocates().stream()
                                        .map(Advocate::capacity)
                                        .toArray(Integer[]::new)));
    }

    @Override
    public Write interests(NewVersion version, String employee, List<Interest> interests) {
        return AdvocateRunRows.somebodyFree(version, PgConfiguration.document(version))
                .with(
                        INTERESTS,
                        Columns.tuple(
                                employee,
                                version.after().version(),
                                Columns.texts(interests, one -> one.kind().name()),
                                Columns.texts(interests, Interest::object),
                                Columns.texts(interests, one -> one.relation().name())));
    }

    @Override
    public Write absence(NewVersion version, Absence absence) {
        Instant now = version.context().businessTime();
        Instant begins = absence.from().isAfter(now) ? absence.from() : now;
        return AdvocateRunRows.somebodyFree(version, PgConfiguration.document(version))
                .with(
                        ABSENCE,
                        Columns.tuple(
                                absence.employee(),
                                Columns.time(absence.from()),
                                Columns.time(absence.until()),
                                Columns.orNull(absence.delegate()),
                                version.context().caller().subject()))
                .with(Deadlines.schedule(AdvocateRuns.ABSENCE, absence.employee(), begins))
                .with(Deadlines.schedule(WantedAdvocates.BACK, absence.employee(), absence.until()));
    }
}
