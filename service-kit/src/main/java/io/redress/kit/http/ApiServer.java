package io.redress.kit.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.kit.boot.Ids;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.redress.kit.trace.Tracing.Span;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service's HTTP server, made from its contract: an operation without a method bound to it, or a method without an
 * operation, keeps the service from starting. Bodies are bounded; every failure is a problem document.
 */
public final class ApiServer {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int[] ROUTER_STATUSES = {400, 404, 405, 406, 413, 414, 415, 500};
    private static final int MAX_HEADER_BYTES = 16_384;
    private static final int MAX_URI_BYTES = 4_096;
    private static final int IDLE_SECONDS = 60;

    private final String serviceName;
    private final Vertx vertx;
    private final HttpConfig config;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final Ids ids;
    private HttpServer server;

    ApiServer(String serviceName, Vertx vertx, HttpConfig config, MeterRegistry metrics, Tracing tracing, Ids ids) {
        this.serviceName = serviceName;
        this.tracing = tracing;
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
        this.ids = ids;
    }

    Future<Void> start(OpenAPIContract contract, Operations operations, Edge edge) {
        checkBinding(contract, operations);
        RouterBuilder builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        builder.rootHandler((PlatformHandler) this::begin);
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(config.maxBodyBytes()));
        for (OpenAPIRoute route : builder.getRoutes()) {
            String operationId = route.getOperation().getOperationId();
            OperationRules rules = OperationRules.of(route.getOperation());
            Operations.Bound bound = operations.bound().get(operationId);
            // the edge validates itself, behind the token and the scope
            route.setDoValidation(false).setDoSecurity(false);
            route.addHandler(routing -> {
                routing.put("operationId", operationId);
                trace(routing, route.getOperation());
                edge.handle(routing, route.getOperation(), rules, bound);
            });
            route.addFailureHandler(this::fail);
        }
        Router router = builder.createRouter();
        for (int status : ROUTER_STATUSES) {
            router.errorHandler(status, routing -> fail(routing));
        }
        server = vertx.createHttpServer(new HttpServerOptions()
                // a GOAWAY makes clients drop a request that would still be answered
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_URI_BYTES)
                .setDecompressionSupported(false)
                .setIdleTimeout(IDLE_SECONDS));
        return server.requestHandler(router)
                .listen(config.port(), config.host())
                .mapEmpty();
    }

    /** Takes no new connection; what was received in full is answered first. */
    Future<Void> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(config.drainMillis(), TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.actualPort();
    }

    private void begin(RoutingContext routing) {
        String offered = routing.request().getHeader(Failures.REQUEST_ID);
        String requestId = offered != null && REQUEST_ID.matcher(offered).matches() ? offered : ids.next("req");
        routing.put(Failures.REQUEST_ID, requestId);
        routing.response().putHeader(Failures.REQUEST_ID, requestId);
        routing.response().putHeader("X-Content-Type-Options", "nosniff");
        routing.response().putHeader("Cache-Control", "no-store");
        Timer.Sample sample = Timer.start(metrics);
        routing.addEndHandler(ended -> {
            String operation = routing.get("operationId", "none");
            int status = routing.response().getStatusCode();
            sample.stop(
                    metrics.timer("http.server.requests", "operation", operation, "status", Integer.toString(status)));
            LOG.atInfo()
                    .addKeyValue("service", serviceName)
                    .addKeyValue("requestId", requestId)
                    .addKeyValue("traceId", Failures.traceId(routing))
                    .addKeyValue("operation", operation)
                    .addKeyValue("status", status)
                    .log("answered");
        });
        routing.next();
    }

    /** One step per request, named by the contract's path: the request's own may hold anything. */
    private void trace(RoutingContext routing, Operation operation) {
        String route = operation.getAbsoluteOpenAPIPath();
        Span span = tracing.start(
                Kind.SERVER,
                operation.getHttpMethod().name() + " " + route,
                TraceParent.parse(routing.request().getHeader(TraceParent.NAME)));
        span.attribute("http.route", route).attribute("redress.request_id", Failures.requestId(routing));
        routing.put(TraceParent.NAME, span.context());
        routing.addEndHandler(ended -> {
            span.attribute(
                    "http.response.status_code",
                    Integer.toString(routing.response().getStatusCode()));
            if (ended.failed()) {
                span.fail(ended.cause());
            } else {
                span.end();
            }
        });
    }

    private void fail(RoutingContext routing) {
        if (routing.failure() instanceof ProblemException problem) {
            Failures.answer(routing, problem);
        } else {
            Failures.answerStatus(routing, routing.statusCode() <= 0 ? 500 : routing.statusCode());
        }
    }

    private static void checkBinding(OpenAPIContract contract, Operations operations) {
        List<String> problems = new ArrayList<>();
        contract.operations().forEach(operation -> {
            if (!operations.bound().containsKey(operation.getOperationId())) {
                problems.add("operation " + operation.getOperationId() + " is bound to nothing");
            }
        });
        operations.bound().keySet().forEach(id -> {
            if (contract.operation(id) == null) {
                problems.add("there is no operation " + id);
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalStateException("contract and code differ: " + String.join("; ", problems));
        }
    }
}
