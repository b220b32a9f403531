package io.redress.quickstart.suite;

import io.redress.infra.PgUrl;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole suite: infrastructure, issuer, clock, every service, the marketplace simulator, sample data. Services and
 * infrastructure run in this process, or each in one of its own. Start and stop block and are called from a thread of
 * one's own.
 */
public final class Suite implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);
    private static final String MARKETPLACE = "marketplace";

    private final SuiteConfig config;
    private final Map<String, String> environment;
    private final Vertx vertx = Vertx.vertx();
    private final MachineClock machine = MachineClock.system();
    private final SuiteSecrets secrets;
    private final SuiteClock clock;
    private final Infrastructure infrastructure;
    private final SampleMailServer mail;
    private final StartProgress progress = new StartProgress();
    private final Optional<SuiteProcesses> processes;
    private final RunningServices services;
    private final WebClient client = WebClient.create(vertx);
    private Optional<MarketplaceSimulator> marketplace = Optional.empty();
    private Optional<HttpServer> control = Optional.empty();
    private Optional<Router> controlRouter = Optional.empty();
    private Optional<ClockRow> clockRow = Optional.empty();

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
        this.processes = config.processes().map(plan -> new SuiteProcesses(config, plan, environment));
        this.services = processes
                .<RunningServices>map(kept -> kept)
                .orElseGet(() -> new ServicesInJvm(new Runtime(vertx, clock, machine, Ids.uuidV7()), config.ports()));
        this.infrastructure = new Infrastructure(config, secrets, processes);
        this.mail = new SampleMailServer(config.ports().smtp());
    }

    /** Returns when everything is ready; what has been started stays for {@link #close()} if it fails. */
    public void start() {
        try {
            Router router = startControl();
            progress.enter("starting Postgres and Kafka");
            CompletableFuture<Void> kafka = CompletableFuture.runAsync(infrastructure::startKafka);
            PgUrl database = infrastructure.startPostgres();
            progress.enter("migrating the schemas");
            ServiceEnvironment env = new ServiceEnvironment(
                    config, secrets, infrastructure, services.instances(), database, environment);
            // A migration needs the database alone, so it runs while the broker is still starting.
            services.instances().stream()
                    .filter(instance -> instance.number() == 1)
                    .parallel()
                    .forEach(instance -> Migrations.run(
                            PgConfig.from(new Env(env.of(instance))),
                            instance.service().schema()));
            if (processes.isPresent()) {
                clockRow = Optional.of(ClockRow.install(vertx, database, infrastructure, clock));
            }
            kafka.join();
            mail.start();
            progress.enter("starting the services");
            services.start(env);
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
        new ControlRoutes(progress, clockControl(), mail).mount(router);
        controlRouter = Optional.of(router);
        startIssuer();
        return router;
    }

    /** Stops one service in order, the others go on. */
    public void stopService(ServiceName service) {
        services.stop(service);
    }

    /** Starts a service that was stopped, as a new process would. */
    public void startService(ServiceName service) {
        services.start(service);
    }

    /** The parts that are processes of their own; empty if everything runs in this one. */
    public Optional<SuiteProcesses> processes() {
        return processes;
    }

    /** Nobody answers for the issuer, its keys, or the suite's control. */
    public void stopIssuer() {
        Completion.of(control.orElseThrow().close());
    }

    /** The issuer and the suite's control answer, with the keys that they had. */
    public void startIssuer() {
        control = Optional.of(Completion.of(vertx.createHttpServer()
                .requestHandler(controlRouter.orElseThrow())
                .listen(config.ports().control(), "127.0.0.1")));
    }

    private ClockControl clockControl() {
        return new ClockControl(vertx, client, clock, this::managementPorts, () -> clockRow.map(row -> row.tell(clock))
                .orElseGet(Future::succeededFuture));
    }

    private void startMarketplace(ServiceEnvironment env, Router router) {
        progress.enter("starting the marketplace");
        MarketplaceSimulator simulator = new MarketplaceSimulator(
                vertx,
                MarketplaceConfig.of(
                        infrastructure.kafkaBootstrap(),
                        MARKETPLACE,
                        infrastructure.kafkaPassword(MARKETPLACE),
                        config.ports().url(ServiceName.GATEWAY),
                        config.ports().controlUrl() + "/token",
                        MARKETPLACE,
                        env.clientSecret(MARKETPLACE)),
                clock::now);
        marketplace = Optional.of(simulator);
        Completion.of(simulator.start());
        router.route("/control/marketplace/*").subRouter(simulator.controls());
    }

    /** Those that have deadlines, outboxes and consumers. */
    private List<Integer> managementPorts() {
        return services.instances().stream()
                .filter(instance -> instance.service().messages())
                .map(Instance::management)
                .toList();
    }

    /** Everything in the opposite order; the data stays. */
    @Override
    public void close() {
        marketplace.ifPresent(simulator -> Completion.quietly("marketplace", simulator.stop()));
        services.stopAll();
        control.ifPresent(server -> Completion.quietly("control", server.close()));
        client.close();
        Completion.quietly("event loops", vertx.close());
        mail.close();
        infrastructure.close();
        processes.ifPresent(SuiteProcesses::close);
        clock.stop();
    }
}
