package io.redress.kit.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Health, metrics and figures on a port of their own, for operators only. Health never asks another service. */
public final class ManagementServer {

    private final Vertx vertx;
    private final String host;
    private final int port;
    private final String serviceName;
    private final PrometheusMeterRegistry metrics;
    private final BooleanSupplier ready;
    private final Map<String, Supplier<Future<JsonObject>>> pages = new LinkedHashMap<>();
    private final Map<String, Function<MultiMap, Future<JsonObject>>> questions = new LinkedHashMap<>();
    private final List<Consumer<Router>> further = new ArrayList<>();
    private HttpServer server;

    public ManagementServer(
            Vertx vertx,
            String host,
            int port,
            String serviceName,
            PrometheusMeterRegistry metrics,
            BooleanSupplier ready) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
        this.serviceName = serviceName;
        this.metrics = metrics;
        this.ready = ready;
    }

    /** Adds a page that answers JSON, for example {@code /activity}. */
    public void page(String path, Supplier<Future<JsonObject>> content) {
        pages.put(path, content);
    }

    /** Adds a page that is asked with parameters; {@link IllegalArgumentException} is answered with 400. */
    public void question(String path, Function<MultiMap, Future<JsonObject>> content) {
        questions.put(path, content);
    }

    /** Adds routes that are neither. */
    public void routes(Consumer<Router> mounting) {
        further.add(mounting);
    }

    public Future<Void> start() {
        Router router = Router.router(vertx);
        router.get("/livez").handler(routing -> routing.response().end("alive\n"));
        router.get("/readyz").handler(this::readiness);
        router.get("/metrics").handler(routing -> routing.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(metrics.scrape()));
        router.get("/info").handler(routing -> json(routing, info()));
        pages.forEach((path, content) -> router.get(path).handler(routing -> answer(routing, content.get())));
        questions.forEach(
                (path, content) -> router.get(path).handler(routing -> answer(routing, asked(content, routing))));
        further.forEach(mounting -> mounting.accept(router));
        // clients that upgrade to cleartext HTTP/2 were seen to wait for ever for a long page
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false));
        return server.requestHandler(router).listen(port, host).mapEmpty();
    }

    public Future<Void> stop() {
        return server == null ? Future.succeededFuture() : server.close();
    }

    public int port() {
        return server.actualPort();
    }

    private static Future<JsonObject> asked(Function<MultiMap, Future<JsonObject>> content, RoutingContext routing) {
        try {
            return content.apply(routing.queryParams());
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
    }

    private static void answer(RoutingContext routing, Future<JsonObject> content) {
        content.onSuccess(page -> json(routing, page)).onFailure(failure -> {
            boolean misasked = failure instanceof IllegalArgumentException;
            routing.response()
                    .setStatusCode(misasked ? 400 : 503)
                    .end(misasked ? failure.getMessage() + "\n" : "not available now\n");
        });
    }

    private void readiness(RoutingContext routing) {
        boolean now = ready.getAsBoolean();
        routing.response().setStatusCode(now ? 200 : 503).end(now ? "ready\n" : "not ready\n");
    }

    private JsonObject info() {
        String version = ManagementServer.class.getPackage().getImplementationVersion();
        return new JsonObject()
                .put("service", serviceName)
                .put("version", version == null ? "development" : version)
                .put("java", System.getProperty("java.version"));
    }

    private static void json(RoutingContext routing, JsonObject page) {
        routing.response().putHeader("Content-Type", "application/json").end(page.toBuffer());
    }
}
