package io.redress.notifications.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Delivery;
import io.redress.notifications.domain.DeliveryStep;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stored deliveries with their evidence. */
public interface Deliveries {
    /** Deadline at which quiet hours end for a delivery; subject is {@code <notice>/<channel>}. */
    String QUIET_HOURS_END = "delivery-quiet-hours-end";

    /** Deadline, due at once, at which the parties are told of a bounce; subject is the notice. */
    String BOUNCE_TOLD = "delivery-bounce-told";

    /** Deadline, due at once, at which a notice that was refused at first is carried; subject is the event it tells of. */
    String PLANNED_LATE = "delivery-planned-late";

    /** One delivery with its evidence, in order. */
    record Recorded(Delivery delivery, List<DeliveryStep> steps) {}

    Future<Optional<Delivery>> find(String noticeId, Channel channel, Tx tx);

    /** All deliveries of a notice outside the inbox. */
    Future<List<Recorded>> of(String noticeId, Tx tx);

    /** Prepares a new one; nothing happens if the notice has one on that channel. */
    Write queue(Delivery.Change change);

    /**
     * Prepares the write of a decision, guarded by the number of steps; frees the lease.
     *
     * @param pause until the next attempt, machine time
     */
    Write save(Delivery before, Delivery.Change change, Duration pause);

    /** Frees the lease without a trace: nobody could be asked. */
    Future<Void> postpone(Delivery delivery, Duration pause, Tx tx);

    /**
     * Takes deliveries that are to be sent now, each for one worker until the lease ends. A worker that dies leaves
     * them to another after that.
     */
    Future<List<Delivery>> claim(Channel channel, int limit, Duration lease, Tx tx);

    /** How many are to be sent now or are being sent. */
    Future<Long> outstanding(Tx tx);
}
