package io.redress.gateway;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.redress.gateway.access.Access;
import io.redress.gateway.proxy.GatewayServer;
import io.redress.gateway.proxy.Proxy;
import io.redress.gateway.routing.RoutingTable;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.ops.ManagementServer;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway, put together. It keeps API keys and mandates and knows no other domain rule. */
public final class Gateway implements RunnableService {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String NAME = "gateway";
    private static final int CONNECTIONS_PER_UPSTREAM = 64;
    private static final int JUDGED_CALLS = 20;
    private static final long BREAKER_OPEN_MILLIS = 5_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private final Vertx vertx;
    private final WebClient client;
    private final Access access;
    private final GatewayServer server;
    private final ManagementServer management;
    private volatile boolean ready;

    private Gateway(GatewayConfig config, Runtime runtime) {
        this.vertx = runtime.vertx();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setUserAgentEnabled(false)
                        .setDecompressionSupported(false)
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS),
                new PoolOptions()
                        .setHttp1MaxSize(CONNECTIONS_PER_UPSTREAM)
                        .setMaxWaitQueueSize(CONNECTIONS_PER_UPSTREAM));
        this.access = new Access(config.access(), config.tokens(), config.http(), runtime, client, own -> {});
        Map<Upstream, Guard> guards = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            guards.put(upstream, new Guard(vertx, upstream.service(), limits(config), metrics));
        }
        this.server = new GatewayServer(
                vertx,
                config.http(),
                config.maxBodyBytes(),
                RoutingTable.fromClassPath(),
                access.admission(),
                new Proxy(client, config.upstreams(), guards, config.upstreamTimeout()),
                metrics,
                runtime.ids());
        this.management = new ManagementServer(
                vertx, config.http().host(), config.http().managementPort(), NAME, metrics, () -> ready);
        access.pages(management);
    }

    /** One attempt: the caller decides whether to send a command again. */
    private static GuardConfig limits(GatewayConfig config) {
        long timeoutMillis = config.upstreamTimeout().toMillis();
        return new GuardConfig(
                timeoutMillis, timeoutMillis, CONNECTIONS_PER_UPSTREAM, 1, JUDGED_CALLS, BREAKER_OPEN_MILLIS);
    }

    public static Gateway create(GatewayConfig config, Runtime runtime) {
        return new Gateway(config, runtime);
    }

    @Override
    public Future<Void> start() {
        Context context = vertx.getOrCreateContext();
        return on(context, management::start)
                .compose(started -> on(context, access::start))
                .compose(own -> on(context, () -> server.start(own)))
                .onSuccess(started -> {
                    ready = true;
                    LOG.atInfo()
                            .addKeyValue("service", NAME)
                            .addKeyValue("port", httpPort())
                            .log("ready");
                });
    }

    @Override
    public Future<Void> stop() {
        ready = false;
        return server.stop()
                .transform(stopped -> access.stop())
                .transform(stopped -> management.stop())
                .onComplete(stopped -> client.close());
    }

    @Override
    public int httpPort() {
        return server.port();
    }

    @Override
    public int managementPort() {
        return management.port();
    }

    private static <T> Future<T> on(Context context, Supplier<Future<T>> work) {
        return Future.future(
                promise -> context.runOnContext(ignored -> work.get().onComplete(promise)));
    }
}
