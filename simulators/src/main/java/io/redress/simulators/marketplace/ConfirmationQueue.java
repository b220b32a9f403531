package io.redress.simulators.marketplace;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends confirmations, those of one shop in order, each again and again until the suite has taken or refused it. What
 * cannot be delivered yet holds up its own shop only.
 */
final class ConfirmationQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmationQueue.class);
    /** Statuses below 500 that say "not now" rather than "no". */
    private static final Set<Integer> NOT_NOW = Set.of(401, 408, 425, 429);

    private final Vertx vertx;
    private final Marketplace marketplace;
    private final MarketplaceClient client;
    private final Duration firstRetry;
    private final Duration longestRetry;
    private final Map<String, Future<Void>> lastOfShop = new HashMap<>();
    private volatile boolean stopped;

    ConfirmationQueue(
            Vertx vertx,
            Marketplace marketplace,
            MarketplaceClient client,
            Duration firstRetry,
            Duration longestRetry) {
        this.vertx = vertx;
        this.marketplace = marketplace;
        this.client = client;
        this.firstRetry = firstRetry;
        this.longestRetry = longestRetry;
    }

    synchronized void add(List<? extends Deed> confirmations) {
        for (Deed confirmation : confirmations) {
            Future<Void> before = lastOfShop.getOrDefault(confirmation.shopId(), Future.succeededFuture());
            lastOfShop.put(
                    confirmation.shopId(),
                    before.compose(done -> later(marketplace.delayMillis()))
                            .compose(waited -> deliver(confirmation, firstRetry))
                            .onSuccess(delivered -> marketplace.confirmed()));
        }
    }

    /** Gives up what has not been delivered; it is told again after the next start. */
    void stop() {
        stopped = true;
    }

    private Future<Void> deliver(Deed confirmation, Duration wait) {
        if (stopped) {
            return Future.succeededFuture();
        }
        return client.confirm(confirmation)
                .map(response -> settled(confirmation, response))
                .otherwise(failure -> {
                    LOG.info(
                            "confirmation {} not delivered yet: {}", confirmation.idempotencyKey(), failure.toString());
                    return false;
                })
                .compose(settled -> settled
                        ? Future.succeededFuture()
                        : later(wait.toMillis()).compose(waited -> deliver(confirmation, longer(wait))));
    }

    private static boolean settled(Deed confirmation, HttpResponse<Buffer> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return true;
        }
        LOG.info("confirmation {} answered {}", confirmation.idempotencyKey(), status);
        // A conflict that will pass says when to come back: the same key is still running.
        boolean passing = status == 409 && response.getHeader("Retry-After") != null;
        return status / 100 == 4 && !passing && !NOT_NOW.contains(status);
    }

    private Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(longestRetry) > 0 ? longestRetry : doubled;
    }

    private Future<Void> later(long millis) {
        return millis <= 0 ? Future.succeededFuture() : vertx.timer(millis).mapEmpty();
    }
}
