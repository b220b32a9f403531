package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.rulebook.ObjectionFigures;
import io.redress.penalties.app.rulebook.ObjectionFigures.Figure;
import io.redress.penalties.app.rulebook.Objections;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.draft.Objection;
import io.redress.penalties.domain.rulebook.draft.Objection.Answer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables rulebook_objection and rulebook_objection_supporter. */
public final class PgObjections implements Objections {

    private static final String COLUMNS = """
            SELECT id, draft_id, merchant_id, clause_id, language, words, raised_at, supporters, reasons_zh, reasons_en, answered_by,
                   answered_at, version, event_sequence, chain_head,
                   EXISTS (SELECT 1 FROM rulebook_objection_supporter s
                           WHERE s.objection_id = o.id AND s.merchant_id = $2::text) AS joined
            FROM rulebook_objection o WHERE\s""";

    private static final String LOCK = COLUMNS + "id = $1::text FOR UPDATE OF o";

    private static final String PAGE = COLUMNS + "draft_id = $1::text AND id > $3::text ORDER BY id LIMIT $4::integer";

    private static final String JOINED =
            "SELECT 1 FROM rulebook_objection_supporter WHERE objection_id = $1 AND merchant_id = $2";

    private static final String RAISED = """
            SELECT 1 FROM rulebook_objection
            WHERE draft_id = $1 AND merchant_id = $2 AND answered_at IS NULL AND supporters > 0""";

    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE answered_at IS NULL AND supporters > 0) AS open,
                   count(*) FILTER (WHERE answered_at IS NOT NULL) AS answered
            FROM rulebook_objection WHERE draft_id = $1""";

    private static final String FIGURES = """
            SELECT o.clause_id, grouping(o.clause_id) = 1 AS total, count(DISTINCT o.id) AS objections,
                   count(DISTINCT o.id) FILTER (WHERE answered_at IS NULL AND supporters > 0) AS open,
                   count(DISTINCT o.id) FILTER (WHERE answered_at IS NOT NULL) AS answered,
                   count(DISTINCT o.id) FILTER (WHERE supporters = 0) AS withdrawn,
                   count(DISTINCT o.id) FILTER (WHERE supporters = 1) AS alone,
                   count(DISTINCT o.id) FILTER (WHERE supporters > 1) AS jointly,
                   count(DISTINCT s.merchant_id) AS merchants
            FROM rulebook_objection o LEFT JOIN rulebook_objection_supporter s ON s.objection_id = o.id
            WHERE o.draft_id = $1
            GROUP BY GROUPING SETS ((o.clause_id), ()) ORDER BY total, o.clause_id COLLATE "C" NULLS LAST""";

    private static final String INSERT = """
            INSERT INTO rulebook_objection (id, draft_id, merchant_id, language, words, raised_at, supporters, version,
                event_sequence, chain_head, clause_id)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $7::bigint, $8::bigint, $9::bigint,
                $10::bytea, $11::text)""";

    private static final String UPDATE = """
            UPDATE rulebook_objection SET supporters = $2::bigint, reasons_zh = $3::text, reasons_en = $4::text,
                answered_by = $5::text, answered_at = $6::timestamptz, version = $7::bigint,
                event_sequence = $8::bigint, chain_head = $9::bytea
            WHERE id = $1::text AND version = $7::bigint - 1""";

    private static final String JOIN =
            "INSERT INTO rulebook_objection_supporter (objection_id, merchant_id) VALUES ($1::text, $2::text)";

    private static final String LEAVE =
            "DELETE FROM rulebook_objection_supporter WHERE objection_id = $1::text AND merchant_id = $2::text";

    @Override
    public Future<Optional<Loaded<Objection>>> lock(Tx tx, String objectionId) {
        return tx.query(LOCK, Tuple.of(objectionId, "")).map(rows -> {
            Optional<Loaded<Objection>> found = Optional.empty();
            for (Row row : rows) {
                found = Optional.of(new Loaded<>(objection(row), Columns.revision(row)));
            }
            return found;
        });
    }

    @Override
    public Future<Boolean> isJoined(Tx tx, String objectionId, String merchantId) {
        return tx.query(JOINED, Tuple.of(objectionId, merchantId)).map(rows -> rows.size() > 0);
    }

    @Override
    public Future<Boolean> hasRaised(Tx tx, String draftId, String merchantId) {
        return tx.query(RAISED, Tuple.of(draftId, merchantId)).map(rows -> rows.size() > 0);
    }

    @Override
    public Future<ObjectionFigures> figures(Tx tx, String draftId) {
        return tx.query(FIGURES, Tuple.of(draftId)).map(rows -> {
            List<Figure> clauses = new ArrayList<>();
            Figure total = null;
            for (Row row : rows) {
                if (row.getBoolean("total")) {
                    total = figure(row);
                } else {
                    clauses.add(figure(row));
                }
            }
            return new ObjectionFigures(total, clauses);
        });
    }

    private static Figure figure(Row row) {
        return new Figure(
                Columns.optionalText(row, "clause_id"),
                row.getLong("objections"),
                row.getLong("open"),
                row.getLong("answered"),
                row.getLong("withdrawn"),
                row.getLong("alone"),
                row.getLong("jointly"),
                row.getLong("merchants"));
    }

    @Override
    public Future<Count> count(Tx tx, String draftId) {
        return tx.query(COUNT, Tuple.of(draftId)).map(rows -> {
            Row row = rows.iterator().next();
            return new Count(row.getLong("open"), row.getLong("answered"));
        });
    }

    @Override
    public Future<List<Seen>> page(
            Tx tx, String draftId, Optional<String> merchantId, Optional<String> after, int limit) {
        Tuple arguments = Tuple.of(draftId, merchantId.orElse(""), after.orElse(""), limit);
        return tx.query(PAGE, arguments).map(rows -> {
            List<Seen> seen = new ArrayList<>();
            rows.forEach(row -> seen.add(new Seen(objection(row), row.getBoolean("joined"))));
            return seen;
        });
    }

    @Override
    public Write insert(Objection objection, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Tuple.tuple()
                                .addString(objection.id())
                                .addString(objection.draftId())
                                .addString(objection.merchantId())
                                .addString(objection.language())
                                .addString(objection.words())
                                .addOffsetDateTime(Columns.time(objection.raisedAt()))
                                .addLong(objection.supporters())
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead()))
                                .addString(objection.clauseId().orElse(null)))
                .with(recorded)
                .and(join(objection, objection.merchantId()));
    }

    @Override
    public Write update(Objection objection, Recorded recorded) {
        Optional<Answer> answer = objection.answer();
        return Write.guarded(
                        UPDATE,
                        Tuple.tuple()
                                .addString(objection.id())
                                .addLong(objection.supporters())
                                .addString(answer.map(given -> given.reasons().zh())
                                        .orElse(null))
                                .addString(answer.map(given -> given.reasons().en())
                                        .orElse(null))
                                .addString(answer.map(Answer::answeredBy).orElse(null))
                                .addOffsetDateTime(Columns.time(answer.map(Answer::answeredAt)))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }

    @Override
    public Write join(Objection objection, String merchantId) {
        return Write.guarded(JOIN, Tuple.of(objection.id(), merchantId));
    }

    @Override
    public Write leave(Objection objection, String merchantId) {
        return Write.guarded(LEAVE, Tuple.of(objection.id(), merchantId));
    }

    private static Objection objection(Row row) {
        return new Objection(
                row.getString("id"),
                row.getString("draft_id"),
                row.getString("merchant_id"),
                Columns.optionalText(row, "clause_id"),
                row.getString("language"),
                row.getString("words"),
                Columns.instant(row, "raised_at"),
                row.getLong("supporters"),
                Columns.optionalInstant(row, "answered_at")
                        .map(at -> new Answer(
                                new Text(row.getString("reasons_zh"), row.getString("reasons_en")),
                                row.getString("answered_by"),
                                at)));
    }
}
