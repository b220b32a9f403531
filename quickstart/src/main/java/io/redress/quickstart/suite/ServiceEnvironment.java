package io.redress.quickstart.suite;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.quickstart.issuer.DevIssuer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables that each service would be given if it ran as a process of its own. */
final class ServiceEnvironment {

    private static final String STREAMS = "REDRESS_GATEWAY_STREAMS_PER_CALLER";
    private static final List<String> PASSED_ON =
            List.of("REDRESS_OTEL", "REDRESS_OTEL_ENDPOINT", "REDRESS_OTEL_RATIO");

    private final SuiteConfig config;
    private final SuiteSecrets secrets;
    private final Infrastructure infrastructure;
    private final List<Instance> instances;
    private final PgUrl database;
    private final Path auditDirectory;
    private final Map<String, String> environment;

    /**
     * @param database redress, without credentials
     * @param environment of the process, of which the services get what is theirs to be switched on
     */
    ServiceEnvironment(
            SuiteConfig config,
            SuiteSecrets secrets,
            Infrastructure infrastructure,
            List<Instance> instances,
            PgUrl database,
            Map<String, String> environment) {
        this.config = config;
        this.secrets = secrets;
        this.infrastructure = infrastructure;
        this.instances = List.copyOf(instances);
        this.database = database;
        this.auditDirectory = config.dataDirectory().resolve("audit");
        this.environment = Map.copyOf(environment);
    }

    Map<String, String> of(Instance instance) {
        ServiceName service = instance.service();
        SuitePorts ports = config.ports();
        String issuer = url(config.links().port(service.service(), "issuer", ports.control()));
        Map<String, String> env = new LinkedHashMap<>();
        env.put("REDRESS_HTTP_HOST", "127.0.0.1");
        env.put("REDRESS_HTTP_PORT", String.valueOf(instance.http()));
        env.put("REDRESS_MANAGEMENT_PORT", String.valueOf(instance.management()));
        env.put("REDRESS_ISSUER", ports.controlUrl());
        env.put("REDRESS_JWKS_URL", issuer + "/.well-known/jwks.json");
        env.put("REDRESS_AUDIENCE", DevIssuer.AUDIENCE);
        env.put("REDRESS_TOKEN_URL", issuer + "/token");
        env.put("REDRESS_CLIENT_ID", service.service());
        env.put("REDRESS_CLIENT_SECRET", clientSecret(service.service()));
        env.put("REDRESS_PENALTIES_URL", urls(service, ServiceName.PENALTIES));
        env.put("REDRESS_CASES_URL", urls(service, ServiceName.CASES));
        env.put("REDRESS_REFUNDS_URL", urls(service, ServiceName.REFUNDS));
        env.put("REDRESS_NOTIFICATIONS_URL", urls(service, ServiceName.NOTIFICATIONS));
        PASSED_ON.stream().filter(environment::containsKey).forEach(name -> env.put(name, environment.get(name)));
        if (service == ServiceName.GATEWAY) {
            // everybody in a suite has one address, and some of them are tests
            rate(env, "REDRESS_GATEWAY_RATE");
            rate(env, "REDRESS_GATEWAY_UNKNOWN_RATE");
            env.put(STREAMS, environment.getOrDefault(STREAMS, "64"));
        }
        if (service == ServiceName.NOTIFICATIONS) {
            env.put("REDRESS_SMTP_HOST", "127.0.0.1");
            env.put("REDRESS_SMTP_PORT", String.valueOf(ports.smtp()));
            env.put("REDRESS_SMTP_TLS", "none");
            env.put("REDRESS_SMTP_FROM", "notices@redress.example");
            env.put("REDRESS_SMTP_ACCEPTANCE", "recipient");
            env.put("REDRESS_PUBLIC_URL", ports.url(ServiceName.GATEWAY));
            env.put("REDRESS_NOTICE_DESK", "operator-1");
            env.put("REDRESS_INTEGRITY_DESK", "integrity-lead");
            env.put("REDRESS_DUTY_DESK", "adj-lead");
            env.put("REDRESS_APPROVERS_DESK", "enf-lead");
            env.put("REDRESS_OPERATORS_DESK", "operator-1");
        }
        if (service == ServiceName.CASES) {
            env.put(
                    "REDRESS_EVIDENCE_DIR",
                    auditDirectory.resolveSibling("evidence").toString());
        }
        if (service == ServiceName.PENALTIES) {
            env.put("REDRESS_SEAL_KEYS", "k1:" + secrets.sealKey());
        }
        String app = Provisioning.app(service.schema());
        String owner = Provisioning.owner(service.schema());
        int postgres = config.links().port(service.service(), "postgres", database.port());
        env.put("REDRESS_PG_URL", database.withPort(postgres).withoutCredentials());
        env.put("REDRESS_PG_USER", app);
        env.put("REDRESS_PG_PASSWORD", infrastructure.rolePassword(app));
        env.put("REDRESS_PG_OWNER_USER", owner);
        env.put("REDRESS_PG_OWNER_PASSWORD", infrastructure.rolePassword(owner));
        Path audit = instance.number() == 1 ? auditDirectory : auditDirectory.resolve(instance.name());
        env.put("REDRESS_AUDIT_DIR", audit.toString());
        env.put("REDRESS_AUDIT_KEY", secrets.auditKey());
        env.put("REDRESS_AUDIT_PUBLIC_KEY", secrets.auditPublicKey());
        env.put("REDRESS_AUDIT_EVERY", "PT10S");
        env.put("REDRESS_EDGE_ISSUER", ports.url(ServiceName.GATEWAY));
        if (service.messages()) {
            env.put("REDRESS_KAFKA_BOOTSTRAP", infrastructure.kafkaBootstrap(service));
            env.put("REDRESS_KAFKA_USER", service.service());
            env.put("REDRESS_KAFKA_PASSWORD", infrastructure.kafkaPassword(service.service()));
            env.put("REDRESS_EDGE_JWKS_URL", ports.url(ServiceName.GATEWAY) + "/.well-known/redress-edge/jwks.json");
        } else {
            env.put("REDRESS_EDGE_KEY", secrets.edgeKey());
            env.put("REDRESS_EDGE_PUBLIC_KEYS", secrets.edgePublicKey());
        }
        return env;
    }

    private void rate(Map<String, String> env, String prefix) {
        env.put(prefix + "_PER_MINUTE", environment.getOrDefault(prefix + "_PER_MINUTE", "60000"));
        env.put(prefix + "_BURST", environment.getOrDefault(prefix + "_BURST", "6000"));
    }

    String clientSecret(String client) {
        return secrets.of("client." + client);
    }

    /** The gateway knows every instance of a service, others the first. */
    private String urls(ServiceName from, ServiceName to) {
        return instances.stream()
                .filter(each -> each.service() == to)
                .limit(from == ServiceName.GATEWAY ? instances.size() : 1)
                .map(each -> url(config.links().port(from.service(), each.name(), each.http())))
                .collect(Collectors.joining(","));
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
