package io.redress.e2e;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.quickstart.suite.SuiteSecrets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Addresses of suites on their own Postgres and broker, from what they keep in their data directory. */
final class SuiteAddresses {

    private SuiteAddresses() {}

    static SuiteAddress of(Path data, SuitePorts ports) {
        SuiteSecrets secrets = new SuiteSecrets(data.resolve("secrets.properties"));
        Map<ServiceName, List<String>> management = new EnumMap<>(ServiceName.class);
        Map<String, String> kafka = new HashMap<>();
        kafka.put("admin", secrets.of("kafka.admin"));
        for (ServiceName service : ServiceName.values()) {
            management.put(service, List.of("http://127.0.0.1:" + ports.management(service)));
            if (service.messages()) {
                kafka.put(service.service(), secrets.of("kafka." + service.service()));
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
