package io.redress.notifications.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.Companion;
import io.redress.notifications.app.SendDelivery;
import io.redress.notifications.domain.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is queued on one channel, a bounded number at once, and looks again soon. Several replicas may run: a
 * delivery is leased to one of them. A stop waits for what is being sent.
 */
public final class DeliveryWorker implements Companion {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 250;

    private final Vertx vertx;
    private final SendDelivery sending;
    private final int atOnce;
    private final MeterRegistry metrics;
    private final Runnable afterCommit;
    private boolean running;
    private long timer = -1;
    private Future<Void> round = Future.succeededFuture();

    /**
     * @param atOnce how many are sent at the same time
     * @param afterCommit called when something was recorded: there may be events to send
     */
    public DeliveryWorker(Vertx vertx, SendDelivery sending, int atOnce, MeterRegistry metrics, Runnable afterCommit) {
        this.vertx = vertx;
        this.sending = sending;
        this.atOnce = atOnce;
        this.metrics = metrics;
        this.afterCommit = afterCommit;
    }

    @Override
    public Future<Void> start() {
        running = true;
        schedule(PAUSE_MILLIS);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        return round.transform(ended -> sending.close());
    }

    private void schedule(long millis) {
        if (running) {
            timer = vertx.setTimer(millis, ignored -> {
                Promise<Void> done = Promise.promise();
                round = done.future();
                sendNext().onComplete(result -> {
                    if (result.failed()) {
                        LOG.atWarn()
                                .addKeyValue("channel", sending.channel())
                                .setCause(result.cause())
                                .log("could not look for deliveries");
                    }
                    done.complete();
                    schedule(result.succeeded() && result.result() == atOnce ? 1 : PAUSE_MILLIS);
                });
            });
        }
    }

    /** How many were claimed; each has been settled, or left to its lease. */
    private Future<Integer> sendNext() {
        return sending.claim(atOnce, LEASE).compose(claimed -> {
            List<Future<Void>> all = claimed.stream().map(this::send).toList();
            return Future.join(all).map(joined -> claimed.size());
        });
    }

    private Future<Void> send(Delivery claimed) {
        return sending.handle(claimed)
                .onSuccess(state -> {
                    metrics.counter(
                                    "redress.deliveries",
                                    "channel",
                                    claimed.channel().name(),
                                    "state",
                                    state.name())
                            .increment();
                    afterCommit.run();
                })
                .transform(result -> {
                    if (result.failed()) {
                        LOG.atError()
                                .addKeyValue("channel", claimed.channel())
                                .addKeyValue("notice", claimed.noticeId())
                                .setCause(result.cause())
                                .log("a delivery could not be settled; it is tried again when its lease has run out");
                    }
                    return Future.succeededFuture();
                });
    }
}
