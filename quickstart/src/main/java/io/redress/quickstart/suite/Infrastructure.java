package io.redress.quickstart.suite;

import io.redress.infra.BrokerMain;
import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import io.redress.infra.EmbeddedPostgres;
import io.redress.infra.FreePorts;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.infra.TopologyInstaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Postgres and Kafka of a suite: embedded, or the ones it was pointed to; with a suite of processes both are processes
 * that are started again. All methods block.
 */
final class Infrastructure implements AutoCloseable {

    private static final String ADMIN = EmbeddedKafka.ADMIN;
    private static final String TOPOLOGY = "/asyncapi.yaml";
    private static final List<String> BROKER_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-Dlogback.configurationFile=logback-broker.xml");

    private static final int PROBE_MILLIS = 1_000;

    private final SuiteConfig config;
    private final SuiteSecrets secrets;
    private final Optional<SuiteProcesses> processes;
    private final Map<ServiceName, EmbeddedKafka.Listener> linked;
    private Optional<AutoCloseable> postgres = Optional.empty();
    private Optional<AutoCloseable> kafka = Optional.empty();

    /** @param processes where parts that are processes of their own are kept */
    Infrastructure(SuiteConfig config, SuiteSecrets secrets, Optional<SuiteProcesses> processes) {
        this.config = config;
        this.secrets = secrets;
        this.processes = processes;
        this.linked = linked(config);
    }

    /** @return database redress, without credentials */
    PgUrl startPostgres() {
        PgUrl superuser = config.externalPostgres()
                .orElseGet(() -> processes.map(this::keptPostgres).orElseGet(this::embeddedPostgres));
        Provisioning.provision(superuser, this::rolePassword);
        return new PgUrl(superuser.host(), superuser.port(), Provisioning.DATABASE, "", "");
    }

    private PgUrl embeddedPostgres() {
        EmbeddedPostgres server =
                EmbeddedPostgres.start(postgresDirectory(), config.ports().postgres(), superuser());
        postgres = Optional.of(server);
        return server.superuserUrl();
    }

    private PgUrl keptPostgres(SuiteProcesses kept) {
        KeptPostgres server = kept.add(new KeptPostgres(
                postgresDirectory(), config.ports().postgres(), superuser(), kept.keeper(), kept::changed));
        postgres = Optional.of(server::stop);
        server.start();
        return server.superuserUrl();
    }

    private Path postgresDirectory() {
        return config.dataDirectory().resolve("postgres");
    }

    private String superuser() {
        return secrets.of("postgres.superuser");
    }

    void startKafka() {
        BrokerTopology topology = topology();
        if (config.externalKafka().isPresent()) {
            try (Admin admin = admin()) {
                TopologyInstaller.install(admin, topology);
            }
            return;
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        topology.principals().forEach(principal -> passwords.put(principal, kafkaPassword(principal)));
        EmbeddedKafka.Settings settings = new EmbeddedKafka.Settings(
                config.dataDirectory().resolve("kafka"),
                config.ports().kafka(),
                kafkaPassword(ADMIN),
                passwords,
                topology,
                List.copyOf(linked.values()));
        if (processes.isEmpty()) {
            kafka = Optional.of(EmbeddedKafka.start(settings));
            return;
        }
        SuiteProcesses kept = processes.get();
        KeptProcess.Command command = kept.command(
                "embedded-infra", "kafka", BROKER_OPTIONS, List.of(), BrokerMain.environment(settings, topologyFile()));
        KeptProcess broker =
                kept.add(new KeptProcess("kafka", command, () -> installed(topology), kept.keeper(), kept::changed));
        kafka = Optional.of(broker::stop);
        broker.start();
    }

    /** A client of a broker that does not listen complains at length, so it is asked for only once it does. */
    private boolean installed(BrokerTopology topology) {
        try (Socket probe = new Socket()) {
            probe.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), config.ports().kafka()),
                    PROBE_MILLIS);
        } catch (IOException e) {
            return false;
        }
        try (Admin admin = admin()) {
            return TopologyInstaller.isInstalled(admin, topology);
        }
    }

    private Admin admin() {
        return Admin.create(
                new LinkedHashMap<>(EmbeddedKafka.clientProperties(kafkaBootstrap(), ADMIN, kafkaPassword(ADMIN))));
    }

    /** Where the broker itself listens. */
    String kafkaBootstrap() {
        return config.externalKafka()
                .map(ExternalKafka::bootstrap)
                .orElseGet(() -> "127.0.0.1:" + config.ports().kafka());
    }

    /** Where a service reaches the broker: by a listener of its own if there is something in between. */
    String kafkaBootstrap(ServiceName service) {
        return linked.containsKey(service) ? "127.0.0.1:" + linked.get(service).advertisedPort() : kafkaBootstrap();
    }

    private static Map<ServiceName, EmbeddedKafka.Listener> linked(SuiteConfig config) {
        Map<ServiceName, EmbeddedKafka.Listener> linked = new EnumMap<>(ServiceName.class);
        if (config.processes().isEmpty() || config.externalKafka().isPresent()) {
            return linked;
        }
        for (ServiceName service : ServiceName.values()) {
            int port = FreePorts.next();
            int told = service.messages() ? config.links().port(service.service(), "kafka", port) : port;
            if (told != port) {
                linked.put(service, new EmbeddedKafka.Listener(service.name(), port, told));
            }
        }
        return linked;
    }

    String rolePassword(String role) {
        return secrets.of("postgres." + role);
    }

    String kafkaPassword(String principal) {
        return config.externalKafka()
                .map(broker -> broker.password(principal))
                .orElseGet(() -> secrets.of("kafka." + principal));
    }

    private static BrokerTopology topology() {
        try (InputStream in = document()) {
            return BrokerTopology.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the broker's process. */
    private Path topologyFile() {
        Path file = config.dataDirectory().resolve("asyncapi.yaml");
        try (InputStream in = document()) {
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream document() {
        InputStream in = Infrastructure.class.getResourceAsStream(TOPOLOGY);
        if (in == null) {
            throw new IllegalStateException("asyncapi.yaml is not on the class path");
        }
        return in;
    }

    @Override
    public void close() {
        kafka.ifPresent(Infrastructure::close);
        postgres.ifPresent(Infrastructure::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
