package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Delivery;
import io.redress.notifications.domain.DeliveryStep;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.Severity;
import java.time.Duration;

/** Writes what became of a delivery, together with what others are told of it. */
final class RecordDelivery {
    private final Notices notices;
    private final Deliveries deliveries;

    RecordDelivery(Notices notices, Deliveries deliveries) {
        this.notices = notices;
        this.deliveries = deliveries;
    }

    /** Prepares the write: the delivery and its evidence, the notice's event, and the telling of a bounce. */
    Saved prepare(
            Loaded<Notice> notice, Delivery before, Delivery.Change change, Duration pause, CommandContext context) {
        Write write = deliveries.save(before, change, pause);
        if (change.news() == Delivery.News.NONE) {
            return new Saved(notice.revision(), write);
        }
        DeliveryStep last = change.steps().get(change.steps().size() - 1);
        boolean bounced = change.news() == Delivery.News.BOUNCED;
        Notice.Change told = bounced
                ? notice.state().bounced(before.channel(), last.evidence(), last.at())
                : notice.state().accepted(before.channel(), last.at());
        Saved saved = notices.save(context, notice.revision(), told);
        Write whole = write.and(saved.write());
        return new Saved(
                saved.revision(),
                bounced && concerns(notice.state()) ? whole.with(tell(notice.state(), context)) : whole);
    }

    /** A merchant who misses what touches his rights has to hear of it; the rest lies in the inbox. */
    private static boolean concerns(Notice notice) {
        return notice.recipient().kind() == Recipient.Kind.MERCHANT
                && notice.type().severity() == Severity.CRITICAL;
    }

    private static Write.Fragment tell(Notice notice, CommandContext context) {
        return Deadlines.schedule(Deliveries.BOUNCE_TOLD, notice.id(), context.businessTime());
    }
}
