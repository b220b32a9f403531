package io.redress.gateway.proxy;

import io.redress.gateway.proxy.Instance.Attempt;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
        return attempt(outgoing, first, 0, Integer.MAX_VALUE);
    }

    private Future<Incoming> attempt(Outgoing outgoing, int first, int tried, int soonestSeconds) {
        Attempt attempt = all.get((first + tried) % all.size()).attempt(outgoing);
        return attempt.answer().recover(failure -> {
            int seconds = failure instanceof PeerUnavailable peer ? peer.retryAfterSeconds() : 1;
            int soonest = Math.min(soonestSeconds, seconds);
            return attempt.exchange().sent() || tried + 1 == all.size()
                    ? Future.failedFuture(new PeerUnavailable(service, soonest, failure))
                    : attempt(outgoing, first, tried + 1, soonest);
        });
    }
}
