package io.redress.gateway.proxy;

import io.redress.gateway.proxy.Instance.Attempt;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The instances of one service, asked in turn. Another one is asked only when nothing was sent to the first: its
 * breaker is open, its bulkhead full, or there was no connection. So a command never arrives twice, whatever its
 * method; when bytes went out and no answer came, the caller decides with the idempotency key.
 */
final class Instances {

    private final String service;
    private final List<Instance> all;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(String service, List<Instance> all) {
        this.service = service;
        this.all = List.copyOf(all);
    }

    /** Fails with {@link PeerUnavailable}, which never says which instance it was. */
    Future<Incoming> call(Outgoing outgoing) {
        int first = turn.getAndUpdate(last -> (last + 1) % all.size());
        return attempt(instance -> instance.attempt(outgoing), first, 0, Integer.MAX_VALUE);
    }

    /** As {@link #call}; the body is sent to one instance only. */
    Future<Incoming> upload(Outgoing outgoing, Pipe<Buffer> body, Runnable goOn, long patienceMillis, Vertx vertx) {
        int first = turn.getAndUpdate(last -> (last + 1) % all.size());
        return attempt(
                instance -> instance.upload(outgoing, body, goOn, patienceMillis, vertx), first, 0, Integer.MAX_VALUE);
    }

    private Future<Incoming> attempt(Function<Instance, Attempt> way, int first, int tried, int soonestSeconds) {
        Attempt attempt = way.apply(all.get((first + tried) % all.size()));
        return attempt.answer().recover(failure -> {
            int seconds = failure instanceof PeerUnavailable peer ? peer.retryAfterSeconds() : 1;
            int soonest = Math.min(soonestSeconds, seconds);
            return attempt.exchange().sent() || tried + 1 == all.size()
                    ? Future.failedFuture(new PeerUnavailable(service, soonest, failure))
                    : attempt(way, first, tried + 1, soonest);
        });
    }
}
