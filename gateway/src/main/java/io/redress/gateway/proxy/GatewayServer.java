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
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.Pipe;
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
    private static final int LINGER_MILLIS = 1_000;
    private static final String DESTINATION = "destination";
    private static final String CALLER = "caller";
    private static final String FILE = "file";
    private static final String OWN = "gateway";

    private final Vertx vertx;
    private final GatewayConfig config;
    private final RoutingTable routes;
    private final Admission admission;
    private final RateLimits rates;
    private final Proxy proxy;
    private final BrowserRules browsers;
    private final EventStreams streams;
    private final Transfers transfers;
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
        this.proxy = proxy;
        this.browsers = new BrowserRules(config.browsers());
        this.streams = new EventStreams(config.streams(), metrics);
        this.transfers = new Transfers(config.streams(), metrics);
        this.connections = new Connections(vertx, config.http().connections(), metrics);
        this.passage = new Passage(rates, browsers, metrics, ids, tracing);
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
        router.route().handler(this::upload);
        router.route().handler(BodyHandler.create(false).setBodyLimit(config.maxBodyBytes()));
        router.route().handler(this::forward);
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
        connections.awaitBody(routing, tooLate -> end(routing, tooLate));
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
            end(routing, e);
            return;
        }
        routing.next();
    }

    private void route(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Destination destination = routes.find(
                request.method().name(), Optional.ofNullable(request.path()).orElse(""));
        if (destination instanceof Destination.Known known) {
            routing.put(DESTINATION, known);
            if (known.streaming() == Streaming.REQUEST) {
                // from now on it waits, and a sender who breaks off is noticed
                routing.put(FILE, request.pipe());
            }
            passage.route(routing, known.template(), known.upstream().service());
            routing.next();
        } else if (destination instanceof Destination.Own own) {
            routing.put(DESTINATION, own);
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
        boolean file = routing.get(FILE) != null;
        if (!file) {
            request.pause();
        }
        admission
                .admit(request, routing.<Destination>get(DESTINATION))
                .onSuccess(caller -> {
                    caller.ifPresent(who -> routing.put(CALLER, who));
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
                    end(routing, failure);
                });
    }

    private void holdBody(RoutingContext routing) {
        if (routing.get(FILE) != null) {
            routing.next();
            return;
        }
        String sender = routing.<Caller>get(CALLER) == null
                ? rates.nameOf(routing.request())
                : routing.<Caller>get(CALLER).subject();
        if (connections.holdBody(routing, sender, config.maxBodyBytes())) {
            routing.next();
        } else {
            end(routing, Connections.noRoom());
        }
    }

    private void answerOwn(RoutingContext routing, Handler<HttpServerRequest> own) {
        if (routing.get(DESTINATION) instanceof Destination.Own) {
            passage.identify(routing, routing.request().headers());
            own.handle(routing.request());
        } else {
            routing.next();
        }
    }

    /** A body that is a file is passed on as it comes. */
    private void upload(RoutingContext routing) {
        Pipe<Buffer> file = routing.get(FILE);
        if (file == null) {
            routing.next();
            return;
        }
        Destination.Known known = routing.get(DESTINATION);
        HttpServerRequest request = routing.request();
        Optional<Caller> caller = Optional.ofNullable(routing.get(CALLER));
        transfers.enter(routing, name(routing, caller));
        connections.awaitUpload(routing, tooLate -> end(routing, tooLate));
        MultiMap headers = headers(routing, caller);
        Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                .ifPresent(length -> headers.set(HttpHeaders.CONTENT_LENGTH, length));
        proxy.upload(
                        known.upstream(),
                        new Outgoing(request.method(), request.uri(), headers, Buffer.buffer()),
                        file,
                        () -> goOn(routing))
                .onSuccess(answer -> {
                    lingerOn(routing);
                    answer(routing, caller, answer);
                })
                .onFailure(failure -> end(routing, failure));
    }

    private static void goOn(RoutingContext routing) {
        if ("100-continue".equalsIgnoreCase(routing.request().getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
    }

    private String name(RoutingContext routing, Optional<Caller> caller) {
        return caller.map(Caller::subject).orElseGet(() -> rates.nameOf(routing.request()));
    }

    private MultiMap headers(RoutingContext routing, Optional<Caller> caller) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        Headers.inwards(routing.request().headers(), headers);
        passage.identify(routing, headers);
        caller.ifPresent(who -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + who.bearer()));
        return headers;
    }

    private void forward(RoutingContext routing) {
        Destination.Known known = routing.get(DESTINATION);
        HttpServerRequest request = routing.request();
        Buffer body = Optional.ofNullable(routing.body().buffer()).orElseGet(Buffer::buffer);
        Optional<Caller> caller = Optional.ofNullable(routing.get(CALLER));
        boolean forFile = known.streaming() == Streaming.RESPONSE;
        if (forFile) {
            transfers.enter(routing, name(routing, caller));
        }
        MultiMap headers = headers(routing, caller);
        proxy.pass(known.upstream(), new Outgoing(request.method(), request.uri(), headers, body, forFile))
                .map(answer -> {
                    answer(routing, caller, answer);
                    return null;
                })
                .onFailure(failure -> end(routing, failure));
    }

    private void answer(RoutingContext routing, Optional<Caller> caller, Incoming incoming) {
        if (incoming instanceof Incoming.Events events) {
            streams.pass(routing, name(routing, caller), events);
        } else if (incoming instanceof Incoming.File file) {
            transfers.pass(routing, file);
        } else if (incoming instanceof Incoming.Whole whole) {
            HttpServerResponse response = routing.response();
            if (!response.ended() && !response.closed()) {
                Headers.outwards(whole.headers(), response.headers());
                response.setStatusCode(whole.status()).end(whole.body());
            }
        }
    }

    private void fail(RoutingContext routing) {
        if (routing.failure() instanceof ProblemException problem) {
            end(routing, problem);
        } else if (routing.statusCode() == ProblemType.PAYLOAD_TOO_LARGE.status()) {
            refuse(routing, ProblemType.PAYLOAD_TOO_LARGE, "at most " + config.maxBodyBytes() + " bytes");
        } else if (routing.statusCode() == ProblemType.VALIDATION_FAILED.status()) {
            refuse(routing, ProblemType.VALIDATION_FAILED, "the request cannot be read");
        } else {
            Throwable failure = routing.failure();
            end(routing, failure == null ? new IllegalStateException("status " + routing.statusCode()) : failure);
        }
    }

    private void tooMany(RoutingContext routing, Allowance allowance) {
        passage.allow(routing, allowance);
        end(
                routing,
                ProblemException.retryAfter(
                        ProblemType.RATE_LIMITED,
                        "at most " + allowance.quota() + " requests in " + allowance.windowSeconds() + " s",
                        (int) allowance.waitSeconds()));
    }

    private static void refuse(RoutingContext routing, ProblemType type, String detail) {
        end(routing, new ProblemException(type, detail));
    }

    /**
     * A body that nobody will read is read no longer than a moment, so that the caller sees the answer before the
     * connection ends.
     */
    private static void end(RoutingContext routing, Throwable failure) {
        lingerOn(routing);
        GatewayProblem.answer(routing.request(), Passage.requestId(routing), failure);
    }

    private static void lingerOn(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded() && !routing.response().ended()) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            Pipe<Buffer> file = routing.get(FILE);
            if (file != null) {
                file.close();
            }
            Future<Void> body = request.end();
            routing.addEndHandler(answered -> body.timeout(LINGER_MILLIS, TimeUnit.MILLISECONDS)
                    .onComplete(read -> request.connection().close()));
            request.resume();
        }
    }
}
