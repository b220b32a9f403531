package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Notice;
import io.vertx.core.Future;

/** The recipient confirms to know of a notice. Confirming again changes nothing and answers the same. */
public final class AcknowledgeNotice {
    private final Notices notices;

    public AcknowledgeNotice(Notices notices) {
        this.notices = notices;
    }

    /** Not found: no such notice, or one in another inbox. */
    public Future<Decision<Notice>> handle(String noticeId, CommandContext context, Tx tx) {
        return notices.find(noticeId, tx)
                .map(found -> found.filter(loaded -> loaded.state().recipient().equals(Inbox.of(context.caller())))
                        .map(loaded -> acknowledge(loaded, context))
                        .orElseGet(Decision::notFound));
    }

    private Decision<Notice> acknowledge(Loaded<Notice> loaded, CommandContext context) {
        Notice.Change change = loaded.state().acknowledge(context.businessTime());
        if (change.events().isEmpty()) {
            return Decision.accept(loaded.state(), loaded.revision(), Write.none());
        }
        Saved saved = notices.save(context, loaded.revision(), change);
        return Decision.accept(change.notice(), saved.revision(), saved.write());
    }
}
