package io.redress.notifications.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.RefusedNotice;
import io.redress.notifications.domain.Unsendable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells everybody whom an event concerns, each once. A notice that must not be sent is kept as refused, with its
 * event, for an operator; the others are told all the same.
 */
public final class StoreNotices {
    /**
     * What is to be written for one event.
     *
     * @param write empty when everybody has been told before
     * @param refused the notices that are not sent, to raise the alarm about
     */
    public record Result(Write write, List<RefusedNotice> refused) {
        public Result {
            refused = List.copyOf(refused);
        }
    }

    private final Notices notices;
    private final RefusedNotices refusedNotices;
    private final WriteNotice writeNotice;
    private final Ids ids;

    public StoreNotices(Notices notices, RefusedNotices refusedNotices, WriteNotice writeNotice, Ids ids) {
        this.notices = notices;
        this.refusedNotices = refusedNotices;
        this.writeNotice = writeNotice;
        this.ids = ids;
    }

    /** Prepares the notices of one event. */
    public Future<Result> handle(NoticeType type, PartyEvent event, CommandContext context, Tx tx) {
        List<Addressee> addressees = NoticePolicy.addressees(type, event);
        if (addressees.isEmpty()) {
            return Future.succeededFuture(new Result(Write.none(), List.of()));
        }
        return notices.toldOf(event.id(), tx).compose(told -> refusedNotices
                .refusedOf(event.id(), tx)
                .compose(refused -> all(new Gathering(type, event, context, told, refused), addressees, tx)));
    }

    private Future<Result> all(Gathering gathering, List<Addressee> addressees, Tx tx) {
        Future<Void> each = Future.succeededFuture();
        for (Addressee addressee : addressees) {
            each = each.compose(before -> gathering.settled(addressee)
                    ? Future.succeededFuture()
                    : writeNotice
                            .handle(gathering.type, addressee, gathering.event, gathering.context, tx)
                            .map(result -> gathering.add(addressee, result)));
        }
        return each.map(done -> new Result(gathering.write, gathering.refused));
    }

    /** What one event leads to, addressee by addressee. */
    private final class Gathering {
        private final NoticeType type;
        private final PartyEvent event;
        private final CommandContext context;
        private final Set<Recipient> told;
        private final Set<Addressee> refusedBefore;
        private final List<RefusedNotice> refused = new ArrayList<>();
        private Write write = Write.none();

        Gathering(
                NoticeType type,
                PartyEvent event,
                CommandContext context,
                Set<Recipient> told,
                Set<Addressee> refusedBefore) {
            this.type = type;
            this.event = event;
            this.context = context;
            this.told = new HashSet<>(told);
            this.refusedBefore = refusedBefore;
        }

        /** Somebody in two roles is told once, in the first; what was refused is an operator's affair. */
        boolean settled(Addressee addressee) {
            return refusedBefore.contains(addressee)
                    || addressee.of(event).filter(told::contains).isPresent();
        }

        Void add(Addressee addressee, WriteNotice.Result result) {
            if (result instanceof WriteNotice.Result.Written written) {
                Notice.Change change = written.change();
                told.add(change.notice().recipient());
                write = write.and(notices.save(context, Revision.NEW, change).write());
            } else {
                Unsendable why = ((WriteNotice.Result.None) result).why();
                RefusedNotice notSent = new RefusedNotice(
                        ids.next("rfn"), type, addressee, event, why, context.businessTime(), Optional.empty());
                refused.add(notSent);
                write = write.and(
                        refusedNotices.save(context, Revision.NEW, notSent).write());
            }
            return null;
        }
    }
}
