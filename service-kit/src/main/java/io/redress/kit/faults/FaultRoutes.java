package io.redress.kit.faults;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * {@code /faults} on the management port: GET shows what is armed, POST {@code {"point", "scope", "count"}} arms one
 * more (count 1 unless said), DELETE disarms all.
 */
public final class FaultRoutes {

    private static final String PATH = "/faults";
    private static final int MAX_BODY_BYTES = 4_096;

    private final CrashPoints points;

    public FaultRoutes(CrashPoints points) {
        this.points = points;
    }

    public void mount(Router router) {
        router.get(PATH).handler(this::show);
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .handler(this::arm);
        router.delete(PATH).handler(routing -> {
            points.disarm();
            show(routing);
        });
    }

    private void arm(RoutingContext routing) {
        try {
            JsonObject wish = routing.body().asJsonObject();
            if (wish == null) {
                throw new IllegalArgumentException("send point and scope as JSON");
            }
            points.arm(new Armed(
                    CrashPoint.valueOf(wish.getString("point", "")),
                    wish.getString("scope"),
                    wish.getInteger("count", 1)));
        } catch (IllegalArgumentException | ClassCastException | DecodeException e) {
            routing.response().setStatusCode(400).end(e.getMessage() + "\n");
            return;
        }
        show(routing);
    }

    private void show(RoutingContext routing) {
        JsonArray armed = new JsonArray();
        points.armed()
                .forEach(each -> armed.add(new JsonObject()
                        .put("point", each.point().name())
                        .put("scope", each.scope())
                        .put("count", each.count())));
        routing.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("armed", armed).toBuffer());
    }
}
