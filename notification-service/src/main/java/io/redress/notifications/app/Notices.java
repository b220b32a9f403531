package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored notices. */
public interface Notices {
    /** A notice by its id. */
    Future<Optional<Loaded<Notice>>> find(String noticeId, Tx tx);

    /** Those who have been told of this event already. */
    Future<Set<Recipient>> toldOf(String sourceEventId, Tx tx);

    /** The notices that tell of this event. */
    Future<List<Notice>> causedBy(String sourceEventId, Tx tx);

    /**
     * A recipient's notices, newest first.
     *
     * @param unreadOnly leave out what has been read
     * @param before only those stored before the notice with this id
     * @param limit how many at most
     */
    Future<List<Notice>> inbox(Recipient recipient, boolean unreadOnly, Optional<String> before, int limit, Tx tx);

    /** Prepares the write of a changed notice with its events; {@link Revision#NEW} for a new one. */
    Saved save(CommandContext context, Revision before, Notice.Change change);
}
