package io.redress.kit.http;

import io.redress.kit.command.Caller;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/**
 * A table that can be read forward from a cursor without missing a row, for a live stream. A cursor is opaque to
 * callers and holds visible ASCII only.
 */
public interface EventFeed {

    /**
     * One thing to show.
     *
     * @param cursor behind which the next one is found
     * @param type name of the event
     * @param data as JSON, made from a record
     */
    record Entry(String cursor, String type, Object data) {}

    /** Behind the last row there is: where a stream begins that asked for nothing earlier. */
    Future<String> end(Tx tx);

    /**
     * What this caller may see behind the cursor, in order.
     *
     * @param limit how many at most; fewer mean that there is no more now
     */
    Future<List<Entry>> after(Caller caller, String cursor, int limit, Tx tx);
}
