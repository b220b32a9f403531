package io.redress.gateway;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.redress.gateway.access.Access;
import io.redress.gateway.limits.RateLimits;
import io.redress.gateway.overview.Overview;
import io.redress.gateway.proxy.GatewayServer;
import io.redress.gateway.proxy.Proxy;
import io.redress.gateway.routing.RoutingTable;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.faults.FaultRoutes;
import io.redress.kit.http.PeerClient;
import io.redress.kit.ops.ManagementServer;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway, put together. It keeps API keys and mandates and knows no other domain rule. */
public final class Gateway implements RunnableService {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String NAME = "gateway";

    private final Vertx vertx;
    private final WebClient client;
    private final Tracing tracing;
    private final Access access;
    private final Proxy proxy;
    private final GatewayServer server;
    private final ManagementServer management;
    private volatile boolean ready;

    private Gateway(GatewayConfig config, Runtime runtime) {
        this.vertx = runtime.vertx();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        this.tracing = config.tracing().open(NAME);
        this.client = PeerClient.create(vertx);
        this.proxy = new Proxy(
                vertx,
                config.upstreams(),
                config.upstreamTimeout(),
                config.streams().inAll(),
                metrics,
                tracing);
        Optional<CrashPoints> crashPoints = config.faults().open();
        Overview overview = new Overview(proxy, config.overviewTimeout());
        this.access = new Access(
                config.access(),
                config.tokens(),
                config.http(),
                runtime,
                client,
                crashPoints,
                own -> own.answer("getMerchantOverview", overview::answer));
        this.server = new GatewayServer(
                vertx,
                config,
                RoutingTable.fromClassPath(),
                access.admission(),
                new RateLimits(config.rates(), runtime.machineClock()),
                proxy,
                metrics,
                runtime.ids(),
                tracing);
        this.management = new ManagementServer(
                vertx, config.http().host(), config.http().managementPort(), NAME, metrics, () -> ready);
        access.pages(management);
        crashPoints.ifPresent(points -> management.routes(new FaultRoutes(points)::mount));
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
                .transform(stopped -> proxy.close())
                .transform(stopped -> tracing.close())
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
