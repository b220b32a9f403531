package io.redress.simulators.marketplace;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The marketplace as the suite sees it: reads {@code penalties.events.v1} and {@code cases.events.v1} with a principal of
 * its own, does to its shops what the newest target set asks and gives them the owners that rulings order, and confirms
 * each measure and transfer through the gateway. Confirmations carry the
 * business time at which it was asked, or, after a hold, the business time of the release.
 */
public final class MarketplaceSimulator {
    private final Vertx vertx;
    private final MarketplaceConfig config;
    private final Marketplace marketplace;
    private final MarketplaceClient client;
    private final ConfirmationQueue queue;
    private final PenaltyEventsFeed feed;
    private Optional<HttpServer> controlServer = Optional.empty();

    /**
     * @param businessTime the suite's business time
     */
    public MarketplaceSimulator(Vertx vertx, MarketplaceConfig config, Supplier<Instant> businessTime) {
        this.vertx = vertx;
        this.config = config;
        this.marketplace = new Marketplace(businessTime);
        this.client = new MarketplaceClient(vertx, config);
        this.queue = new ConfirmationQueue(vertx, marketplace, client, config.firstRetry(), config.longestRetry());
        this.feed = new PenaltyEventsFeed(vertx, config, this::take, this::take);
    }

    /** Completes when it follows the events and its control server, if it has one, listens. */
    public Future<Void> start() {
        return feed.start().compose(subscribed -> listen());
    }

    /** Stops following and confirming; what was not confirmed is confirmed after the next start. */
    public Future<Void> stop() {
        queue.stop();
        return feed.stop()
                .compose(stopped -> controlServer.map(HttpServer::close).orElseGet(Future::succeededFuture))
                .onComplete(closed -> client.close());
    }

    /** The marketplace's own calls to the suite, such as registering merchants and shops. */
    public MarketplaceClient client() {
        return client;
    }

    /** The controls, to be mounted into another router. */
    public Router controls() {
        return new MarketplaceControls(this).router(vertx);
    }

    /** The port of the control server; only with one, and only after the start. */
    public int controlPort() {
        return controlServer
                .orElseThrow(() -> new IllegalStateException("there is no control server"))
                .actualPort();
    }

    /** Does nothing from now on until {@link #release()}. */
    public void hold() {
        marketplace.hold();
    }

    /** Does and confirms what was held or refused. */
    public void release() {
        queue.add(marketplace.release());
    }

    /** Refuses the next deeds: they are neither done nor confirmed before {@link #release()}. */
    public void refuseNext(int count) {
        marketplace.refuseNext(count);
    }

    /** Sends each confirmation this many milliseconds later from now on. */
    public void delay(long millis) {
        marketplace.delay(millis);
    }

    /** A shop's state; empty for a shop that no event has told of. */
    public Optional<JsonObject> shop(String shopId) {
        return marketplace.shop(shopId);
    }

    /**
     * {@code held}, {@code refuseNext}, {@code delayMillis}, {@code waiting} (held or refused), {@code unconfirmed}
     * (done, not answered yet) and {@code lag} (events published but not seen yet). At rest the last two are zero.
     */
    public Future<JsonObject> status() {
        return feed.lag().map(lag -> marketplace.status().put("lag", lag));
    }

    private void take(TargetSet target) {
        queue.add(marketplace.take(target));
    }

    private void take(TransferOrder order) {
        queue.add(marketplace.take(order));
    }

    private Future<Void> listen() {
        if (config.controlPort().isEmpty()) {
            return Future.succeededFuture();
        }
        return vertx.createHttpServer()
                .requestHandler(controls())
                .listen(config.controlPort().getAsInt(), "127.0.0.1")
                .onSuccess(server -> controlServer = Optional.of(server))
                .mapEmpty();
    }
}
