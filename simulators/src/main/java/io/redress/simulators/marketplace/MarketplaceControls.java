package io.redress.simulators.marketplace;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The controls over HTTP, for people and tests: {@code GET /} the status, {@code POST /hold}, {@code POST /release},
 * {@code POST /refuse-next?count=1}, {@code POST /delay?millis=500}, {@code GET /shops/{shopId}}. To be mounted where
 * only a development suite can be reached.
 */
final class MarketplaceControls {
    private static final int MAX_REFUSALS = 1_000;
    private static final int MAX_DELAY_MILLIS = 60_000;

    private final MarketplaceSimulator simulator;

    MarketplaceControls(MarketplaceSimulator simulator) {
        this.simulator = simulator;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.get("/").handler(this::status);
        router.post("/hold").handler(routing -> {
            simulator.hold();
            status(routing);
        });
        router.post("/release").handler(routing -> {
            simulator.release();
            status(routing);
        });
        router.post("/refuse-next")
                .handler(routing -> number(routing, "count", "1", MAX_REFUSALS).ifPresent(count -> {
                    simulator.refuseNext(count);
                    status(routing);
                }));
        router.post("/delay").handler(routing -> number(routing, "millis", "0", MAX_DELAY_MILLIS)
                .ifPresent(millis -> {
                    simulator.delay(millis);
                    status(routing);
                }));
        router.get("/shops/:shopId").handler(this::shop);
        return router;
    }

    private void status(RoutingContext routing) {
        simulator.status().onSuccess(routing::json).onFailure(routing::fail);
    }

    private void shop(RoutingContext routing) {
        Optional<JsonObject> shop = simulator.shop(routing.pathParam("shopId"));
        if (shop.isPresent()) {
            routing.json(shop.get());
        } else {
            routing.response().setStatusCode(404);
            routing.json(new JsonObject().put("detail", "no event has told of this shop"));
        }
    }

    private static Optional<Integer> number(RoutingContext routing, String name, String otherwise, int max) {
        String text =
                routing.queryParams().contains(name) ? routing.queryParams().get(name) : otherwise;
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= max) {
                return Optional.of(number);
            }
        } catch (NumberFormatException ignored) {
            // answered below, like a number out of range
        }
        routing.response().setStatusCode(400);
        routing.json(new JsonObject().put("detail", name + " must be a whole number from 0 to " + max));
        return Optional.empty();
    }
}
