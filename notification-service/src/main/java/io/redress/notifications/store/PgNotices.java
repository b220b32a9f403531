package io.redress.notifications.store;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Notices;
import io.redress.notifications.app.Saved;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeEvent;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Notices in the table {@code notice}. */
public final class PgNotices implements Notices {
    private static final String FIND = """
            SELECT * FROM notice WHERE id = $1""";

    private static final String TOLD = """
            SELECT recipient_kind, recipient_id FROM notice WHERE source_event_id = $1""";

    private static final String CAUSED_BY = """
            SELECT * FROM notice WHERE source_event_id = $1""";

    private static final String INBOX = """
            SELECT * FROM notice
             WHERE recipient_kind = $1 AND recipient_id = $2
               AND (NOT $3::boolean OR read_at IS NULL)
               AND ($4::text IS NULL OR id < $4::text)
             ORDER BY id DESC
             LIMIT $5""";

    private static final String INSERT = """
            INSERT INTO notice (id, version, event_sequence, chain_head, source_event_id, type,
                                recipient_kind, recipient_id, merchant_id,
                                penalty_id, statement_id, case_id, measure_id,
                                language, template_id, template_version, title_zh, title_en, body_zh, body_en, stored_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)""";

    private static final String CHANGE = """
            UPDATE notice SET version = $3, event_sequence = $4, chain_head = $5, read_at = $6, acknowledged_at = $7
             WHERE id = $1 AND version = $2""";

    private final EventRecorder recorder;
    private final Function<NoticeEvent, OutgoingEvent> messages;

    /**
     * @param recorder numbers and chains the events
     * @param messages turns an event into what others are told
     */
    public PgNotices(EventRecorder recorder, Function<NoticeEvent, OutgoingEvent> messages) {
        this.recorder = recorder;
        this.messages = messages;
    }

    @Override
    public Future<Optional<Loaded<Notice>>> find(String noticeId, Tx tx) {
        return tx.query(FIND, Tuple.of(noticeId)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Loaded<>(NoticeRows.notice(row), NoticeRows.revision(row)));
            }
            return Optional.empty();
        });
    }

    @Override
    public Future<Set<Recipient>> toldOf(String sourceEventId, Tx tx) {
        return tx.query(TOLD, Tuple.of(sourceEventId)).map(rows -> {
            Set<Recipient> told = new HashSet<>();
            rows.forEach(row -> told.add(NoticeRows.recipient(row)));
            return told;
        });
    }

    @Override
    public Future<List<Notice>> causedBy(String sourceEventId, Tx tx) {
        return tx.query(CAUSED_BY, Tuple.of(sourceEventId)).map(PgNotices::notices);
    }

    @Override
    public Future<List<Notice>> inbox(
            Recipient recipient, boolean unreadOnly, Optional<String> before, int limit, Tx tx) {
        Tuple arguments = Tuple.of(recipient.kind().name(), recipient.id(), unreadOnly, before.orElse(null), limit);
        return tx.query(INBOX, arguments).map(PgNotices::notices);
    }

    private static List<Notice> notices(RowSet<Row> rows) {
        List<Notice> notices = new ArrayList<>();
        rows.forEach(row -> notices.add(NoticeRows.notice(row)));
        return notices;
    }

    @Override
    public Saved save(CommandContext context, Revision before, Notice.Change change) {
        Notice notice = change.notice();
        List<OutgoingEvent> events = change.events().stream().map(messages).toList();
        Recorded recorded = recorder.record(context, notice.id(), before, events);
        Revision after = recorded.after();
        Write write = before.equals(Revision.NEW)
                ? Write.guarded(INSERT, NoticeRows.arguments(notice, after))
                : Write.guarded(
                        CHANGE,
                        Tuple.of(
                                notice.id(),
                                before.version(),
                                after.version(),
                                after.sequence(),
                                NoticeRows.bytes(after.chainHead()),
                                notice.readAt().map(PgNotices::utc).orElse(null),
                                notice.acknowledgedAt().map(PgNotices::utc).orElse(null)));
        return new Saved(after, write.with(recorded));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
