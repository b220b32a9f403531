package io.redress.cases.store;

import io.redress.cases.app.message.Messages;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Message;
import io.redress.cases.domain.Message.Filing;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages, and how far each side has read. */
public final class PgMessages implements Messages {

    private static final String THREAD =
            "SELECT messages, version, event_sequence, chain_head FROM case_thread WHERE case_id = $1";

    private static final String SELECT = """
            SELECT m.message_id, m.case_id, m.position, m.sender, m.sent_by, m.sent_at, m.body, m.evidence, m.asks,
                   m.awaited_until, m.filed_by, m.filed_at,
                   (SELECT r.at FROM message_receipt r
                    WHERE r.case_id = m.case_id AND r.reader <> m.sender AND r.up_to >= m.position
                    ORDER BY r.up_to LIMIT 1) AS read_at
            FROM case_message m""";

    private static final String FIND = SELECT + " WHERE m.message_id = $1";

    private static final String LIST = SELECT + """
             WHERE m.case_id = $1 AND m.position > $2 AND (m.filed_at IS NOT NULL OR NOT $3::boolean)
            ORDER BY m.position LIMIT $4""";

    private static final String UNREAD = """
            SELECT count(*)::integer AS unread FROM case_message
            WHERE case_id = $1 AND sender <> $2 AND position > greatest($3::integer, (
                SELECT coalesce(max(up_to), 0) FROM message_receipt WHERE case_id = $1 AND reader = $2))""";

    private static final String FIRST = """
            INSERT INTO case_thread (case_id, messages, version, event_sequence, chain_head) VALUES ($1, $2, $3, $4, $5)""";

    private static final String NEXT = """
            UPDATE case_thread SET messages = $2, version = $3, event_sequence = $4, chain_head = $5
            WHERE case_id = $1 AND version = $6""";

    /** Holds the case where it is meanwhile: whoever is its advocate by then is the one who was admitted. */
    private static final String INSERT = """
            INSERT INTO case_message (message_id, case_id, position, sender, sent_by, sent_at, body, evidence, asks, awaited_until)
            SELECT $1::text, c.case_id, $3::integer, $4::text, $5::text, $6::timestamptz, $7::text, $8::text[], $9::boolean,
                   $10::timestamptz
            FROM case_file c WHERE c.case_id = $2 AND c.version = $11::bigint FOR SHARE""";

    private static final String FILE =
            "UPDATE case_message SET filed_by = $2, filed_at = $3 WHERE message_id = $1 AND filed_at IS NULL";

    private static final String READ = """
            INSERT INTO message_receipt (case_id, reader, up_to, by, at)
            SELECT $1::text, $2::text, $3::integer, $4::text, $5::timestamptz
            WHERE NOT EXISTS (SELECT 1 FROM message_receipt WHERE case_id = $1 AND reader = $2 AND up_to >= $3)
            ON CONFLICT DO NOTHING""";

    @Override
    public Future<Exchange> exchange(Tx tx, String caseId) {
        return tx.query(THREAD, Columns.tuple(caseId)).map(rows -> {
            if (rows.size() == 0) {
                return new Exchange(Revision.NEW, 0);
            }
            Row row = rows.iterator().next();
            return new Exchange(Columns.revision(row), row.getInteger("messages"));
        });
    }

    @Override
    public Future<Optional<Message>> find(Tx tx, String messageId) {
        return tx.query(FIND, Columns.tuple(messageId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(message(rows.iterator().next())));
    }

    @Override
    public Future<List<Message>> list(Tx tx, String caseId, boolean filedOnly, int limit, int afterPosition) {
        return tx.query(LIST, Columns.tuple(caseId, afterPosition, filedOnly, limit + 1))
                .map(rows -> {
                    List<Message> page = new ArrayList<>();
                    rows.forEach(row -> page.add(message(row)));
                    return page;
                });
    }

    @Override
    public Future<Integer> unread(Tx tx, String caseId, Correspondent reader) {
        return unreadBehind(tx, caseId, reader, 0);
    }

    @Override
    public Future<Integer> unreadBehind(Tx tx, String caseId, Correspondent reader, int position) {
        return tx.query(UNREAD, Columns.tuple(caseId, reader.name(), position))
                .map(rows -> rows.iterator().next().getInteger("unread"));
    }

    @Override
    public Write insert(Message message, long caseVersion, Exchange before, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Columns.tuple(
                                message.id(),
                                message.caseId(),
                                message.position(),
                                message.from().name(),
                                message.sentBy(),
                                Columns.time(message.sentAt()),
                                message.text(),
                                message.evidence().toArray(String[]::new),
                                message.asks(),
                                Columns.time(message.awaitedUntil()),
                                caseVersion))
                .and(moved(message.caseId(), message.position(), before, recorded));
    }

    @Override
    public Write file(Message filed, Exchange before, Recorded recorded) {
        Filing filing = filed.filing().orElseThrow();
        return Write.guarded(FILE, Columns.tuple(filed.id(), filing.by(), Columns.time(filing.at())))
                .and(moved(filed.caseId(), before.messages(), before, recorded));
    }

    private static Write moved(String caseId, int messages, Exchange before, Recorded recorded) {
        Revision next = recorded.after();
        Write write = before.revision().version() == 0
                ? Write.guarded(
                        FIRST, Columns.tuple(caseId, messages, next.version(), next.sequence(), Columns.head(next)))
                : Write.guarded(
                        NEXT,
                        Columns.tuple(
                                caseId,
                                messages,
                                next.version(),
                                next.sequence(),
                                Columns.head(next),
                                before.revision().version()));
        return write.with(recorded);
    }

    @Override
    public Write read(String caseId, Correspondent reader, int upTo, String by, Instant at) {
        return Write.none().with(READ, Columns.tuple(caseId, reader.name(), upTo, by, Columns.time(at)));
    }

    private static Message message(Row row) {
        return new Message(
                row.getString("message_id"),
                row.getString("case_id"),
                row.getInteger("position"),
                Correspondent.valueOf(row.getString("sender")),
                row.getString("sent_by"),
                Columns.instant(row, "sent_at"),
                row.getString("body"),
                Columns.texts(row, "evidence"),
                row.getBoolean("asks"),
                Columns.maybeInstant(row, "awaited_until"),
                Columns.maybeInstant(row, "read_at"),
                Columns.maybeText(row, "filed_by").map(by -> new Filing(by, Columns.instant(row, "filed_at"))));
    }
}
