package io.redress.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.gateway.Upstream;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.streams.Pipe;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes requests on to the services, each instance through a guard of its own, so that one that hangs takes nothing
 * from the others. Any answer of a service is an answer; only no answer counts against it.
 */
public final class Proxy {

    /** Header that names a request in every log and problem. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final int CONCURRENT_PER_INSTANCE = 64;
    private static final int JUDGED_CALLS = 20;
    private static final long BREAKER_OPEN_MILLIS = 5_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    /** Shorter than the services' own, so that a connection is not closed under a request. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final long patienceMillis;
    private final HttpClient client;
    private final HttpClient uploads;
    private final Tracing tracing;
    private final Map<Upstream, Instances> services = new EnumMap<>(Upstream.class);

    /**
     * @param origins where the instances of each service listen
     * @param timeout after which an answer that has not come is given up
     * @param maxStreams how many connections streams may hold besides
     */
    public Proxy(
            Vertx vertx,
            Map<Upstream, List<URI>> origins,
            Duration timeout,
            int maxStreams,
            MeterRegistry metrics,
            Tracing tracing) {
        this.tracing = tracing;
        this.vertx = vertx;
        this.patienceMillis = timeout.toMillis();
        HttpClientOptions options = new HttpClientOptions()
                .setDecompressionSupported(false)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        this.client = vertx.createHttpClient(
                options,
                new PoolOptions()
                        .setHttp1MaxSize(CONCURRENT_PER_INSTANCE + maxStreams + Transfers.IN_ALL)
                        .setMaxWaitQueueSize(CONCURRENT_PER_INSTANCE));
        // a connection on which a body was broken off is good for nothing else: each upload has its own
        this.uploads = vertx.createHttpClient(
                new HttpClientOptions(options).setKeepAlive(false),
                new PoolOptions().setHttp1MaxSize(Transfers.IN_ALL).setMaxWaitQueueSize(CONCURRENT_PER_INSTANCE));
        // one attempt: the caller decides whether to send a command again
        GuardConfig limits = new GuardConfig(
                timeout.toMillis(), timeout.toMillis(), CONCURRENT_PER_INSTANCE, 1, JUDGED_CALLS, BREAKER_OPEN_MILLIS);
        origins.forEach((upstream, urls) -> {
            List<Instance> instances = new ArrayList<>();
            for (URI url : urls) {
                String peer = urls.size() == 1 ? upstream.service() : upstream.service() + "-" + (instances.size() + 1);
                instances.add(new Instance(client, uploads, url, new Guard(vertx, peer, limits, metrics)));
            }
            services.put(upstream, new Instances(upstream.service(), instances));
        });
    }

    /** Fails with {@link io.redress.kit.resilience.PeerUnavailable} if the service does not answer in time. */
    public Future<Incoming> pass(Upstream upstream, Outgoing outgoing) {
        Instances service = services.get(upstream);
        if (!tracing.recording()) {
            return service.call(outgoing);
        }
        Optional<TraceParent> before = TraceParent.parse(outgoing.headers().get(TraceParent.NAME));
        return tracing.within(Kind.CLIENT, "call of " + upstream.service(), before, span -> {
            outgoing.headers().set(TraceParent.NAME, span.context().header());
            return service.call(outgoing);
        });
    }

    /**
     * The same for a request whose body follows in parts.
     *
     * @param goOn runs when the service wants the body
     */
    Future<Incoming> upload(Upstream upstream, Outgoing outgoing, Pipe<Buffer> body, Runnable goOn) {
        Instances service = services.get(upstream);
        Optional<TraceParent> before = TraceParent.parse(outgoing.headers().get(TraceParent.NAME));
        return tracing.within(Kind.CLIENT, "call of " + upstream.service(), before, span -> {
            if (tracing.recording()) {
                outgoing.headers().set(TraceParent.NAME, span.context().header());
            }
            return service.upload(outgoing, body, goOn, patienceMillis, vertx);
        });
    }

    public Future<Void> close() {
        return uploads.close().eventually(client::close);
    }
}
