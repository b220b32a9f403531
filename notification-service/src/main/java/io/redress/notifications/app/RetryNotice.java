package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.RefusedNotice;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a refused notice again, from the template that is approved now. Refused with {@code NOTICE_INCOMPLETE} or
 * {@code SEALED_TERM_IN_TEXT} while the reason lasts, with {@code ILLEGAL_TRANSITION} once it is resolved.
 */
public final class RetryNotice {
    private final RefusedNotices refusedNotices;
    private final Notices notices;
    private final WriteNotice writeNotice;

    public RetryNotice(RefusedNotices refusedNotices, Notices notices, WriteNotice writeNotice) {
        this.refusedNotices = refusedNotices;
        this.notices = notices;
        this.writeNotice = writeNotice;
    }

    /** Not found: no such refused notice. */
    public Future<Decision<RefusedNotice>> handle(String refusedNoticeId, CommandContext context, Tx tx) {
        return refusedNotices
                .find(refusedNoticeId, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Decision.notFound())
                        : retry(found.get(), context, tx));
    }

    private Future<Decision<RefusedNotice>> retry(Loaded<RefusedNotice> loaded, CommandContext context, Tx tx) {
        RefusedNotice refused = loaded.state();
        if (refused.status() == RefusedNotice.Status.RESOLVED) {
            return Future.succeededFuture(resolve(loaded, Optional.empty(), Write.none(), context));
        }
        return notices.toldOf(refused.event().id(), tx)
                .compose(told -> toldAlready(refused, told)
                        ? Future.succeededFuture(resolve(loaded, Optional.empty(), Write.none(), context))
                        : writeNotice
                                .handle(refused.type(), refused.addressee(), refused.event(), context, tx)
                                .map(result -> decide(loaded, result, context)));
    }

    private static boolean toldAlready(RefusedNotice refused, Set<Recipient> told) {
        return refused.addressee().of(refused.event()).filter(told::contains).isPresent();
    }

    private Decision<RefusedNotice> decide(
            Loaded<RefusedNotice> loaded, WriteNotice.Result result, CommandContext context) {
        if (result instanceof WriteNotice.Result.Written written) {
            Write notice = notices.save(context, Revision.NEW, written.change())
                    .write()
                    .with(Deadlines.schedule(
                            Deliveries.PLANNED_LATE, loaded.state().event().id(), context.businessTime()));
            return resolve(loaded, Optional.of(written.change().notice().id()), notice, context);
        }
        return Decision.refuse(((WriteNotice.Result.None) result).why().refusal());
    }

    private Decision<RefusedNotice> resolve(
            Loaded<RefusedNotice> loaded, Optional<String> noticeId, Write notice, CommandContext context) {
        Outcome<RefusedNotice> outcome =
                loaded.state().resolve(noticeId, context.caller().subject(), context.businessTime());
        if (outcome instanceof Outcome.Refused<RefusedNotice> refused) {
            return Decision.refuse(refused.refusal());
        }
        RefusedNotice resolved = ((Outcome.Done<RefusedNotice>) outcome).value();
        Saved saved = refusedNotices.save(context, loaded.revision(), resolved);
        return Decision.accept(resolved, saved.revision(), notice.and(saved.write()));
    }
}
