package io.redress.quickstart.suite;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.quickstart.clock.ClockControl;
import io.redress.quickstart.clock.SuiteClock;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.issuer.DevIssuer;
import io.redress.quickstart.issuer.IssuerRoutes;
import io.redress.quickstart.sample.SampleData;
import io.redress.simulators.marketplace.MarketplaceConfig;
import io.redress.simulators.marketplace.MarketplaceSimulator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole suite in this process: infrastructure, issuer, clock, every service, the marketplace simulator, sample
 * data. Start and stop block and are called from a thread of one's own.
 */
public final class Suite implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);
    private static final String MARKETPLACE = "marketplace";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    private final SuiteConfig config;
    private final Map<String, String> environment;
    private final Vertx vertx = Vertx.vertx();
    private final MachineClock machine = MachineClock.system();
    private final SuiteSecrets secrets;
    private final SuiteClock clock;
    private final Infrastructure infrastructure;
    private final SampleMailServer mail;
    private final StartProgress progress = new StartProgress();
    private final Map<ServiceName, RunnableService> services = new EnumMap<>(ServiceName.class);
    private final WebClient client = WebClient.create(vertx);
    private Optional<MarketplaceSimulator> marketplace = Optional.empty();
    private Optional<HttpServer> control = Optional.empty();
    private Optional<Router> controlRouter = Optional.empty();
    private Optional<ServiceEnvironment> environments = Optional.empty();

    /**
     * @param environment the process's own environment variables
     * @throws IllegalStateException in production
     */
    public Suite(SuiteConfig config, Map<String, String> environment) {
        DevIssuer.refuseProduction(environment);
        this.config = config;
        this.environment = Map.copyOf(environment);
        Path data = config.dataDirectory();
        this.secrets = new SuiteSecrets(data.resolve("secrets.properties"));
        this.clock = SuiteClock.resume(data.resolve("clock").resolve("business-time"), machine);
        this.infrastructure = new Infrastructure(config, secrets);
        this.mail = new SampleMailServer(config.ports().smtp());
    }

    /** Returns when everything is ready; what has been started stays for {@link #close()} if it fails. */
    public void start() {
        try {
            Router router = startControl();
            progress.enter("starting Postgres and Kafka");
            CompletableFuture<String> kafka = CompletableFuture.supplyAsync(infrastructure::startKafka);
            String pgUrl = infrastructure.startPostgres();
            progress.enter("migrating the schemas");
            // A migration needs the database alone, so it runs while the broker is still starting.
            ServiceEnvironment migration = serviceEnvironment(pgUrl, "");
            Stream.of(ServiceName.values())
                    .parallel()
                    .forEach(
                            service -> Migrations.run(PgConfig.from(new Env(migration.of(service))), service.schema()));
            ServiceEnvironment env = serviceEnvironment(pgUrl, kafka.join());
            startServices(env);
            startMarketplace(env, router);
            progress.enter("loading sample data");
            new SampleData(
                            new HttpJson(config.ports().url(ServiceName.GATEWAY), Duration.ofSeconds(30)),
                            new HttpJson(config.ports().controlUrl(), Duration.ofSeconds(10)))
                    .load();
            progress.done();
            LOG.info("the suite is ready");
        } catch (RuntimeException e) {
            progress.fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private ServiceEnvironment serviceEnvironment(String pgUrl, String kafkaBootstrap) {
        Path audit = config.dataDirectory().resolve("audit");
        return new ServiceEnvironment(
                config.ports(), secrets, infrastructure, pgUrl, kafkaBootstrap, audit, environment);
    }

    private Router startControl() {
        progress.enter("starting the issuer");
        Map<String, String> clients = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            clients.put(service.service(), secrets.of("client." + service.service()));
        }
        clients.put(MARKETPLACE, secrets.of("client." + MARKETPLACE));
        DevIssuer issuer = new DevIssuer(
                environment,
                config.ports().controlUrl(),
                config.dataDirectory().resolve("issuer-key.json"),
                machine,
                clients);
        Router router = Router.router(vertx);
        new IssuerRoutes(issuer).mount(router);
        new ControlRoutes(progress, new ClockControl(vertx, client, clock, this::managementPorts), mail).mount(router);
        controlRouter = Optional.of(router);
        startIssuer();
        return router;
    }

    private void startServices(ServiceEnvironment env) {
        mail.start();
        environments = Optional.of(env);
        progress.enter("starting the services");
        for (ServiceName service : ServiceName.values()) {
            services.put(service, create(service));
        }
        done(Future.all(services.values().stream().map(RunnableService::start).toList()));
    }

    private RunnableService create(ServiceName service) {
        Env env = new Env(environments.orElseThrow().of(service));
        return SuiteServices.create(service, env, new Runtime(vertx, clock, machine, Ids.uuidV7()));
    }

    /** Stops one service in order, the others go on. */
    public void stopService(ServiceName service) {
        done(services.get(service).stop());
    }

    /** Starts a service that was stopped, as a new process would. */
    public void startService(ServiceName service) {
        RunnableService fresh = create(service);
        services.put(service, fresh);
        done(fresh.start());
    }

    /** Nobody answers for the issuer, its keys, or the suite's control. */
    public void stopIssuer() {
        done(control.orElseThrow().close());
    }

    /** The issuer and the suite's control answer, with the keys that they had. */
    public void startIssuer() {
        control = Optional.of(done(vertx.createHttpServer()
                .requestHandler(controlRouter.orElseThrow())
                .listen(config.ports().control(), "127.0.0.1")));
    }

    private void startMarketplace(ServiceEnvironment env, Router router) {
        progress.enter("starting the marketplace");
        MarketplaceSimulator simulator = new MarketplaceSimulator(
                vertx,
                MarketplaceConfig.of(
                        env.kafkaBootstrap(),
                        MARKETPLACE,
                        infrastructure.kafkaPassword(MARKETPLACE),
                        config.ports().url(ServiceName.GATEWAY),
                        config.ports().controlUrl() + "/token",
                        MARKETPLACE,
                        env.clientSecret(MARKETPLACE)),
                clock::now);
        marketplace = Optional.of(simulator);
        done(simulator.start());
        router.route("/control/marketplace/*").subRouter(simulator.controls());
    }

    /** Those that have deadlines, outboxes and consumers. */
    private List<Integer> managementPorts() {
        return Stream.of(ServiceName.values())
                .filter(ServiceName::messages)
                .map(config.ports()::management)
                .toList();
    }

    /** Everything in the opposite order; the data stays. */
    @Override
    public void close() {
        marketplace.ifPresent(simulator -> quietly("marketplace", simulator.stop()));
        RunnableService gateway = services.remove(ServiceName.GATEWAY);
        if (gateway != null) {
            quietly("gateway", gateway.stop());
        }
        quietly(
                "services",
                Future.join(
                        services.values().stream().map(RunnableService::stop).toList()));
        control.ifPresent(server -> quietly("control", server.close()));
        client.close();
        quietly("event loops", vertx.close());
        mail.close();
        infrastructure.close();
        clock.stop();
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("not started after " + START_SECONDS + " s", e);
        }
    }

    private static void quietly(String what, Future<?> future) {
        try {
            future.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("{} did not stop in order", what, e);
        }
    }
}
