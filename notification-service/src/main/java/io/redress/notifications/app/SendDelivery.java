package io.redress.notifications.app;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.GuardMissed;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Delivery;
import io.redress.notifications.domain.DeliveryState;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.RetryTable;
import io.redress.notifications.domain.SendResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends what was claimed, outside any transaction, and records in a transaction of its own what became of it.
 *
 * <p>Guarantee: at least once. A process that dies between the server's yes and the commit leaves the lease to run out,
 * and the next worker sends the same words with the same message id once more; each such death costs one repetition.
 */
public final class SendDelivery {
    private static final int ATTEMPTS_TO_RECORD = 3;

    private final Database database;
    private final Notices notices;
    private final Deliveries deliveries;
    private final Carrier carrier;
    private final RetryTable retries;
    private final RecordDelivery records;
    private final BusinessClock clock;
    private final Ids ids;
    private final String serviceName;

    public SendDelivery(
            Database database,
            Notices notices,
            Deliveries deliveries,
            Carrier carrier,
            RetryTable retries,
            BusinessClock clock,
            Ids ids,
            String serviceName) {
        this.database = database;
        this.notices = notices;
        this.deliveries = deliveries;
        this.carrier = carrier;
        this.retries = retries;
        this.records = new RecordDelivery(notices, deliveries);
        this.clock = clock;
        this.ids = ids;
        this.serviceName = serviceName;
    }

    public Channel channel() {
        return carrier.channel();
    }

    /** Nothing is sent after this. */
    public Future<Void> close() {
        return carrier.close();
    }

    /** Takes up to {@code limit} deliveries for the time of the lease. */
    public Future<List<Delivery>> claim(int limit, Duration lease) {
        return database.inTransaction(tx -> deliveries.claim(carrier.channel(), limit, lease, tx));
    }

    /** One attempt, recorded; the state it led to. */
    public Future<DeliveryState> handle(Delivery claimed) {
        return database.read(tx -> notices.find(claimed.noticeId(), tx))
                .compose(found -> carrier.send(found.orElseThrow().state(), claimed.address())
                        .compose(result -> record(claimed, result)));
    }

    private Future<DeliveryState> record(Delivery claimed, SendResult result) {
        if (result instanceof SendResult.Unreachable) {
            Duration pause = retries.pauseWhileUnreachable(chance());
            return database.inTransaction(tx -> deliveries.postpone(claimed, pause, tx))
                    .map(postponed -> DeliveryState.QUEUED);
        }
        String id = ids.next("req");
        CommandContext context = new CommandContext(
                Caller.service(serviceName), id, id, Optional.empty(), clock.now(), OptionalLong.empty());
        return attempt(claimed, result, context, 1);
    }

    private Future<DeliveryState> attempt(Delivery claimed, SendResult result, CommandContext context, int number) {
        return database.inTransaction(tx -> once(claimed, result, context, tx))
                .recover(failure -> failure instanceof GuardMissed && number < ATTEMPTS_TO_RECORD
                        ? attempt(claimed, result, context, number + 1)
                        : Future.failedFuture(failure));
    }

    private Future<DeliveryState> once(Delivery claimed, SendResult result, CommandContext context, Tx tx) {
        return deliveries.find(claimed.noticeId(), claimed.channel(), tx).compose(found -> {
            Delivery now = found.orElseThrow();
            // The lease ran out and another worker was faster: its evidence stands.
            if (now.stepCount() != claimed.stepCount()) {
                return Future.succeededFuture(now.state());
            }
            return notices.find(claimed.noticeId(), tx).compose(notice -> {
                Decided decided = decide(now, result, context.businessTime());
                return tx.apply(write(notice.orElseThrow(), now, decided, context))
                        .map(written -> decided.change().delivery().state());
            });
        });
    }

    private Write write(Loaded<Notice> notice, Delivery now, Decided decided, CommandContext context) {
        return records.prepare(notice, now, decided.change(), decided.pause(), context)
                .write();
    }

    private record Decided(Delivery.Change change, Duration pause) {}

    private Decided decide(Delivery delivery, SendResult result, Instant at) {
        if (result instanceof SendResult.Taken taken) {
            return new Decided(delivery.sent(taken.evidence(), carrier.takenIsAccepted(), at), Duration.ZERO);
        }
        if (result instanceof SendResult.Refused refused) {
            return new Decided(delivery.refused(refused.evidence(), at), Duration.ZERO);
        }
        String evidence = ((SendResult.Deferred) result).evidence();
        Optional<Duration> pause = retries.pauseAfter(delivery.attempts() + 1, chance());
        return new Decided(delivery.deferred(evidence, pause.isPresent(), at), pause.orElse(Duration.ZERO));
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
