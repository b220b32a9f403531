package io.redress.notifications.app;

import io.redress.kit.command.Caller;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** A caller's own inbox; another's does not exist for the caller. */
public final class Inbox {
    private final Notices notices;

    public Inbox(Notices notices) {
        this.notices = notices;
    }

    /** Whose inbox the caller reads: the merchant's that the token acts for, otherwise the employee's own. */
    public static Recipient of(Caller caller) {
        return caller.merchantId().map(Recipient::merchant).orElseGet(() -> Recipient.employee(caller.subject()));
    }

    /** The caller's notices, newest first, from before the notice with the given id on. */
    public Future<List<Notice>> list(Caller caller, boolean unreadOnly, Optional<String> before, int limit, Tx tx) {
        return notices.inbox(of(caller), unreadOnly, before, limit, tx);
    }

    /** One of the caller's notices. */
    public Future<Optional<Loaded<Notice>>> find(Caller caller, String noticeId, Tx tx) {
        return notices.find(noticeId, tx)
                .map(found -> found.filter(loaded -> loaded.state().recipient().equals(of(caller))));
    }
}
