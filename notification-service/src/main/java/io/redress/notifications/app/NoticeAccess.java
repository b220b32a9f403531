package io.redress.notifications.app;

import io.redress.kit.command.Caller;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Notice;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Who may read a notice with the evidence of its deliveries: its recipient, operators and integrity, and the advocate
 * of the case it is about. For everybody else it does not exist.
 */
public final class NoticeAccess {
    /** A notice and what became of its deliveries outside the inbox. */
    public record Seen(Loaded<Notice> notice, List<Deliveries.Recorded> deliveries) {}

    private final Notices notices;
    private final Deliveries deliveries;
    private final Addresses addresses;

    public NoticeAccess(Notices notices, Deliveries deliveries, Addresses addresses) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.addresses = addresses;
    }

    /** Empty when there is no such notice for this caller. */
    public Future<Optional<Seen>> find(Caller caller, String noticeId, Tx tx) {
        return notices.find(noticeId, tx).compose(found -> found.map(loaded ->
                        allowed(caller, loaded.state(), tx).compose(allowed -> allowed ? seen(loaded, tx) : nothing()))
                .orElseGet(NoticeAccess::nothing));
    }

    private Future<Boolean> allowed(Caller caller, Notice notice, Tx tx) {
        if (notice.recipient().equals(Inbox.of(caller))) {
            return Future.succeededFuture(true);
        }
        boolean staff = caller.merchantId().isEmpty();
        if (staff && (caller.hasRole("operator") || caller.hasRole("integrity"))) {
            return Future.succeededFuture(true);
        }
        return staff && caller.hasRole("advocate")
                ? addresses.isAdvocate(
                        caller.subject(),
                        notice.about().caseId(),
                        notice.about().penaltyId(),
                        tx)
                : Future.succeededFuture(false);
    }

    private Future<Optional<Seen>> seen(Loaded<Notice> loaded, Tx tx) {
        return deliveries.of(loaded.state().id(), tx).map(known -> Optional.of(new Seen(loaded, known)));
    }

    private static Future<Optional<Seen>> nothing() {
        return Future.succeededFuture(Optional.empty());
    }
}
