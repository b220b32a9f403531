package io.redress.quickstart.suite;

import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import io.redress.infra.EmbeddedPostgres;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.infra.TopologyInstaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Postgres and Kafka of a suite: embedded, or the ones it was pointed to. All methods block. */
final class Infrastructure implements AutoCloseable {

    private static final String ADMIN = EmbeddedKafka.ADMIN;

    private final SuiteConfig config;
    private final SuiteSecrets secrets;
    private Optional<EmbeddedPostgres> postgres = Optional.empty();
    private Optional<EmbeddedKafka> kafka = Optional.empty();

    Infrastructure(SuiteConfig config, SuiteSecrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** @return the database's address as the services take it */
    String startPostgres() {
        PgUrl superuser = config.externalPostgres().orElseGet(this::embeddedPostgres);
        Provisioning.provision(superuser, this::rolePassword);
        return superuser.withDatabase(Provisioning.DATABASE).withoutCredentials();
    }

    private PgUrl embeddedPostgres() {
        EmbeddedPostgres server = EmbeddedPostgres.start(
                config.dataDirectory().resolve("postgres"),
                config.ports().postgres(),
                secrets.of("postgres.superuser"));
        postgres = Optional.of(server);
        return server.superuserUrl();
    }

    /** @return the bootstrap address */
    String startKafka() {
        BrokerTopology topology = topology();
        if (config.externalKafka().isPresent()) {
            ExternalKafka broker = config.externalKafka().get();
            Map<String, Object> login = new LinkedHashMap<>(
                    EmbeddedKafka.clientProperties(broker.bootstrap(), ADMIN, kafkaPassword(ADMIN)));
            try (Admin admin = Admin.create(login)) {
                TopologyInstaller.install(admin, topology);
            }
            return broker.bootstrap();
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        topology.principals().forEach(principal -> passwords.put(principal, kafkaPassword(principal)));
        EmbeddedKafka broker = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                config.dataDirectory().resolve("kafka"),
                config.ports().kafka(),
                kafkaPassword(ADMIN),
                passwords,
                topology));
        kafka = Optional.of(broker);
        return broker.bootstrap();
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
        try (InputStream in = Infrastructure.class.getResourceAsStream("/asyncapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("asyncapi.yaml is not on the class path");
            }
            return BrokerTopology.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kafka.ifPresent(EmbeddedKafka::close);
        postgres.ifPresent(EmbeddedPostgres::close);
    }
}
