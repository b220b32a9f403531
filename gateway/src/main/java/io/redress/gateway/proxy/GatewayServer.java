package io.redress.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.gateway.GatewayConfig;
import io.redress.gateway.access.Admission;
import io.redress.gateway.browser.BrowserRules;
import io.redress.gateway.docs.DocsRoutes;
import io.redress.gateway.limits.Allowance;
import io.redress.gateway.limits.RateLimits;
import io.redress.gateway.routing.Destination;
import io.redress.gateway.routing.RoutingTable;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.Caller;
import io.redress.kit.http.Connections;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemTitles;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.Streaming;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one origin for everybody outside: form, route, token, rate, body limit, then the service. A request whose form,
 * path, method or token does not do is answered before its body is read.
 */
public final class GatewayServer {

    private static final int MAX_HEADER_BYTES = 16_384;
    private static final int MAX_URI_BYTES = 4_096;
    private static final int IDLE_SECONDS = 60;
    private static final String OWN = "gateway";

    private final Vertx vertx;
    private final GatewayConfig config;
    private final RoutingTable routes;
    private final Admission admission;
    private final RateLimits rates;
    private final BrowserRules browsers;
    private final EventStreams streams;
    private final Forwarding forwarding;
    private final Passage passage;
    private final Connections connections;
    private final DocsRoutes docs = DocsRoutes.fromClassPath();
    private Context context;
    private HttpServer server;

    public GatewayServer(
            Vertx vertx,
            GatewayConfig config,
            RoutingTable routes,
            Admission admission,
            RateLimits rates,
            Proxy proxy,
            MeterRegistry metrics,
            Ids ids,
            Tracing tracing) {
        ProblemTitles.prepare();
        this.vertx = vertx;
        this.config = config;
        this.routes = routes;
        this.admission = admission;
        this.rates = rates;
        this.browsers = new BrowserRules(config.browsers());
        this.streams = new EventStreams(config.streams(), metrics);
        this.connections = new Connections(vertx, config.http().connections(), metrics);
        this.passage = new Passage(rates, browsers, metrics, ids, tracing);
        this.forwarding =
                new Forwarding(proxy, streams, new Transfers(config.streams(), metrics), passage, connections, rates);
    }

    /** @param own answers the gateway's own operations */
    public Future<Void> start(Handler<HttpServerRequest> own) {
        context = vertx.getOrCreateContext();
        Router router = Router.router(vertx);
        router.route().handler(passage::begin);
        router.route().handler(this::awaitBody);
        router.route().handler(this::preflight);
        router.route().handler(this::admit);
        docs.mount(router);
        router.route().handler(this::route);
        router.route().handler(this::authenticate);
        router.route().handler(this::holdBody);
        router.route().handler(routing -> answerOwn(routing, own));
        router.route().handler(forwarding::upload);
        router.route().handler(BodyHandler.create(false).setBodyLimit(config.maxBodyBytes()));
        router.route().handler(forwarding::forward);
        router.route().failureHandler(this::fail);
        HttpServerOptions options = new HttpServerOptions()
                // a GOAWAY makes clients drop a request that would still be answered
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_URI_BYTES)
                .setDecompressionSupported(false)
                .setIdleTimeout(IDLE_SECONDS);
        server = vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    StrictFraming.require(connection, options);
                    connections.accept(connection);
                })
                .requestHandler(router)
                .invalidRequestHandler(passage::invalid);
        return server.listen(config.http().port(), config.http().host()).mapEmpty();
    }

    /** Takes no new connection, ends the streams; what was received in full is answered first. */
    public Future<Void> stop() {
        if (server == null) {
            return Future.succeededFuture();
        }
        // streams live on the event loop that they came in on
        return Future.<Void>future(ended -> context.runOnContext(here -> {
                    streams.end();
                    ended.complete();
                }))
                .compose(ended -> server.shutdown(config.http().drainMillis(), TimeUnit.MILLISECONDS));
    }

    public int port() {
        return server.actualPort();
    }

    private void awaitBody(RoutingContext routing) {
        connections.awaitBody(routing, tooLate -> Ending.with(routing, tooLate));
        routing.next();
    }

    /** A browser's question whether it may ask, answered without a token and without any service. */
    private void preflight(RoutingContext routing) {
        if (!BrowserRules.isPreflight(routing.request())) {
            routing.next();
        } else if (browsers.allows(routing.request())) {
            browsers.permit(routing.response().headers());
            routing.response().setStatusCode(204).end();
        } else {
            refuse(routing, ProblemType.FORBIDDEN, "pages of this origin may not call");
        }
    }

    private void admit(RoutingContext routing) {
        Optional<Allowance> refused = rates.refuse(routing.request());
        if (refused.isPresent()) {
            tooMany(routing, refused.get());
            return;
        }
        try {
            RequestForm.check(routing.request(), routing.response());
        } catch (ProblemException e) {
            Ending.with(routing, e);
            return;
        }
        routing.next();
    }

    private void route(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Destination destination = routes.find(
                request.method().name(), Optional.ofNullable(request.path()).orElse(""));
        if (destination instanceof Destination.Known known) {
            routing.put(Forwarding.DESTINATION, known);
            if (known.streaming() == Streaming.REQUEST) {
                // from now on it waits, and a sender who breaks off is noticed
                routing.put(Forwarding.FILE, request.pipe());
            }
            passage.route(routing, known.template(), known.upstream().service());
            routing.next();
        } else if (destination instanceof Destination.Own own) {
            routing.put(Forwarding.DESTINATION, own);
            passage.route(routing, own.template(), OWN);
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
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean file = routing.get(Forwarding.FILE) != null;
        if (!file) {
            request.pause();
        }
        admission
                .admit(request, routing.<Destination>get(Forwarding.DESTINATION))
                .onSuccess(caller -> {
                    caller.ifPresent(who -> routing.put(Forwarding.CALLER, who));
                    Optional<Allowance> allowance = caller.map(who -> rates.take(who.subject(), authorization));
                    allowance.ifPresent(taken -> passage.allow(routing, taken));
                    if (allowance.isEmpty() || allowance.get().granted()) {
                        if (!file) {
                            request.resume();
                        }
                        routing.next();
                    } else {
                        tooMany(routing, allowance.get());
                    }
                })
                .onFailure(failure -> {
                    if (failure instanceof ProblemException problem && problem.type() == ProblemType.UNAUTHENTICATED) {
                        routing.response().putHeader("WWW-Authenticate", "Bearer");
                    }
                    Ending.with(routing, failure);
                });
    }

    private void holdBody(RoutingContext routing) {
        if (routing.get(Forwarding.FILE) != null) {
            routing.next();
            return;
        }
        String sender = routing.<Caller>get(Forwarding.CALLER) == null
                ? rates.nameOf(routing.request())
                : routing.<Caller>get(Forwarding.CALLER).subject();
        if (connections.holdBody(routing, sender, config.maxBodyBytes())) {
            routing.next();
        } else {
            Ending.with(routing, Connections.noRoom());
        }
    }

    private void answerOwn(RoutingContext routing, Handler<HttpServerRequest> own) {
        if (routing.get(Forwarding.DESTINATION) instanceof Destination.Own) {
            passage.identify(routing, routing.request().headers());
            own.handle(routing.request());
        } else {
            routing.next();
        }
    }

    private void fail(RoutingContext routing) {
        if (routing.failure() instanceof ProblemException problem) {
            Ending.with(routing, problem);
        } else if (routing.statusCode() == ProblemType.PAYLOAD_TOO_LARGE.status()) {
            refuse(routing, ProblemType.PAYLOAD_TOO_LARGE, "at most " + config.maxBodyBytes() + " bytes");
        } else if (routing.statusCode() == ProblemType.VALIDATION_FAILED.status()) {
            refuse(routing, ProblemType.VALIDATION_FAILED, "the request cannot be read");
        } else {
            Throwable failure = routing.failure();
            Ending.with(
                    routing, failure == null ? new IllegalStateException("status " + routing.statusCode()) : failure);
        }
    }

    private void tooMany(RoutingContext routing, Allowance allowance) {
        passage.allow(routing, allowance);
        Ending.with(
                routing,
                ProblemException.retryAfter(
                        ProblemType.RATE_LIMITED,
                        "at most " + allowance.quota() + " requests in " + allowance.windowSeconds() + " s",
                        (int) allowance.waitSeconds()));
    }

    private static void refuse(RoutingContext routing, ProblemType type, String detail) {
        Ending.with(routing, new ProblemException(type, detail));
    }
}
