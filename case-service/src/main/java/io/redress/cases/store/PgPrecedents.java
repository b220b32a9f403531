package io.redress.cases.store;

import io.redress.cases.app.precedent.Precedents;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.Precedent;
import io.redress.cases.domain.RulingOutcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table ruling, as other cases may read it. */
public final class PgPrecedents implements Precedents {

    private static final String PRECEDENT = """
            SELECT r.ruling_id, r.case_id, c.kind, r.outcome, r.ruled_at,
                   c.status = 'CLOSED' AND c.draft_id = r.draft_id AS stands,
                   (SELECT array_agg(DISTINCT p.clause_id ORDER BY p.clause_id)
                    FROM ruling_violation v JOIN penalty_violation p ON p.violation_id = v.violation_id
                    WHERE v.ruling_id = r.ruling_id) AS clauses
            FROM ruling r JOIN case_file c ON c.case_id = r.case_id
            """;

    private static final String FIND = PRECEDENT + "WHERE r.ruling_id = ANY ($1::text[])";

    private static final String CITED = PRECEDENT + """
            WHERE r.ruling_id > $2 AND r.ruling_id IN (
                SELECT p.ruling_id FROM brief_precedent p JOIN brief b ON b.brief_id = p.brief_id WHERE b.case_id = $1
                UNION
                SELECT p.ruling_id FROM draft_precedent p JOIN case_file f ON f.draft_id = p.draft_id WHERE f.case_id = $1)
            ORDER BY r.ruling_id LIMIT $3""";

    @Override
    public Future<Map<String, Precedent>> find(Tx tx, Collection<String> rulingIds) {
        return tx.query(FIND, Columns.tuple((Object) rulingIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Precedent> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("ruling_id"), precedent(row)));
                    return found;
                });
    }

    @Override
    public Future<List<Precedent>> citedIn(Tx tx, String caseId, int limit, String afterRulingId) {
        return tx.query(CITED, Columns.tuple(caseId, afterRulingId, limit + 1)).map(rows -> {
            List<Precedent> cited = new ArrayList<>();
            rows.forEach(row -> cited.add(precedent(row)));
            return cited;
        });
    }

    private static Precedent precedent(Row row) {
        return new Precedent(
                row.getString("ruling_id"),
                row.getString("case_id"),
                CaseKind.valueOf(row.getString("kind")),
                Columns.texts(row, "clauses"),
                RulingOutcome.valueOf(row.getString("outcome")),
                Columns.instant(row, "ruled_at"),
                row.getBoolean("stands"));
    }
}
