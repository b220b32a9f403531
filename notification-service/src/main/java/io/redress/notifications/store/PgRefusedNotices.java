package io.redress.notifications.store;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.RefusedNotices;
import io.redress.notifications.app.Saved;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.RefusedNotice;
import io.redress.notifications.domain.Unsendable;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Refused notices in the table {@code refused_notice}. */
public final class PgRefusedNotices implements RefusedNotices {
    private static final String FIND = """
            SELECT * FROM refused_notice WHERE id = $1""";

    private static final String REFUSED_OF = """
            SELECT addressee FROM refused_notice WHERE source_event_id = $1""";

    private static final String LIST = """
            SELECT * FROM refused_notice
             WHERE status = $1 AND ($2::text IS NULL OR id < $2::text)
             ORDER BY id DESC
             LIMIT $3""";

    private static final String INSERT = """
            INSERT INTO refused_notice (id, version, event_sequence, chain_head, type, addressee,
                                        source_event_id, event_type, event_time, member_names, member_values,
                                        reason, detail, refused_at, status)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'OPEN')""";

    private static final String RESOLVE = """
            UPDATE refused_notice
               SET version = $3, event_sequence = $4, chain_head = $5, status = 'RESOLVED',
                   notice_id = $6, resolved_by = $7, resolved_at = $8
             WHERE id = $1 AND version = $2""";

    private final EventRecorder recorder;
    private final Function<RefusedNotice, OutgoingEvent> messages;

    /**
     * @param recorder numbers and chains the events
     * @param messages what others are told of one as it is now
     */
    public PgRefusedNotices(EventRecorder recorder, Function<RefusedNotice, OutgoingEvent> messages) {
        this.recorder = recorder;
        this.messages = messages;
    }

    @Override
    public Future<Optional<Loaded<RefusedNotice>>> find(String refusedNoticeId, Tx tx) {
        return tx.query(FIND, Tuple.of(refusedNoticeId)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Loaded<>(refusedNotice(row), NoticeRows.revision(row)));
            }
            return Optional.empty();
        });
    }

    @Override
    public Future<Set<Addressee>> refusedOf(String sourceEventId, Tx tx) {
        return tx.query(REFUSED_OF, Tuple.of(sourceEventId)).map(rows -> {
            Set<Addressee> addressees = EnumSet.noneOf(Addressee.class);
            rows.forEach(row -> addressees.add(Addressee.valueOf(row.getString("addressee"))));
            return addressees;
        });
    }

    @Override
    public Future<List<RefusedNotice>> list(RefusedNotice.Status status, Optional<String> before, int limit, Tx tx) {
        return tx.query(LIST, Tuple.of(status.name(), before.orElse(null), limit))
                .map(rows -> {
                    List<RefusedNotice> refused = new ArrayList<>();
                    rows.forEach(row -> refused.add(refusedNotice(row)));
                    return refused;
                });
    }

    @Override
    public Saved save(CommandContext context, Revision before, RefusedNotice refused) {
        Recorded recorded = recorder.record(context, refused.id(), before, List.of(messages.apply(refused)));
        Revision after = recorded.after();
        Write write = refused.resolution()
                .map(resolution -> Write.guarded(RESOLVE, resolution(refused, resolution, before, after)))
                .orElseGet(() -> Write.guarded(INSERT, arguments(refused, after)));
        return new Saved(after, write.with(recorded));
    }

    private static RefusedNotice refusedNotice(Row row) {
        String[] names = row.getArrayOfStrings("member_names");
        String[] texts = row.getArrayOfStrings("member_values");
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            values.put(names[i], texts[i]);
        }
        return new RefusedNotice(
                row.getString("id"),
                NoticeType.ofWireName(row.getString("type")),
                Addressee.valueOf(row.getString("addressee")),
                new PartyEvent(
                        row.getString("source_event_id"),
                        row.getString("event_type"),
                        row.getOffsetDateTime("event_time").toInstant(),
                        values),
                new Unsendable(Unsendable.Reason.valueOf(row.getString("reason")), row.getString("detail")),
                row.getOffsetDateTime("refused_at").toInstant(),
                TemplateRows.instant(row, "resolved_at")
                        .map(at -> new RefusedNotice.Resolution(
                                Optional.ofNullable(row.getString("notice_id")), row.getString("resolved_by"), at)));
    }

    private static Tuple arguments(RefusedNotice refused, Revision revision) {
        List<Map.Entry<String, String>> members =
                List.copyOf(refused.event().values().entrySet());
        return Tuple.tuple()
                .addString(refused.id())
                .addLong(revision.version())
                .addLong(revision.sequence())
                .addBuffer(NoticeRows.bytes(revision.chainHead()))
                .addString(refused.type().wireName())
                .addString(refused.addressee().name())
                .addString(refused.event().id())
                .addString(refused.event().type())
                .addOffsetDateTime(PgNotices.utc(refused.event().businessTime()))
                .addArrayOfString(members.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .addArrayOfString(members.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .addString(refused.why().reason().name())
                .addString(refused.why().detail())
                .addOffsetDateTime(PgNotices.utc(refused.refusedAt()));
    }

    private static Tuple resolution(
            RefusedNotice refused, RefusedNotice.Resolution resolution, Revision before, Revision after) {
        return Tuple.of(
                refused.id(),
                before.version(),
                after.version(),
                after.sequence(),
                NoticeRows.bytes(after.chainHead()),
                resolution.noticeId().orElse(null),
                resolution.by(),
                PgNotices.utc(resolution.at()));
    }
}
