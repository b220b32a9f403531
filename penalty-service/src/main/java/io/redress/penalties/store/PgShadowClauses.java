package io.redress.penalties.store;

import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.rulebook.ShadowClauses;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table shadow_clause. */
public final class PgShadowClauses implements ShadowClauses {

    private static final String OF_DRAFT =
            "SELECT id, draft_id, clause_id, put_by, put_at FROM shadow_clause WHERE draft_id = $1";

    private static final String FIND = OF_DRAFT + " AND clause_id = $2";

    private static final String LIST = OF_DRAFT + " ORDER BY id";

    private static final String INSERT = """
            INSERT INTO shadow_clause (id, draft_id, clause_id, put_by, put_at, version, event_sequence, chain_head)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz, $6::bigint, $7::bigint, $8::bytea)""";

    @Override
    public Future<Optional<ShadowClause>> find(Tx tx, String draftId, String clauseId) {
        return tx.query(FIND, Tuple.of(draftId, clauseId)).map(rows -> {
            Optional<ShadowClause> found = Optional.empty();
            for (Row row : rows) {
                found = Optional.of(clause(row));
            }
            return found;
        });
    }

    @Override
    public Future<List<ShadowClause>> ofDraft(Tx tx, String draftId) {
        return tx.query(LIST, Tuple.of(draftId)).map(rows -> {
            List<ShadowClause> clauses = new ArrayList<>();
            rows.forEach(row -> clauses.add(clause(row)));
            return clauses;
        });
    }

    @Override
    public Write insert(ShadowClause clause, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Tuple.tuple()
                                .addString(clause.id())
                                .addString(clause.draftId())
                                .addString(clause.clauseId())
                                .addString(clause.putBy())
                                .addOffsetDateTime(Columns.time(clause.putAt()))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }

    private static ShadowClause clause(Row row) {
        return new ShadowClause(
                row.getString("id"),
                row.getString("draft_id"),
                row.getString("clause_id"),
                row.getString("put_by"),
                Columns.instant(row, "put_at"));
    }
}
