package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ClosureRegister;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Table measure, with what penalty, violation and history say of a closure. */
public final class PgClosureRegister implements ClosureRegister {

    private static final String PAGE = """
            SELECT m.id, m.shop_id, m.state, m.starts_at, m.ended_at, p.status = 'REVERSED' AS reversed,
                   p.imported_by IS NOT NULL OR EXISTS (
                       SELECT 1 FROM violation v WHERE v.penalty_id = p.id AND v.closure_eligible) AS by_itself,
                   c.ids, c.versions
            FROM measure m JOIN penalty p ON p.id = m.penalty_id
            CROSS JOIN LATERAL (
                SELECT h.business_time AS final_at FROM history h
                WHERE h.subject = p.id AND h.event_type = 'PenaltyFinal'
                ORDER BY h.sequence LIMIT 1) f
            CROSS JOIN LATERAL (
                SELECT array_agg(d.clause_id ORDER BY d.clause_id, d.rulebook_number) AS ids,
                       array_agg(d.rulebook_number ORDER BY d.clause_id, d.rulebook_number) AS versions
                FROM (SELECT DISTINCT v.clause_id, v.rulebook_number FROM violation v
                      WHERE v.penalty_id = p.id) d) c
            WHERE m.begun AND m.days IS NULL AND m.kind = ANY($1::text[]) AND m.id > $2::text
              AND p.final AND (m.ended_at IS NULL OR m.ended_at > f.final_at)
            ORDER BY m.id LIMIT $3""";

    @Override
    public Future<List<Entry>> page(Tx tx, Set<String> kinds, String behind, int limit) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(kinds.toArray(String[]::new))
                .addString(behind)
                .addInteger(limit);
        return tx.query(PAGE, arguments).map(rows -> {
            List<Entry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private static Entry entry(Row row) {
        String[] ids = row.getArrayOfStrings("ids");
        Integer[] versions = row.getArrayOfIntegers("versions");
        List<CitedClause> clauses = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            clauses.add(new CitedClause(ids[i], versions[i]));
        }
        return new Entry(
                row.getString("id"),
                row.getString("shop_id"),
                status(row),
                row.getBoolean("by_itself") ? Basis.SINGLE_DECISION : Basis.ACCUMULATION,
                clauses,
                Columns.instant(row, "starts_at"),
                Columns.optionalInstant(row, "ended_at"));
    }

    private static Status status(Row row) {
        if (row.getBoolean("reversed")) {
            return Status.REVERSED;
        }
        return switch (row.getString("state")) {
            case "IN_FORCE" -> Status.IN_FORCE;
            case "SUSPENDED", "SCHEDULED" -> Status.SUSPENDED;
            case "REVERSED" -> Status.REVERSED;
            default -> Status.ENDED;
        };
    }
}
