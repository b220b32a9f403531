package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.RefusedNotice;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notices that were not sent. */
public interface RefusedNotices {
    /** One of them by its id. */
    Future<Optional<Loaded<RefusedNotice>>> find(String refusedNoticeId, Tx tx);

    /** To whom a notice of this event was refused before, resolved or not. */
    Future<Set<Addressee>> refusedOf(String sourceEventId, Tx tx);

    /**
     * Those of a status, newest first.
     *
     * @param before only those refused before the one with this id
     * @param limit how many at most
     */
    Future<List<RefusedNotice>> list(RefusedNotice.Status status, Optional<String> before, int limit, Tx tx);

    /** Prepares the write of one; {@link Revision#NEW} for a new one. */
    Saved save(CommandContext context, Revision before, RefusedNotice refused);
}
