package io.redress.kit.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.redress.kit.audit.Audit;
import io.redress.kit.deadlines.DeadlineHandler;
import io.redress.kit.deadlines.DeadlinePoller;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.faults.FaultRoutes;
import io.redress.kit.http.Api;
import io.redress.kit.http.MachineTokens;
import io.redress.kit.http.Operations;
import io.redress.kit.http.PeerClient;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.ops.Activity;
import io.redress.kit.ops.DeadLetterApi;
import io.redress.kit.ops.ManagementServer;
import io.redress.kit.ops.Retention;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.TracePages;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that every service with a schema is made of, started and stopped in order. Start: management port,
 * database, messaging, deadlines, API, then ready. Stop: not ready, API drained, companions, deadlines, messaging, pools.
 */
public final class ServiceKit implements RunnableService {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceKit.class);
    private static final long DEADLINE_PERIOD_MILLIS = 200;

    private final String serviceName;
    private final String schema;
    private final Runtime runtime;
    private final Database database;
    private final EventRecorder recorder;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final WebClient webClient;
    private final MachineTokens machineTokens;
    private final Tracing tracing;
    private final ManagementServer management;
    private final Api api;
    private final Messaging messaging;
    private final Retention retention;
    private final Audit audit;
    private final Map<String, DeadlineHandler> deadlineHandlers = new LinkedHashMap<>();
    private final List<Supplier<Future<Long>>> outstanding = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private final Companions companions;
    private DeadlinePoller deadlines;
    private volatile boolean ready;

    private ServiceKit(String serviceName, String schema, ServiceConfig config, Runtime runtime) {
        this.serviceName = serviceName;
        this.schema = schema;
        this.runtime = runtime;
        Vertx vertx = runtime.vertx();
        this.companions = new Companions(vertx);
        this.database = new Database(vertx, config.pg(), schema);
        this.recorder = new EventRecorder(serviceName, schema, runtime.ids(), runtime.machineClock());
        this.webClient = PeerClient.create(vertx);
        this.machineTokens = new MachineTokens(webClient, config.tokens(), runtime.machineClock());
        this.tracing = config.tracing().open(serviceName);
        Optional<CrashPoints> crashPoints = config.faults().open();
        this.messaging = new Messaging(serviceName, schema, config, runtime, database, metrics, tracing, crashPoints);
        this.retention =
                new Retention(vertx, database, Optional.of(config.retention().window()));
        this.audit = new Audit(serviceName, schema, vertx, database, runtime.machineClock(), config.checkpoints());
        this.api = new Api(
                serviceName,
                config.http(),
                config.tokens(),
                runtime,
                database,
                webClient,
                metrics,
                tracing,
                messaging::wake,
                crashPoints);
        messaging.afterCommit(api::committed);
        this.management = new ManagementServer(
                vertx, config.http().host(), config.http().managementPort(), serviceName, metrics, () -> ready);
        crashPoints.ifPresent(points -> management.routes(new FaultRoutes(points)::mount));
        new JvmMemoryMetrics().bindTo(metrics);
    }

    /**
     * @param serviceName also the consumer group and the Kafka principal
     * @param schema of the database
     */
    public static ServiceKit of(String serviceName, String schema, ServiceConfig config, Runtime runtime) {
        return new ServiceKit(serviceName, schema, config, runtime);
    }

    public String serviceName() {
        return serviceName;
    }

    public Runtime runtime() {
        return runtime;
    }

    public Database database() {
        return database;
    }

    public EventRecorder recorder() {
        return recorder;
    }

    public MeterRegistry metrics() {
        return metrics;
    }

    public WebClient webClient() {
        return webClient;
    }

    public Tracing tracing() {
        return tracing;
    }

    public MachineTokens machineTokens() {
        return machineTokens;
    }

    /** The contract that the API is made from, and the methods bound to it. */
    public void http(String contractResource, Consumer<Operations> binding) {
        api.bind(contractResource, binding);
    }

    /** Binds what operators can do about the dead letters of the topics read, as every such contract has it. */
    public void deadLetters(Operations operations) {
        new DeadLetterApi(schema, messaging::deadLetters, messaging::replays).bind(operations);
    }

    /** Reads a topic; one handler a topic. */
    public void consume(String topic, EventHandler handler) {
        messaging.consume(topic, handler);
    }

    public void deadline(String kind, DeadlineHandler handler) {
        deadlineHandlers.put(kind, handler);
    }

    /**
     * Has to succeed before the service reads its first event or answers its first request. Begun again while the
     * database is not to be had.
     */
    public void beforeStart(Supplier<Future<Void>> preparation) {
        companions.beforeStart(preparation);
    }

    /** Runs something of the service's own beside its API. */
    public void beside(Companion companion) {
        companions.beside(companion);
    }

    /** Counts work of the service's own that is to be done now; a suite is at rest when there is none. */
    public void outstanding(Supplier<Future<Long>> count) {
        outstanding.add(count);
    }

    /** For background work: something was committed, so there may be events to send. */
    public void committed() {
        messaging.wake();
    }

    /** Adds a page to the management port. */
    public void page(String path, Supplier<Future<JsonObject>> content) {
        management.page(path, content);
    }

    /** Has the audit compare this table's chain heads with the history. */
    public void audit(String table, String subjectExpression) {
        audit.head(table, subjectExpression);
    }

    @Override
    public Future<Void> start() {
        deadlines = new DeadlinePoller(
                runtime.vertx(),
                database,
                runtime.clock(),
                runtime.ids(),
                serviceName,
                deadlineHandlers,
                messaging::wake,
                tracing,
                DEADLINE_PERIOD_MILLIS);
        Activity activity = new Activity(database, runtime.clock(), messaging::lag, outstanding);
        management.page("/activity", activity::read);
        management.page("/audit", audit::page);
        TracePages trace = new TracePages(database, serviceName, messaging.topics());
        management.question("/trace", trace::events);
        management.question("/trace/handling", trace::handling);
        return deploy(management::start)
                .compose(started -> deploy(companions::prepare))
                .compose(started -> deploy(messaging::start))
                .compose(started -> deploy(() -> {
                    deadlines.start();
                    return Future.succeededFuture();
                }))
                .compose(started -> deploy(retention::start))
                .compose(started -> deploy(audit::start))
                .compose(started -> deploy(companions::start))
                .compose(started -> deploy(api::start))
                .onSuccess(started -> {
                    ready = true;
                    LOG.atInfo()
                            .addKeyValue("service", serviceName)
                            .addKeyValue("port", httpPort())
                            .log("ready");
                });
    }

    @Override
    public Future<Void> stop() {
        ready = false;
        retention.stop();
        audit.stop();
        return api.stop()
                .transform(stopped -> companions.stop())
                .transform(stopped -> deadlines == null ? Future.succeededFuture() : deadlines.stop())
                .transform(stopped -> messaging.stop())
                .transform(stopped -> database.close())
                .transform(stopped -> tracing.close())
                .transform(stopped -> management.stop())
                .transform(stopped -> undeploy())
                .onComplete(stopped -> webClient.close());
    }

    @Override
    public int httpPort() {
        return api.port();
    }

    @Override
    public int managementPort() {
        return management.port();
    }

    /** Each part has a verticle, and so an event loop, of its own: a slow consumer does not delay an answer. */
    private Future<Void> deploy(Supplier<Future<Void>> start) {
        return runtime.vertx()
                .deployVerticle(new VerticleBase() {
                    @Override
                    public Future<?> start() {
                        return start.get();
                    }
                })
                .onSuccess(deployments::add)
                .mapEmpty();
    }

    private Future<Void> undeploy() {
        Future<Void> all = Future.succeededFuture();
        for (String deployment : deployments) {
            all = all.transform(done -> runtime.vertx().undeploy(deployment));
        }
        return all;
    }
}
