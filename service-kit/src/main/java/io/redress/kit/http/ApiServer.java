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
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service's HTTP server, made from its contract; see {@link ApiRouter}. */
public final class ApiServer {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int MAX_HEADER_BYTES = 16_384;
    private static final int MAX_URI_BYTES = 4_096;
    private static final int IDLE_SECONDS = 60;

    private final String serviceName;
    private final Vertx vertx;
    private final HttpConfig config;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final Ids ids;
    private final Connections connections;
    private final UnderWay underWay;
    private HttpServer server;

    ApiServer(String serviceName, Vertx vertx, HttpConfig config, MeterRegistry metrics, Tracing tracing, Ids ids) {
        ProblemTitles.prepare();
        this.serviceName = serviceName;
        this.tracing = tracing;
        this.vertx = vertx;
        this.config = config;
        this.metrics = metrics;
        this.ids = ids;
        this.connections = new Connections(vertx, config.connections(), metrics);
        this.underWay = new UnderWay(config.maxUnderWay(), metrics);
    }

    Future<Void> start(OpenAPIContract contract, Operations operations, Edge edge) {
        Router router =
                ApiRouter.create(vertx, contract, operations, edge, config.maxBodyBytes(), this::begin, this::enter);
        server = vertx.createHttpServer(new HttpServerOptions()
                // a GOAWAY makes clients drop a request that would still be answered
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_URI_BYTES)
                .setDecompressionSupported(false)
                .setIdleTimeout(IDLE_SECONDS));
        return server.connectionHandler(connections::accept)
                .requestHandler(router)
                .invalidRequestHandler(request -> Failures.answerInvalid(request, ids.next("req")))
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
        if (Streaming.ofRequest(routing)) {
            connections.awaitUpload(routing, late -> endWith(routing, late));
            routing.next();
            return;
        }
        String sender =
                String.valueOf(routing.request().connection().remoteAddress().hostAddress());
        if (!connections.holdBody(routing, sender, config.maxBodyBytes())) {
            endWith(routing, Connections.noRoom());
            return;
        }
        connections.awaitBody(routing, late -> endWith(routing, late));
        routing.next();
    }

    /** What is left of the body is not waited for: the connection ends with the answer. */
    private static void endWith(RoutingContext routing, ProblemException late) {
        routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        routing.addEndHandler(answered -> routing.request().connection().close());
        Failures.answer(routing, late);
    }

    /** Its body is there and its operation known. */
    private void enter(RoutingContext routing, Operation operation) {
        underWay.enter(routing);
        trace(routing, operation);
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
}
