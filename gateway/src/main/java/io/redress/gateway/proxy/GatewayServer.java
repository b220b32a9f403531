package io.redress.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.gateway.access.Admission;
import io.redress.gateway.routing.Destination;
import io.redress.gateway.routing.RoutingTable;
import io.redress.kit.boot.Ids;
import io.redress.kit.http.HttpConfig;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one origin for everybody outside: route, token, body limit, then the service. A request whose path, method or
 * token does not do is answered before its body is read.
 */
public final class GatewayServer {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int MAX_HEADER_BYTES = 16_384;
    private static final int MAX_URI_BYTES = 4_096;
    private static final int IDLE_SECONDS = 60;
    private static final String DESTINATION = "destination";
    /** Who asks, a {@link io.redress.kit.command.Caller}; nobody for an open operation. */
    static final String CALLER = "caller";

    private final Vertx vertx;
    private final HttpConfig config;
    private final int maxBodyBytes;
    private final RoutingTable routes;
    private final Admission admission;
    private final Proxy proxy;
    private final MeterRegistry metrics;
    private final Ids ids;
    private HttpServer server;

    public GatewayServer(
            Vertx vertx,
            HttpConfig config,
            int maxBodyBytes,
            RoutingTable routes,
            Admission admission,
            Proxy proxy,
            MeterRegistry metrics,
            Ids ids) {
        this.vertx = vertx;
        this.config = config;
        this.maxBodyBytes = maxBodyBytes;
        this.routes = routes;
        this.admission = admission;
        this.proxy = proxy;
        this.metrics = metrics;
        this.ids = ids;
    }

    /** @param own answers the gateway's own operations */
    public Future<Void> start(Handler<HttpServerRequest> own) {
        Router router = Router.router(vertx);
        router.route().handler(this::begin);
        router.route().handler(this::route);
        router.route().handler(this::authenticate);
        router.route().handler(routing -> answerOwn(routing, own));
        router.route().handler(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
        router.route().handler(this::forward);
        router.route().failureHandler(this::fail);
        server = vertx.createHttpServer(new HttpServerOptions()
                        // a GOAWAY makes clients drop a request that would still be answered
                        .setHttp2ClearTextEnabled(false)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setMaxInitialLineLength(MAX_URI_BYTES)
                        .setDecompressionSupported(false)
                        .setIdleTimeout(IDLE_SECONDS))
                .requestHandler(router)
                .invalidRequestHandler(this::invalid);
        return server.listen(config.port(), config.host()).mapEmpty();
    }

    /** Takes no new connection; what was received in full is answered first. */
    public Future<Void> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(config.drainMillis(), TimeUnit.MILLISECONDS);
    }

    public int port() {
        return server.actualPort();
    }

    private void begin(RoutingContext routing) {
        String offered = routing.request().getHeader(Proxy.REQUEST_ID);
        boolean wellFormed = offered != null && REQUEST_ID_FORM.matcher(offered).matches();
        String requestId = wellFormed ? offered : ids.next("req");
        routing.put(Proxy.REQUEST_ID, requestId);
        routing.response().putHeader(Proxy.REQUEST_ID, requestId).putHeader("X-Content-Type-Options", "nosniff");
        Timer.Sample sample = Timer.start(metrics);
        routing.addEndHandler(ended -> observe(routing, requestId, sample));
        routing.next();
    }

    private void observe(RoutingContext routing, String requestId, Timer.Sample sample) {
        Destination destination = routing.get(DESTINATION);
        String route = template(destination);
        String upstream = destination instanceof Destination.Known known
                ? known.upstream().service()
                : "none";
        String status = Integer.toString(routing.response().getStatusCode());
        sample.stop(metrics.timer("http.server.requests", "route", route, "upstream", upstream, "status", status));
        LOG.atInfo()
                .addKeyValue("requestId", requestId)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .log("passed");
    }

    private void route(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Destination destination = routes.find(
                request.method().name(), Optional.ofNullable(request.path()).orElse(""));
        if (destination instanceof Destination.Known || destination instanceof Destination.Own) {
            routing.put(DESTINATION, destination);
            routing.next();
        } else if (destination instanceof Destination.OtherMethods others) {
            routing.response()
                    .putHeader(
                            "Allow",
                            String.join(", ", others.allowed().stream().sorted().toList()));
            refuse(routing, ProblemType.METHOD_NOT_ALLOWED, "this resource does not know " + request.method());
        } else {
            refuse(routing, ProblemType.NOT_FOUND, "there is no such resource");
        }
    }

    private void authenticate(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        request.pause();
        admission
                .admit(request, template(routing.get(DESTINATION)))
                .onSuccess(caller -> {
                    caller.ifPresent(known -> routing.put(CALLER, known));
                    request.resume();
                    routing.next();
                })
                .onFailure(failure -> {
                    if (failure instanceof ProblemException problem && problem.type() == ProblemType.UNAUTHENTICATED) {
                        routing.response().putHeader("WWW-Authenticate", "Bearer");
                    }
                    end(routing, failure);
                });
    }

    private static void answerOwn(RoutingContext routing, Handler<HttpServerRequest> own) {
        if (routing.get(DESTINATION) instanceof Destination.Own) {
            routing.request().headers().set(Proxy.REQUEST_ID, requestId(routing));
            own.handle(routing.request());
        } else {
            routing.next();
        }
    }

    private static String template(Destination destination) {
        if (destination instanceof Destination.Known known) {
            return known.template();
        }
        return destination instanceof Destination.Own own ? own.template() : "none";
    }

    private void forward(RoutingContext routing) {
        Destination.Known known = routing.get(DESTINATION);
        Buffer body = routing.body().buffer();
        proxy.pass(known.upstream(), routing.request(), body, requestId(routing))
                .onSuccess(answer -> answer(routing.response(), answer))
                .onFailure(failure -> end(routing, failure));
    }

    private static void answer(HttpServerResponse response, HttpResponse<Buffer> answer) {
        if (response.ended() || response.closed()) {
            return;
        }
        Headers.outwards(answer.headers(), response.headers());
        response.setStatusCode(answer.statusCode());
        Buffer body = answer.bodyAsBuffer();
        if (body == null) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private void fail(RoutingContext routing) {
        if (routing.failure() instanceof ProblemException problem) {
            end(routing, problem);
        } else if (routing.statusCode() == ProblemType.PAYLOAD_TOO_LARGE.status()) {
            refuse(routing, ProblemType.PAYLOAD_TOO_LARGE, "at most " + maxBodyBytes + " bytes");
        } else if (routing.statusCode() == ProblemType.VALIDATION_FAILED.status()) {
            refuse(routing, ProblemType.VALIDATION_FAILED, "the request cannot be read");
        } else {
            Throwable failure = routing.failure();
            end(routing, failure == null ? new IllegalStateException("status " + routing.statusCode()) : failure);
        }
    }

    private static void refuse(RoutingContext routing, ProblemType type, String detail) {
        end(routing, new ProblemException(type, detail));
    }

    /** The rest of a body that nobody will read is not waited for: the connection ends with the answer. */
    private static void end(RoutingContext routing, Throwable failure) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded()) {
            routing.response().putHeader("Connection", "close");
            request.resume();
        }
        GatewayProblem.answer(routing.response(), request.path(), requestId(routing), failure);
    }

    /** What is not even HTTP: a target or headers too long, or bytes that make no request. */
    private void invalid(HttpServerRequest request) {
        boolean target = String.valueOf(request.decoderResult().cause()).contains("TooLongHttpLine");
        ProblemType type = target ? ProblemType.URI_TOO_LONG : ProblemType.VALIDATION_FAILED;
        HttpServerResponse response = request.response().putHeader("Connection", "close");
        GatewayProblem.send(response, "", ids.next("req"), type, type.title());
    }

    private static String requestId(RoutingContext routing) {
        return routing.get(Proxy.REQUEST_ID, "none");
    }
}
