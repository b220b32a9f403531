package io.redress.notifications.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.notifications.domain.Channel;
import io.vertx.core.Future;
import java.time.Duration;

/** Quiet hours have ended: the delivery that waited for that may be sent. */
public final class ReleaseDelivery {
    private final Deliveries deliveries;

    public ReleaseDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** @param subject of the deadline, {@code <notice>/<channel>} */
    public Future<Void> handle(String subject, CommandContext context, Tx tx) {
        String[] parts = subject.split("/", 2);
        return deliveries.find(parts[0], Channel.valueOf(parts[1]), tx).compose(found -> found.flatMap(
                        waiting -> waiting.release(context.businessTime())
                                .map(change -> tx.apply(deliveries.save(waiting, change, Duration.ZERO))))
                .orElseGet(Future::succeededFuture));
    }
}
