package io.redress.quickstart.suite;

import io.redress.quickstart.clock.ClockControl;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How far the start is, and the clock, over HTTP; for the command line and the stories, on the loopback interface only. */
final class ControlRoutes {

    private static final int BODY_LIMIT = 16 * 1024;

    private final StartProgress progress;
    private final ClockControl clock;
    private final SampleMailServer mail;

    ControlRoutes(StartProgress progress, ClockControl clock, SampleMailServer mail) {
        this.mail = mail;
        this.progress = progress;
        this.clock = clock;
    }

    void mount(Router router) {
        router.get("/control/status").handler(this::status);
        router.get("/control/mail").blockingHandler(this::mails);
        router.get("/control/clock").handler(ctx -> ctx.json(now(clock.now())));
        router.post("/control/clock/*").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        router.post("/control/clock/set").handler(ctx -> move(ctx, this::set));
        router.post("/control/clock/advance").handler(ctx -> move(ctx, this::advance));
    }

    private void status(RoutingContext ctx) {
        JsonObject status = new JsonObject().put("phase", progress.phase()).put("ready", progress.ready());
        progress.failure().ifPresent(why -> status.put("failure", why));
        ctx.json(status);
    }

    /** What the mail server has taken for {@code to}, or for everybody. */
    private void mails(RoutingContext ctx) {
        Optional<String> to = Optional.ofNullable(ctx.queryParams().get("to"));
        ctx.json(new JsonObject().put("mails", mail.taken(to)));
    }

    private Future<Instant> set(JsonObject body) {
        return clock.jumpTo(instant(body.getString("to", "")));
    }

    private Future<Instant> advance(JsonObject body) {
        if (body.containsKey("until")) {
            return clock.advanceTo(instant(body.getString("until")));
        }
        if (body.containsKey("duration")) {
            Duration duration = Duration.parse(body.getString("duration"));
            return clock.advanceTo(clock.now().plus(duration));
        }
        return clock.advanceToNextDeadline();
    }

    private static void move(RoutingContext ctx, java.util.function.Function<JsonObject, Future<Instant>> movement) {
        JsonObject body;
        Future<Instant> moved;
        try {
            body = ctx.body().asJsonObject();
            moved = movement.apply(body == null ? new JsonObject() : body);
        } catch (DateTimeException | ArithmeticException | DecodeException | ClassCastException e) {
            refuse(ctx, 400, "not-a-time", e.getMessage());
            return;
        }
        moved.onSuccess(at -> ctx.json(now(at))).onFailure(e -> {
            if (e instanceof ClockControl.Backwards) {
                refuse(ctx, 409, "backwards", e.getMessage());
            } else {
                refuse(ctx, 503, "restless", String.valueOf(e.getMessage()));
            }
        });
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static JsonObject now(Instant at) {
        return new JsonObject().put("now", at.toString());
    }

    private static void refuse(RoutingContext ctx, int status, String code, String detail) {
        ctx.response().setStatusCode(status);
        ctx.json(new JsonObject().put("code", code).put("detail", detail));
    }
}
