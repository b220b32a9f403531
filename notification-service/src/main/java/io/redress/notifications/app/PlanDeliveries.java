package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Delivery;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.Preferences;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.Severity;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Queues what an event's notices are to be carried by beside the inbox, in the transaction that stores the notices.
 * Nothing is sent here. A channel that is off, or that has no address for the recipient, is left out.
 */
public final class PlanDeliveries {
    private final Notices notices;
    private final Deliveries deliveries;
    private final Addresses addresses;
    private final PreferenceStore preferences;
    private final Set<Channel> on;

    /** @param on the channels that are configured */
    public PlanDeliveries(
            Notices notices, Deliveries deliveries, Addresses addresses, PreferenceStore preferences, Set<Channel> on) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.preferences = preferences;
        this.on = Set.copyOf(on);
    }

    /** For every notice that tells of this event. */
    public Future<Void> handle(String sourceEventId, CommandContext context, Tx tx) {
        if (on.isEmpty()) {
            return Future.succeededFuture();
        }
        return notices.causedBy(sourceEventId, tx).compose(stored -> {
            Future<Write> whole = Future.succeededFuture(Write.none());
            for (Notice notice : stored) {
                whole = whole.compose(
                        so -> plan(notice, context.businessTime(), tx).map(so::and));
            }
            return whole.compose(tx::apply);
        });
    }

    private Future<Write> plan(Notice notice, Instant now, Tx tx) {
        Recipient recipient = notice.recipient();
        return preferences
                .of(recipient, tx)
                .compose(said -> addresses.email(recipient, tx).map(email -> {
                    Preferences wanted = said.state();
                    Set<Channel> channels = wanted.channels(notice.type().severity());
                    Write write = Write.none();
                    for (Channel channel : List.of(Channel.EMAIL, Channel.SMS)) {
                        Optional<String> address = channel == Channel.EMAIL ? email : wanted.smsNumber();
                        if (channels.contains(channel) && carries(channel, notice.type()) && address.isPresent()) {
                            write = write.and(
                                    queue(notice, channel, address.get(), heldUntil(notice, wanted, now), now));
                        }
                    }
                    return write;
                }));
    }

    /** That a mail came back is not told by mail. */
    private boolean carries(Channel channel, NoticeType type) {
        return on.contains(channel) && !(channel == Channel.EMAIL && type == NoticeType.NOTICE_BOUNCED);
    }

    private static Optional<Instant> heldUntil(Notice notice, Preferences wanted, Instant now) {
        return notice.type().severity() == Severity.CRITICAL
                ? Optional.empty()
                : wanted.quietHours().flatMap(hours -> hours.endAfter(now));
    }

    private Write queue(Notice notice, Channel channel, String address, Optional<Instant> heldUntil, Instant now) {
        Write queued = deliveries.queue(Delivery.queue(notice.id(), channel, address, now, heldUntil));
        return heldUntil
                .map(until -> queued.with(
                        Deadlines.schedule(Deliveries.QUIET_HOURS_END, notice.id() + "/" + channel.name(), until)))
                .orElse(queued);
    }
}
