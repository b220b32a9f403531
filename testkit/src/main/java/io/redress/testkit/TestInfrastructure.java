package io.redress.testkit;

import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import io.redress.infra.EmbeddedPostgres;
import io.redress.infra.Provisioning;
import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One real Postgres and one real broker for all tests of a JVM, provisioned as in production, and an issuer of tokens.
 * Started by whoever asks first, stopped when the JVM ends.
 */
public final class TestInfrastructure {

    private static final String SUPERUSER_PASSWORD = "superuser-of-tests";

    private static final class Holder {
        static final TestInfrastructure INSTANCE = new TestInfrastructure();
    }

    private final Vertx vertx = Vertx.vertx();
    private final Path directory;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final TestIssuer issuer;

    private TestInfrastructure() {
        directory = temporaryDirectory();
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0, SUPERUSER_PASSWORD);
        Provisioning.provision(postgres.superuserUrl(), TestInfrastructure::passwordOf);
        BrokerTopology topology = topology();
        kafka = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                directory.resolve("kafka"),
                0,
                passwordOf(EmbeddedKafka.ADMIN),
                topology.principals().stream()
                        .collect(Collectors.toMap(Function.identity(), TestInfrastructure::passwordOf)),
                topology));
        issuer = TestIssuer.start(vertx);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-test-infrastructure"));
    }

    public static TestInfrastructure get() {
        return Holder.INSTANCE;
    }

    /** A Vert.x for services and clients of the tests; never closed by a test. */
    public Vertx vertx() {
        return vertx;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** The environment variables of a service, with ports that the system chooses. */
    public Map<String, String> environment(String serviceName, String schema) {
        Map<String, String> environment = new HashMap<>();
        environment.put("REDRESS_HTTP_PORT", "0");
        environment.put("REDRESS_MANAGEMENT_PORT", "0");
        environment.put("REDRESS_PG_URL", postgres.serviceUrl());
        environment.put("REDRESS_PG_USER", Provisioning.app(schema));
        environment.put("REDRESS_PG_PASSWORD", passwordOf(Provisioning.app(schema)));
        environment.put("REDRESS_PG_OWNER_USER", Provisioning.owner(schema));
        environment.put("REDRESS_PG_OWNER_PASSWORD", passwordOf(Provisioning.owner(schema)));
        environment.put("REDRESS_KAFKA_BOOTSTRAP", kafka.bootstrap());
        environment.put("REDRESS_KAFKA_USER", serviceName);
        environment.put("REDRESS_KAFKA_PASSWORD", passwordOf(serviceName));
        environment.put("REDRESS_ISSUER", issuer.url());
        environment.put("REDRESS_JWKS_URL", issuer.url() + "/jwks.json");
        environment.put("REDRESS_TOKEN_URL", issuer.url() + "/token");
        environment.putAll(issuer.edgeSettings());
        environment.put("REDRESS_CLIENT_ID", serviceName);
        environment.put("REDRESS_CLIENT_SECRET", "secret-of-" + serviceName);
        return environment;
    }

    /** How any Kafka client of a test connects as this principal. */
    public Map<String, String> kafkaClient(String principal) {
        return EmbeddedKafka.clientProperties(kafka.bootstrap(), principal, passwordOf(principal));
    }

    private static String passwordOf(String name) {
        return "password-of-" + name;
    }

    private static BrokerTopology topology() {
        try (InputStream document = TestInfrastructure.class.getResourceAsStream("/asyncapi.yaml")) {
            return BrokerTopology.parse(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("redress-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        vertx.close();
        kafka.close();
        postgres.close();
        delete(directory);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + directory, e);
        }
    }
}
