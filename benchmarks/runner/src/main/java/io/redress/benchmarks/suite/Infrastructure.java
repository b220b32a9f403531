package io.redress.benchmarks.suite;

import io.redress.infra.EmbeddedKafka;
import io.redress.infra.FreePorts;
import io.redress.infra.Provisioning;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.testkit.ChildProcess;
import io.redress.testkit.TestIssuer;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Postgres and a broker, provisioned as in production, an issuer of tokens, and services on request. */
public final class Infrastructure implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final String MOST = "10000000";
    private static final String SEAL_KEY = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Path directory;
    private final Jvm jvm;
    private final BenchPostgres postgres;
    private final int kafkaPort = FreePorts.next();
    private final Program broker;
    private final TestIssuer issuer;

    private Infrastructure(Path directory, Jvm jvm) {
        this.directory = directory;
        this.jvm = jvm;
        this.issuer = TestIssuer.start(vertx);
        this.postgres = BenchPostgres.start(directory.resolve("postgres"));
        this.broker = Program.startTalking(
                "broker",
                directory,
                Map.of(
                        "BENCH_KAFKA_DIRECTORY",
                        directory.resolve("kafka").toString(),
                        "BENCH_KAFKA_PORT",
                        Integer.toString(kafkaPort)),
                jvm.command(BrokerMain.class.getName()));
    }

    /** @param directory is empty, and is the caller's to delete */
    public static Infrastructure start(Path directory, Jvm jvm) {
        Infrastructure infrastructure = new Infrastructure(directory, jvm);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::stopPostgres, "stop-postgres"));
        String said = infrastructure.broker.nextLine();
        while (!said.equals("ready")) {
            said = infrastructure.broker.nextLine();
        }
        return infrastructure;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Path directory() {
        return directory;
    }

    public Jvm jvm() {
        return jvm;
    }

    public BenchPostgres postgres() {
        return postgres;
    }

    public Program broker() {
        return broker;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    /** How a Kafka client connects as this principal. */
    public Map<String, String> kafkaClient(String principal) {
        return EmbeddedKafka.clientProperties(bootstrap(), principal, passwordOf(principal));
    }

    public Admin kafkaAdmin() {
        return Admin.create(new HashMap<>(kafkaClient(EmbeddedKafka.ADMIN)));
    }

    /** How many records the broker has taken for this topic. */
    public long published(String topic) {
        try (Admin admin = kafkaAdmin()) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .forEach(partition ->
                            ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Migrates the service's schema and starts the service.
     *
     * @param urls where others are, by variable; those not named are nowhere
     */
    public ServiceProcess start(Service service, Map<String, String> urls) {
        return start(service, FreePorts.next(), urls);
    }

    ServiceProcess start(Service service, int port, Map<String, String> urls) {
        int management = FreePorts.next();
        Map<String, String> environment = environment(service, port, management);
        environment.putAll(urls);
        Migrations.run(PgConfig.from(new Env(environment)), service.schema());
        Program program =
                Program.start(service.serviceName(), directory, environment, jvm.command(service.mainClass()));
        Awaitility.await(service.serviceName() + " is ready")
                .atMost(READY_WITHIN)
                .until(() -> {
                    program.demandAlive();
                    return ChildProcess.readiness(management) == 200;
                });
        return new ServiceProcess(program, port);
    }

    private Map<String, String> environment(Service service, int port, int management) {
        Map<String, String> environment = new HashMap<>();
        environment.put("REDRESS_HTTP_PORT", Integer.toString(port));
        environment.put("REDRESS_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("REDRESS_PG_URL", postgres.serviceUrl());
        environment.put("REDRESS_PG_USER", Provisioning.app(service.schema()));
        environment.put("REDRESS_PG_PASSWORD", passwordOf(Provisioning.app(service.schema())));
        environment.put("REDRESS_PG_OWNER_USER", Provisioning.owner(service.schema()));
        environment.put("REDRESS_PG_OWNER_PASSWORD", passwordOf(Provisioning.owner(service.schema())));
        environment.put("REDRESS_KAFKA_BOOTSTRAP", bootstrap());
        environment.put("REDRESS_KAFKA_USER", service.serviceName());
        environment.put("REDRESS_KAFKA_PASSWORD", passwordOf(service.serviceName()));
        environment.put("REDRESS_ISSUER", issuer.url());
        environment.put("REDRESS_JWKS_URL", issuer.url() + "/jwks.json");
        environment.put("REDRESS_TOKEN_URL", issuer.url() + "/token");
        environment.putAll(issuer.edgeSettings());
        environment.put("REDRESS_CLIENT_ID", service.serviceName());
        environment.put("REDRESS_CLIENT_SECRET", "secret-of-" + service.serviceName());
        environment.put("REDRESS_SEAL_KEYS", SEAL_KEY);
        // the limits count, but do not refuse, however slow the machine is
        environment.put("REDRESS_PG_ACQUIRE_TIMEOUT_MILLIS", "60000");
        environment.put("REDRESS_PG_STATEMENT_TIMEOUT_MILLIS", "60000");
        environment.put("REDRESS_PG_LOCK_TIMEOUT_MILLIS", "60000");
        environment.put("REDRESS_GATEWAY_RATE_PER_MINUTE", MOST);
        environment.put("REDRESS_GATEWAY_RATE_BURST", MOST);
        for (Service other : Service.values()) {
            other.urlVariable().ifPresent(variable -> environment.put(variable, "http://127.0.0.1:1"));
        }
        return environment;
    }

    private String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    public static String passwordOf(String name) {
        return "password-of-" + name;
    }

    @Override
    public void close() {
        broker.close();
        stopPostgres();
        vertx.close().await();
    }

    /** Once: at the end, or when the benchmark is broken off. */
    private void stopPostgres() {
        if (stopped.compareAndSet(false, true)) {
            postgres.close();
        }
    }
}
