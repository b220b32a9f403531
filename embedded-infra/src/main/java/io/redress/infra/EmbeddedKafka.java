package io.redress.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka 4.4 broker and its controller in this JVM (KRaft, one node), on the loopback interface.
 *
 * <p>Guarantees: clients authenticate by SASL/PLAIN, one principal each; a right that the {@link BrokerTopology} does
 * not give is denied; topics are never created by use; the log directory is kept and can be started again. Limits:
 * one replica, and the broker leaves flushing to the operating system, so a power cut (not a crash of this JVM) may
 * lose acknowledged records; a log directory that fails halts the whole JVM. All methods block.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** Principal that may do everything; services never get its password. */
    public static final String ADMIN = "admin";

    private final KafkaRaftServer server;
    private final int port;
    private final String adminPassword;

    /**
     * A further way in for clients, with the same principals, passwords and rights: what stands between the broker and
     * some of its clients, a proxy say, gets a listener of its own, for a client goes on to whatever address the
     * listener that it came by advertises.
     *
     * @param name capital letters, digits and underscores
     * @param port on 127.0.0.1 that the broker listens on
     * @param advertisedPort on 127.0.0.1 that its clients are sent to
     */
    public record Listener(String name, int port, int advertisedPort) {
        private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

        public Listener {
            if (!NAME.matcher(name).matches() || BrokerConfiguration.OWN_LISTENERS.contains(name)) {
                throw new IllegalArgumentException("no name for a further listener: " + name);
            }
        }
    }

    /**
     * @param logDirectory created and formatted if absent, reused if present
     * @param port TCP port for clients on 127.0.0.1, 0 for a free one
     * @param passwords password of every principal of the topology, by principal
     * @param furtherListeners beside the one on {@code port}
     */
    public record Settings(
            Path logDirectory,
            int port,
            String adminPassword,
            Map<String, String> passwords,
            BrokerTopology topology,
            List<Listener> furtherListeners) {
        public Settings {
            passwords = Map.copyOf(passwords);
            furtherListeners = List.copyOf(furtherListeners);
            for (String principal : topology.principals()) {
                if (!passwords.containsKey(principal)) {
                    throw new IllegalArgumentException("no password for principal " + principal);
                }
            }
        }

        /** Without further listeners. */
        public Settings(
                Path logDirectory,
                int port,
                String adminPassword,
                Map<String, String> passwords,
                BrokerTopology topology) {
            this(logDirectory, port, adminPassword, passwords, topology, List.of());
        }

        @Override
        public String toString() {
            return "EmbeddedKafka.Settings[" + logDirectory + ", port " + port + ", passwords ***]";
        }
    }

    private EmbeddedKafka(KafkaRaftServer server, int port, String adminPassword) {
        this.server = server;
        this.port = port;
        this.adminPassword = adminPassword;
    }

    /**
     * Starts the broker and returns when topics and rights are in place.
     *
     * @throws IllegalStateException if it cannot be started
     */
    public static EmbeddedKafka start(Settings settings) {
        int port = FreePorts.orFree(settings.port());
        Map<String, String> configuration = BrokerConfiguration.of(settings, port, FreePorts.next());
        format(settings.logDirectory());
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.apply(configuration, false), Time.SYSTEM);
        server.startup();
        EmbeddedKafka kafka = new EmbeddedKafka(server, port, settings.adminPassword());
        try (Admin admin = kafka.admin()) {
            TopologyInstaller.install(admin, settings.topology());
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
        return kafka;
    }

    private static void format(Path logDirectory) {
        if (Files.exists(logDirectory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        try {
            Files.createDirectories(logDirectory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerConfiguration.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(logDirectory.toString())
                    .setMetadataLogDirectory(logDirectory.toString())
                    .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + logDirectory, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + logDirectory, e);
        }
    }

    /** Address for clients, {@code 127.0.0.1:port}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** An administrator's client; the caller closes it. */
    public Admin admin() {
        Map<String, Object> properties = new HashMap<>(clientProperties(bootstrap(), ADMIN, adminPassword));
        return Admin.create(properties);
    }

    /** Properties with which a Kafka client connects as that principal. */
    public static Map<String, String> clientProperties(String bootstrap, String principal, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                PlainLogin.asClient(principal, password));
    }

    /** Stops broker and controller; the log directory stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
