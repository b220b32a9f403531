package io.redress.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.gateway.browser.BrowserRules;
import io.redress.gateway.limits.Allowance;
import io.redress.gateway.limits.RateLimits;
import io.redress.kit.boot.Ids;
import io.redress.kit.http.ProblemType;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.redress.kit.trace.Tracing.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for every request, whatever becomes of it: it has a request id and a trace context, counts against
 * somebody's rate, is measured and logged by its route, and its answer carries what browsers are told.
 */
final class Passage {

    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String TRACE = "trace";
    private static final String ALLOWANCE = "allowance";
    private static final String ROUTE = "route";
    private static final String UPSTREAM = "upstream";
    private static final String NONE = "none";

    private final RateLimits rates;
    private final BrowserRules browsers;
    private final MeterRegistry metrics;
    private final Ids ids;
    private final Tracing tracing;

    Passage(RateLimits rates, BrowserRules browsers, MeterRegistry metrics, Ids ids, Tracing tracing) {
        this.rates = rates;
        this.browsers = browsers;
        this.metrics = metrics;
        this.ids = ids;
        this.tracing = tracing;
    }

    void begin(RoutingContext routing) {
        String offered = routing.request().getHeader(Proxy.REQUEST_ID);
        boolean wellFormed = offered != null && REQUEST_ID_FORM.matcher(offered).matches();
        String requestId = wellFormed ? offered : ids.next("req");
        routing.put(Proxy.REQUEST_ID, requestId);
        routing.put(TRACE, TraceContext.of(routing.request().headers()));
        routing.response().putHeader(Proxy.REQUEST_ID, requestId);
        routing.addHeadersEndHandler(head -> complete(routing));
        Timer.Sample sample = Timer.start(metrics);
        routing.addEndHandler(ended -> observe(routing, requestId, sample));
        routing.next();
    }

    /** @param template the contract's path, never the request's own */
    void route(RoutingContext routing, String template, String upstream) {
        routing.put(ROUTE, template);
        routing.put(UPSTREAM, upstream);
        if (tracing.recording()) {
            record(routing, template);
        }
    }

    /** Only where spans go anywhere: otherwise the caller's own step is the one that services see. */
    private void record(RoutingContext routing, String template) {
        TraceContext context = routing.get(TRACE);
        Span span = tracing.start(Kind.SERVER, routing.request().method() + " " + template, context.callers());
        span.attribute("http.route", template).attribute("redress.request_id", requestId(routing));
        routing.put(TRACE, context.at(span.context()));
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

    /** Whose rate this request counted against; without it, it counts against its address. */
    void allow(RoutingContext routing, Allowance allowance) {
        routing.put(ALLOWANCE, allowance);
    }

    /** By these ids the request is found again in a service. */
    void identify(RoutingContext routing, MultiMap headers) {
        headers.set(Proxy.REQUEST_ID, requestId(routing));
        routing.<TraceContext>get(TRACE).put(headers);
    }

    static String requestId(RoutingContext routing) {
        return routing.get(Proxy.REQUEST_ID, NONE);
    }

    /** What is not even HTTP: a target or headers too long, or bytes that make no request. */
    void invalid(HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("Connection", "close");
        rates.takeUnknown(request).tell(response.headers());
        browsers.complete(request, response);
        ProblemType type = problemOf(String.valueOf(request.decoderResult().cause()));
        GatewayProblem.send(request, ids.next("req"), type, type.title());
    }

    private static ProblemType problemOf(String cause) {
        if (cause.contains("TooLongHttpLine")) {
            return ProblemType.URI_TOO_LONG;
        }
        return cause.contains("TooLongHttpHeader") ? ProblemType.HEADERS_TOO_LARGE : ProblemType.VALIDATION_FAILED;
    }

    private void complete(RoutingContext routing) {
        Allowance allowance = routing.get(ALLOWANCE);
        HttpServerResponse response = routing.response();
        (allowance == null ? rates.takeUnknown(routing.request()) : allowance).tell(response.headers());
        browsers.complete(routing.request(), response);
    }

    private void observe(RoutingContext routing, String requestId, Timer.Sample sample) {
        String route = routing.get(ROUTE, NONE);
        String upstream = routing.get(UPSTREAM, NONE);
        String status = Integer.toString(routing.response().getStatusCode());
        sample.stop(metrics.timer("http.server.requests", "route", route, "upstream", upstream, "status", status));
        LOG.atInfo()
                .addKeyValue("service", "gateway")
                .addKeyValue("requestId", requestId)
                .addKeyValue(
                        "traceId", routing.<TraceContext>get(TRACE).parent().traceId())
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .log("passed");
    }
}
