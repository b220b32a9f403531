package io.redress.quickstart.suite;

import io.redress.infra.PgUrl;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a suite is started with.
 *
 * @param dataDirectory everything the suite keeps
 * @param externalPostgres superuser of an empty database to use instead of the embedded server
 * @param externalKafka a broker to use instead of the embedded one
 * @param processes if broker, Postgres and services are to be processes of their own
 */
public record SuiteConfig(
        Path dataDirectory,
        SuitePorts ports,
        Optional<PgUrl> externalPostgres,
        Optional<ExternalKafka> externalKafka,
        Optional<ProcessPlan> processes) {

    private static final String PREFIX = "REDRESS_SUITE_";

    /** Everything in one process. */
    public SuiteConfig(
            Path dataDirectory,
            SuitePorts ports,
            Optional<PgUrl> externalPostgres,
            Optional<ExternalKafka> externalKafka) {
        this(dataDirectory, ports, externalPostgres, externalKafka, Optional.empty());
    }

    Links links() {
        return processes.map(ProcessPlan::links).orElse(Links.DIRECT);
    }

    /** As environment variables, for the process that runs the suite. */
    public Map<String, String> toEnvironment() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put(PREFIX + "DATA_DIR", dataDirectory.toString());
        env.put(PREFIX + "PORT_CONTROL", String.valueOf(ports.control()));
        env.put(PREFIX + "PORT_PG", String.valueOf(ports.postgres()));
        env.put(PREFIX + "PORT_KAFKA", String.valueOf(ports.kafka()));
        env.put(PREFIX + "PORT_SMTP", String.valueOf(ports.smtp()));
        for (ServiceName service : ServiceName.values()) {
            env.put(PREFIX + "PORT_" + service.name(), String.valueOf(ports.http(service)));
        }
        externalPostgres.ifPresent(url -> env.put(PREFIX + "PG_URL", url.withCredentials()));
        externalKafka.ifPresent(broker -> {
            env.put(PREFIX + "KAFKA", broker.bootstrap());
            env.put(PREFIX + "KAFKA_PASSWORDS", broker.passwordFile().toString());
        });
        processes.ifPresent(plan -> {
            env.put(PREFIX + "PROCESSES", plan.root().toString());
            env.put(PREFIX + "REPLICAS", plan.replicasText());
        });
        return env;
    }

    /** @throws IllegalArgumentException if a value is missing or malformed */
    public static SuiteConfig fromEnvironment(Map<String, String> env) {
        Map<ServiceName, Integer> http = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            http.put(service, port(env, service.name(), service.defaultPort()));
        }
        SuitePorts ports = SuitePorts.of(
                port(env, "CONTROL", SuitePorts.CONTROL),
                port(env, "PG", SuitePorts.POSTGRES),
                port(env, "KAFKA", SuitePorts.KAFKA),
                port(env, "SMTP", SuitePorts.SMTP),
                http);
        return new SuiteConfig(
                Path.of(env.getOrDefault(PREFIX + "DATA_DIR", ".redress")).toAbsolutePath(),
                ports,
                Optional.ofNullable(env.get(PREFIX + "PG_URL")).map(PgUrl::parse),
                Optional.ofNullable(env.get(PREFIX + "KAFKA"))
                        .map(bootstrap -> new ExternalKafka(bootstrap, Path.of(env.get(PREFIX + "KAFKA_PASSWORDS")))),
                Optional.ofNullable(env.get(PREFIX + "PROCESSES"))
                        .map(root -> ProcessPlan.of(
                                Path.of(root), ProcessPlan.replicas(env.getOrDefault(PREFIX + "REPLICAS", "")))));
    }

    private static int port(Map<String, String> env, String name, int otherwise) {
        String value = env.get(PREFIX + "PORT_" + name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
