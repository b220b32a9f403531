package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.rulebook.RulebookDrafts;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft.Notice;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Table rulebook_draft. */
public final class PgRulebookDrafts implements RulebookDrafts {

    private static final String COLUMNS = """
            SELECT id, document, status, opened_by, opened_at, announced_at, objections_until, effective_from, ended_at,
                   withdrawal_zh, withdrawal_en, version, event_sequence, chain_head
            FROM rulebook_draft WHERE\s""";

    private static final String FIND = COLUMNS + "id = $1";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String SHARE = FIND + " FOR SHARE";

    private static final String PAGE = """
            SELECT id, number, status, opened_at, announced_at, objections_until, effective_from, ended_at, version
            FROM rulebook_draft
            WHERE id > $1::text AND (NOT $2::boolean OR announced_at IS NOT NULL) ORDER BY id LIMIT $3::integer""";

    private static final String INSERT = """
            INSERT INTO rulebook_draft (id, document, number, status, opened_by, opened_at, version, event_sequence,
                chain_head)
            VALUES ($1::text, $2::text, $3::integer, $4::text, $5::text, $6::timestamptz, $7::bigint, $8::bigint,
                $9::bytea)""";

    private static final String UPDATE = """
            UPDATE rulebook_draft SET document = $2::text, status = $3::text, announced_at = $4::timestamptz,
                objections_until = $5::timestamptz, effective_from = $6::timestamptz, ended_at = $7::timestamptz,
                withdrawal_zh = $8::text, withdrawal_en = $9::text, version = $10::bigint,
                event_sequence = $11::bigint, chain_head = $12::bytea, number = $13::integer
            WHERE id = $1::text AND version = $10::bigint - 1""";

    private final Function<String, RulebookForm> reader;
    private final Function<RulebookForm, String> writer;

    /**
     * @param reader reads a document
     * @param writer writes one
     */
    public PgRulebookDrafts(Function<String, RulebookForm> reader, Function<RulebookForm, String> writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Future<Optional<Loaded<RulebookDraft>>> find(Tx tx, String draftId) {
        return one(tx, FIND, draftId);
    }

    @Override
    public Future<Optional<Loaded<RulebookDraft>>> lock(Tx tx, String draftId) {
        return one(tx, LOCK, draftId);
    }

    @Override
    public Future<Optional<Loaded<RulebookDraft>>> share(Tx tx, String draftId) {
        return one(tx, SHARE, draftId);
    }

    @Override
    public Future<List<Summary>> page(Tx tx, boolean announcedOnly, Optional<String> after, int limit) {
        return tx.query(PAGE, Tuple.of(after.orElse(""), announcedOnly, limit)).map(rows -> {
            List<Summary> page = new ArrayList<>();
            rows.forEach(row -> page.add(summary(row)));
            return page;
        });
    }

    @Override
    public Write insert(RulebookDraft draft, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Tuple.tuple()
                                .addString(draft.id())
                                .addString(writer.apply(draft.form()))
                                .addInteger(draft.form().version())
                                .addString(draft.status().name())
                                .addString(draft.openedBy())
                                .addOffsetDateTime(Columns.time(draft.openedAt()))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }

    @Override
    public Write update(RulebookDraft draft, Recorded recorded) {
        return Write.guarded(
                        UPDATE,
                        Tuple.tuple()
                                .addString(draft.id())
                                .addString(writer.apply(draft.form()))
                                .addString(draft.status().name())
                                .addOffsetDateTime(Columns.time(draft.notice().map(Notice::openedAt)))
                                .addOffsetDateTime(Columns.time(draft.notice().map(Notice::objectionsUntil)))
                                .addOffsetDateTime(Columns.time(draft.notice().map(Notice::effectiveFrom)))
                                .addOffsetDateTime(Columns.time(draft.endedAt()))
                                .addString(draft.withdrawal().map(Text::zh).orElse(null))
                                .addString(draft.withdrawal().map(Text::en).orElse(null))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead()))
                                .addInteger(draft.form().version()))
                .with(recorded);
    }

    private Future<Optional<Loaded<RulebookDraft>>> one(Tx tx, String sql, String draftId) {
        return tx.query(sql, Tuple.of(draftId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Loaded<>(draft(row), Columns.revision(row)));
        });
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.getString("id"),
                RulebookDraft.Status.valueOf(row.getString("status")),
                row.getInteger("number"),
                Columns.instant(row, "opened_at"),
                notice(row),
                Columns.optionalInstant(row, "ended_at"),
                row.getLong("version"));
    }

    private static Optional<Notice> notice(Row row) {
        return Columns.optionalInstant(row, "announced_at")
                .map(announced -> new Notice(
                        announced, Columns.instant(row, "objections_until"), Columns.instant(row, "effective_from")));
    }

    private RulebookDraft draft(Row row) {
        return new RulebookDraft(
                row.getString("id"),
                reader.apply(row.getString("document")),
                RulebookDraft.Status.valueOf(row.getString("status")),
                row.getString("opened_by"),
                Columns.instant(row, "opened_at"),
                notice(row),
                Columns.optionalInstant(row, "ended_at"),
                Columns.optionalText(row, "withdrawal_zh").map(zh -> new Text(zh, row.getString("withdrawal_en"))));
    }
}
