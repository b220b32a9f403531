package io.redress.e2e;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.quickstart.suite.Instance;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.quickstart.suite.SuiteSecrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the parts of a suite are reached that workloads, oracles and faults work on.
 *
 * @param gateway its origin, {@code http://127.0.0.1:8080}
 * @param control origin of the suite's control port: clock, development tokens, marketplace switches
 * @param management origins of the management ports of every instance of a service
 * @param superuser of database {@code redress}
 * @param kafkaBootstrap where the broker itself listens
 * @param kafkaPasswords SASL/PLAIN password of {@code admin} and of each service
 * @param logs directory with the logs of all processes
 */
public record SuiteAddress(
        String gateway,
        String control,
        Map<ServiceName, List<String>> management,
        PgUrl superuser,
        String kafkaBootstrap,
        Map<String, String> kafkaPasswords,
        Path logs) {

    /** Of a suite that is one process. */
    public static SuiteAddress of(SuitePorts ports, Path data) {
        return of(
                ports,
                data,
                Stream.of(ServiceName.values())
                        .map(service -> new Instance(service, 1, ports.http(service), ports.management(service)))
                        .toList());
    }

    /** @param data the suite's data directory, where its passwords are */
    public static SuiteAddress of(SuitePorts ports, Path data, List<Instance> instances) {
        SuiteSecrets secrets = new SuiteSecrets(data.resolve("secrets.properties"));
        Map<ServiceName, List<String>> management = new EnumMap<>(ServiceName.class);
        Map<String, String> kafka = new LinkedHashMap<>(Map.of("admin", secrets.of("kafka.admin")));
        for (Instance instance : instances) {
            management
                    .computeIfAbsent(instance.service(), service -> new ArrayList<>())
                    .add("http://127.0.0.1:" + instance.management());
            String name = instance.service().service();
            if (instance.service().messages()) {
                kafka.put(name, secrets.of("kafka." + name));
            }
        }
        return new SuiteAddress(
                ports.url(ServiceName.GATEWAY),
                ports.controlUrl(),
                management,
                new PgUrl(
                        "127.0.0.1",
                        ports.postgres(),
                        Provisioning.DATABASE,
                        "postgres",
                        secrets.of("postgres.superuser")),
                "127.0.0.1:" + ports.kafka(),
                kafka,
                data.resolve("logs"));
    }
}
