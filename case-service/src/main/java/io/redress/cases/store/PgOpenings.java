package io.redress.cases.store;

import io.redress.cases.app.opening.OpeningFacts;
import io.redress.cases.app.opening.Openings;
import io.redress.cases.domain.Relation;
import io.redress.cases.domain.ReportingLine;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What cases to be opened depend on, many at a time, in one statement. */
public final class PgOpenings implements Openings {

    // Each part looks into an index once for each penalty, whatever the planner thinks of the sizes of the tables: a
    // plan
    // that is kept from when they were small would read them whole.
    private static final String FACTS = """
            SELECT q.ord, p.standing, %s,
                   (SELECT true FROM case_file c
                    WHERE c.penalty_id = q.penalty_id AND (c.status <> 'WITHDRAWN' OR c.counted) LIMIT 1) IS NOT NULL AS appealed,
                   coalesce((SELECT m.language FROM merchant_view m WHERE m.merchant_id = p.merchant_id), 'zh') AS language,
                   (SELECT e.department FROM employee e
                    WHERE e.employee_id = q.caller_id AND e.version = (SELECT max(version) FROM employee)) AS caller_department,
                   (SELECT array_agg(DISTINCT i.relation) FROM interest i
                    WHERE i.employee_id = q.caller_id
                      AND i.version = (SELECT c.version FROM configuration c WHERE c.id = 'interests:' || q.caller_id)
                      AND ((i.kind = 'SHOP' AND i.object = p.shop_id)
                           OR (i.kind = 'MERCHANT' AND i.object = p.merchant_id))) AS caller_interests,
                   CASE WHEN EXISTS (SELECT 1 FROM employee e
                                     WHERE e.employee_id = q.caller_id AND e.version = (SELECT max(version) FROM employee))
                        THEN reporting_line((SELECT max(version) FROM employee), q.caller_id) END AS caller_line,
                   CASE WHEN EXISTS (SELECT 1 FROM employee e
                                     WHERE e.employee_id = q.caller_id AND e.version = (SELECT max(version) FROM employee))
                        THEN reporting_line((SELECT max(version) FROM employee), p.proposed_by) END AS proposer_line,
                   (SELECT e.department FROM employee e
                    WHERE e.employee_id = p.proposed_by AND e.version = (SELECT max(version) FROM employee)) AS proposer_department,
                   coalesce(
                       (SELECT d.department_id FROM department d
                        WHERE d.department_id = p.department_id AND d.version = (SELECT max(version) FROM department)),
                       (SELECT e.department FROM employee e
                        WHERE e.employee_id = p.proposed_by AND e.version = (SELECT max(version) FROM employee))
                   ) AS respondent_department,
                   w.*
            FROM unnest((SELECT $1::text[]), $2::text[]) WITH ORDINALITY AS q (penalty_id, caller_id, ord)
            CROSS JOIN LATERAL (SELECT * FROM penalty_view WHERE penalty_id = q.penalty_id LIMIT 1) p
            CROSS JOIN LATERAL (SELECT * FROM appeal_window WHERE penalty_id = q.penalty_id LIMIT 1) w
            %s""".formatted(PenaltyRows.COLUMNS, PenaltyRows.JOINED);

    @Override
    public Future<List<Optional<OpeningFacts>>> facts(Tx tx, List<Question> questions) {
        Tuple arguments = Columns.tuple(
                Columns.texts(questions, Question::penaltyId), Columns.texts(questions, Question::callerId));
        return tx.query(FACTS, arguments).map(rows -> {
            List<Optional<OpeningFacts>> found =
                    new ArrayList<>(Collections.nCopies(questions.size(), Optional.empty()));
            rows.forEach(row -> found.set(row.getInteger("ord") - 1, Optional.of(facts(row))));
            return found;
        });
    }

    private static OpeningFacts facts(Row row) {
        return new OpeningFacts(
                PenaltyRows.penalty(row),
                row.getBoolean("standing"),
                row.getBoolean("appealed"),
                row.getString("language"),
                Columns.maybeText(row, "caller_department"),
                interests(row),
                inLine(row),
                Columns.maybeText(row, "respondent_department"),
                PgAppealWindows.loaded(row));
    }

    private static boolean inLine(Row row) {
        ReportingLine caller =
                new ReportingLine(Columns.maybeText(row, "caller_department"), Columns.texts(row, "caller_line"));
        return !caller.people().isEmpty()
                && caller.sharedWith(new ReportingLine(
                        Columns.maybeText(row, "proposer_department"), Columns.texts(row, "proposer_line")));
    }

    static Set<Relation> interests(Row row) {
        return Columns.texts(row, "caller_interests").stream()
                .map(Relation::valueOf)
                .collect(Collectors.toSet());
    }
}
