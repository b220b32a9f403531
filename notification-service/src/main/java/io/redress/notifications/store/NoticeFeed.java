package io.redress.notifications.store;

import io.redress.kit.command.Caller;
import io.redress.kit.http.EventFeed;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What happens in an inbox, from the table {@code stream_event}: a notice is new, or was read.
 *
 * <p>Guarantee: nothing is left out. Only rows are shown whose transaction has ended, and so has every transaction
 * before it; a row that is committed later always has a greater place. Limit: a transaction that stays open anywhere in
 * the database server holds back what was committed after it began.
 */
public final class NoticeFeed implements EventFeed {
    private static final String END = """
            SELECT xid::text AS xid, position FROM stream_event
             WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY xid DESC, position DESC LIMIT 1""";

    private static final String AFTER = """
            SELECT s.xid::text AS stream_xid, s.position AS stream_position, n.*
              FROM stream_event s JOIN notice n ON n.id = s.notice_id
             WHERE s.recipient_kind = $1 AND s.recipient_id = $2
               AND (s.xid, s.position) > ($3::text::xid8, $4::bigint)
               AND s.xid < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY s.xid, s.position
             LIMIT $5""";

    private final Function<Caller, Recipient> inbox;
    private final Function<Notice, Object> body;

    /**
     * @param inbox whose inbox a caller reads
     * @param body what is shown of a notice
     */
    public NoticeFeed(Function<Caller, Recipient> inbox, Function<Notice, Object> body) {
        this.inbox = inbox;
        this.body = body;
    }

    @Override
    public Future<String> end(Tx tx) {
        return tx.query(END, Tuple.tuple()).map(rows -> {
            for (Row row : rows) {
                return cursor(row.getString("xid"), row.getLong("position"));
            }
            return cursor("0", 0);
        });
    }

    @Override
    public Future<List<Entry>> after(Caller caller, String cursor, int limit, Tx tx) {
        Recipient recipient = inbox.apply(caller);
        String[] place = cursor.split("-", 2);
        Tuple arguments = Tuple.of(recipient.kind().name(), recipient.id(), place[0], Long.parseLong(place[1]), limit);
        return tx.query(AFTER, arguments).map(rows -> {
            List<Entry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(new Entry(
                    cursor(row.getString("stream_xid"), row.getLong("stream_position")),
                    "notice",
                    body.apply(NoticeRows.notice(row)))));
            return entries;
        });
    }

    private static String cursor(String xid, long position) {
        return xid + "-" + position;
    }
}
