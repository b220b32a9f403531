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
 * <p>Guarantee: nothing is left out. Only rows are shown whose transaction has ended, and so has every transaction of
 * this service before it; a row that is committed later always has a greater place. Limit: a transaction of this service
 * that stays open holds back what was committed after it began. Those of others do not: only this service's role writes
 * the table.
 */
public final class NoticeFeed implements EventFeed {
    /**
     * The first transaction of this role that was open, or else the first that had not begun. Which are open is looked at
     * after the statement's snapshot was taken: one that has ended in between counts as ended, and the rows that are read
     * by the next statement hold its own.
     */
    private static final String HORIZON = """
            SELECT coalesce(
                     (SELECT min(x.xid) FROM pg_snapshot_xip(pg_current_snapshot()) AS x(xid)
                        JOIN pg_stat_activity a ON a.backend_xid = x.xid::xid AND a.usename = current_user),
                     pg_snapshot_xmax(pg_current_snapshot()))::text AS horizon""";

    private static final String END = """
            SELECT xid::text AS xid, position FROM stream_event
             WHERE xid < $1::text::xid8
             ORDER BY xid DESC, position DESC LIMIT 1""";

    private static final String AFTER = """
            SELECT s.xid::text AS stream_xid, s.position AS stream_position, n.*
              FROM stream_event s JOIN notice n ON n.id = s.notice_id
             WHERE s.recipient_kind = $1 AND s.recipient_id = $2
               AND (s.xid, s.position) > ($3::text::xid8, $4::bigint)
               AND s.xid < $6::text::xid8
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
        return horizon(tx).compose(horizon -> tx.query(END, Tuple.of(horizon))).map(rows -> {
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
        return horizon(tx)
                .compose(horizon -> tx.query(AFTER, arguments.addString(horizon)))
                .map(rows -> {
                    List<Entry> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(new Entry(
                            cursor(row.getString("stream_xid"), row.getLong("stream_position")),
                            "notice",
                            body.apply(NoticeRows.notice(row)))));
                    return entries;
                });
    }

    private static Future<String> horizon(Tx tx) {
        return tx.query(HORIZON, Tuple.tuple())
                .map(rows -> rows.iterator().next().getString("horizon"));
    }

    private static String cursor(String xid, long position) {
        return xid + "-" + position;
    }
}
